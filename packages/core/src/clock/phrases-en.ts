import { weekdayOf, yearOf, type Day } from '@yimen/kernel';
import type { ExplainedSuspension } from './explain.ts';
import type { LegalBasisRef } from './legal-basis.ts';
import { limitUnits, startEvents, type LimitUnit } from './limit.ts';
import { citedNotice, lastOf, type Phrases, type Run } from './phrases.ts';
import { specialProcedureRules } from './special-procedures.ts';

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const dayEn = (on: Day): string => {
  const month = MONTHS[Number(on.slice(5, 7)) - 1] ?? '';
  return `${WEEKDAYS[weekdayOf(on) - 1] ?? ''} ${String(Number(on.slice(8, 10)))} ${month} ${String(yearOf(on))}`;
};
const rangeEn = (run: Run): string =>
  lastOf(run) === run[0].on ? dayEn(run[0].on) : `${dayEn(run[0].on)} to ${dayEn(lastOf(run))}`;
const limitEn = (count: number, unit: LimitUnit): string =>
  `${String(count)} ${limitUnits[unit].en}${count === 1 ? '' : 's'}`;
const basisEn = (basis: LegalBasisRef | undefined): string =>
  basis === undefined ? '' : ` (《${basis.law}》${basis.article})`;

function suspensionEn({ suspension, served, through, open, workingDays, calendarDays }: ExplainedSuspension): string {
  const named = 'procedure' in suspension;
  const what = named
    ? `${specialProcedureRules[suspension.procedure].en} (notice ${suspension.notice})`
    : 'special procedure';
  const end = open ? `no result yet, taken to ${dayEn(through)} for now` : `result received ${dayEn(through)}`;
  const length = `${String(calendarDays)} days, ${String(workingDays)} of them working days`;
  return `${what}: notice served ${dayEn(served)}, ${end}; the days after service up to and including the result are not counted: ${length}.`;
}

/** The sentences in English. */
export const phrasesEn: Phrases = {
  start: ({ start, startsOn, count, unit, basis }) => {
    const event = startsOn === undefined ? '' : `, ${startEvents[startsOn].en}`;
    return `Starts ${dayEn(start)}${event}; that day is not counted (Civil Code Art. 201). The limit is ${limitEn(count, unit)}${basisEn(basis)}.`;
  },
  extension: ({ count, unit, basis }) => `Extended by ${limitEn(count, unit)} with approval${basisEn(basis)}.`,
  holiday: (run) => {
    const source = citedNotice(run[0]);
    const name = run[0].fact.name ?? '';
    if (source === undefined)
      return `${rangeEn(run)}: ${name}, statutory festival (notice not yet published), not counted.`;
    return `${rangeEn(run)}: ${name} holiday, not counted; by ${source}.`;
  },
  makeUp: (day) => {
    const counted = day.number === undefined ? '' : `, counted as day ${String(day.number)}`;
    return `${dayEn(day.on)} is worked in exchange for ${day.fact.name ?? ''}${counted}; by ${citedNotice(day) ?? ''}.`;
  },
  weekends: (days) => `Other weekend days not counted: ${String(days)}.`,
  suspension: suspensionEn,
  moved: (lastDay, due) =>
    `The last day, ${dayEn(lastDay)}, is not a working day on which the act could be done; the limit moves to ${dayEn(due)} (Civil Code Art. 203).`,
  due: ({ due, closesAt }) => `Ends ${dayEn(due)} at ${closesAt}, when business hours end (Civil Code Art. 203).`,
  open: 'A special procedure is still open: the due day is a projection and is derived again when the result is received.',
  provisional: (publishedThrough) =>
    `Holidays are published only through ${dayEn(publishedThrough)}; later days follow the statutory festivals, so the due day is provisional and is derived again when the notice is out.`,
  version: ({ calendarVersion }) => `Calendar version: ${calendarVersion}.`,
};
