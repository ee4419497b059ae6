import { calendarAsOf, shippedNotices } from '@yimen/core/calendar';
import type { CaseEntry } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { replay, shippedRuleSet, type Around, type Finding } from '@yimen/core/supervision';
import { day, instantAt, type Instant } from '@yimen/kernel';
import { cast } from './cast.ts';
import { completing, starting } from './commands.ts';
import type { GivenCase } from './givenCase.ts';
import { licence } from './items.ts';
import { aCase } from './journeys.ts';

export interface FoundIn {
  readonly item?: ServiceItem;
  /** The evening of this day; the last entry where absent. */
  readonly until?: string;
  readonly around?: Around;
}

/** What a whole history calls for by the shipped rules, as a recount finds it. */
export function findingsIn(
  entries: readonly CaseEntry[],
  { item = licence, until, around = {} }: FoundIn = {},
): readonly Finding[] {
  const last = entries.at(-1)?.at ?? ('' as Instant);
  return replay(entries, {
    itemAt: () => item,
    calendarOn: (on) => calendarAsOf(shippedNotices, on),
    sets: [shippedRuleSet],
    until: until === undefined ? last : instantAt(day(until), '20:00'),
    around: () => around,
  });
}

/** Accepted, and an expert review begun on a day, told to take so many working days. */
export const suspendedOn = (on: string, planned = 10): GivenCase =>
  aCase
    .accepted()
    .on(on)
    .does(starting({ plannedDays: planned, servedOn: day(on) }));

/** Examined, and sent back by the approver so many times. */
export function returnedTimes(times: number): readonly CaseEntry[] {
  const once = (given: GivenCase): GivenCase =>
    given
      .by(cast.examiner)
      .does(completing('examine'))
      .by(cast.approver)
      .does({ type: 'returnToStep', fromStepId: 'approve', toStepId: 'examine', reason: '补充意见' });
  return Array.from({ length: times }).reduce<GivenCase>(once, aCase.accepted()).entries;
}

/** Each act under its authorisation: the testkit's players hold theirs in their standing. */
export const authorised = (entries: readonly CaseEntry[]): readonly CaseEntry[] =>
  entries.map((entry) =>
    entry.actor.kind === 'officer'
      ? { ...entry, actor: { ...entry.actor, authorisation: `授${entry.actor.name}` } }
      : entry,
  );
