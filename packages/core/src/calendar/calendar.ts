import { dayFrom, dayFromNumber, dayNumber, yearOf, type Day } from '@yimen/kernel';
import { festivalOn, statutoryFestivals } from './festivals.ts';
import type { Notice } from './notice.ts';
import { labelOf } from './version.ts';
import { workingDays, type WorkingDays } from './working-days.ts';

/**
 * Why a day is or is not a working day: an ordinary Monday–Friday, a weekend, a day off or a weekend worked by a notice, or a
 * statutory festival for whose year no notice is out yet.
 */
export type DayKind = 'workday' | 'weekend' | 'holiday' | 'makeUp' | 'festival';

export interface DayFact {
  readonly on: Day;
  readonly working: boolean;
  readonly kind: DayKind;
  /** The festival, in the notice's words; for `holiday`, `makeUp` and `festival`. */
  readonly name?: string;
  readonly notice?: Notice;
  /** No notice covers the day: it may still change. */
  readonly provisional: boolean;
}

/** Working days by law: a value, built from notices and nothing else. Two calendars of the same notices are the same. */
export interface Calendar {
  /** Changes when, and only when, a fact of a notice changes; stored beside every cached deadline. */
  readonly version: string;
  readonly notices: readonly Notice[];
  /** Every notice it was built from, also those a later one put aside: what was known on an earlier day needs them. */
  readonly published: readonly Notice[];
  /** The first day covered by notices without a gap. */
  readonly publishedFrom: Day;
  /** The last such day; a deadline after it is provisional. */
  readonly publishedThrough: Day;
  readonly working: WorkingDays;
  isWorkingDay(on: Day): boolean;
  factOf(on: Day): DayFact;
  /** The `count`-th working day after `on` (`count` ≥ 1); throws beyond the year 9999. */
  workingDayAfter(on: Day, count: number): Day;
  /** Working days after `on` up to and including `through`. */
  workingDaysBetween(on: Day, through: Day): number;
}

interface NoticedDay {
  readonly working: boolean;
  readonly name: string;
  readonly notice: Notice;
}

function byPublication(left: Notice, right: Notice): number {
  const [before, after] = [`${left.published} ${left.id}`, `${right.published} ${right.id}`];
  if (before === after) return 0;
  return before < after ? -1 : 1;
}

/** The notices that still count, oldest first; one that states its whole year puts its elders of that year aside. */
function inForce(notices: readonly Notice[]): readonly Notice[] {
  const ordered = notices.toSorted(byPublication);
  return ordered.filter(
    (notice, index) =>
      !ordered.slice(index + 1).some((later) => later.wholeYear === true && later.year === notice.year),
  );
}

function noticedDays(notices: readonly Notice[]): ReadonlyMap<number, NoticedDay> {
  const days = new Map<number, NoticedDay>();
  for (const notice of notices) {
    for (const { name, from, to, makeUp } of notice.festivals) {
      for (let n = dayNumber(from); n <= dayNumber(to); n += 1) days.set(n, { working: false, name, notice });
      for (const on of makeUp) days.set(dayNumber(on), { working: true, name, notice });
    }
  }
  return days;
}

const isWeekend = (number: number): boolean => (((number + 3) % 7) + 7) % 7 >= 5;

/** From which to which day notices follow one another year by year. */
function coverage(notices: readonly Notice[], noticed: ReadonlyMap<number, NoticedDay>): readonly [Day, Day] {
  const years = new Set(notices.map((notice) => notice.year));
  const firstYear = Math.min(...years);
  let lastYear = firstYear;
  while (years.has(lastYear + 1)) lastYear += 1;
  const firstNamed = Math.min(...noticed.keys(), dayNumber(dayFrom(firstYear, 1, 1)));
  return [dayFromNumber(firstNamed), dayFrom(lastYear, 12, 31)];
}

/** The rule by day number; remembers the year it is in, because the table is filled in order. */
function ruleOf(
  noticed: ReadonlyMap<number, NoticedDay>,
  hasNotice: (year: number) => boolean,
): (n: number) => boolean {
  let [yearFirst, yearLast] = [0, -1];
  let festivals: ReadonlySet<number> = new Set();
  return (number) => {
    const named = noticed.get(number);
    if (named !== undefined) return named.working;
    if (isWeekend(number)) return false;
    if (number < yearFirst || number > yearLast) {
      const year = yearOf(dayFromNumber(number));
      [yearFirst, yearLast] = [dayNumber(dayFrom(year, 1, 1)), dayNumber(dayFrom(year, 12, 31))];
      festivals = new Set(hasNotice(year) ? [] : statutoryFestivals(year).map((festival) => dayNumber(festival.on)));
    }
    return !festivals.has(number);
  };
}

function factFrom(on: Day, named: NoticedDay | undefined, festival: string | undefined, provisional: boolean): DayFact {
  const weekend = isWeekend(dayNumber(on));
  if (named !== undefined) {
    const kind = named.working ? (weekend ? 'makeUp' : 'workday') : 'holiday';
    return { on, working: named.working, kind, name: named.name, notice: named.notice, provisional };
  }
  if (festival !== undefined) return { on, working: false, kind: 'festival', name: festival, provisional };
  return { on, working: !weekend, kind: weekend ? 'weekend' : 'workday', provisional };
}

/** Builds the calendar of these notices, in whatever order they come. Throws on an empty list: law without a source is a bug. */
export function calendarOf(notices: readonly Notice[]): Calendar {
  const counted = inForce(notices);
  if (counted.length === 0) throw new RangeError('a calendar needs at least one notice');
  const noticed = noticedDays(counted);
  const [publishedFrom, publishedThrough] = coverage(counted, noticed);
  const years = new Set(counted.map((notice) => notice.year));
  const hasNotice = (year: number): boolean => years.has(year);
  const working = workingDays(ruleOf(noticed, hasNotice), dayNumber(publishedFrom));
  const dayAfter = (on: Day, count: number): Day => {
    const found = working.after(dayNumber(on), count);
    if (!Number.isFinite(found)) throw new RangeError('beyond the year 9999');
    return dayFromNumber(found);
  };
  return {
    version: labelOf(counted, publishedThrough),
    notices: counted,
    published: notices,
    publishedFrom,
    publishedThrough,
    working,
    isWorkingDay: (on) => working.is(dayNumber(on)),
    factOf: (on) => {
      const provisional = on < publishedFrom || on > publishedThrough;
      const festival = hasNotice(yearOf(on)) ? undefined : festivalOn(on);
      return factFrom(on, noticed.get(dayNumber(on)), festival, provisional);
    },
    workingDayAfter: dayAfter,
    workingDaysBetween: (on, through) => working.between(dayNumber(on), dayNumber(through)),
  };
}

/** What was known at the end of a day: the calendar of the notices published by then. */
export function calendarAsOf(notices: readonly Notice[], on: Day): Calendar {
  return calendarOf(notices.filter((notice) => notice.published <= on));
}
