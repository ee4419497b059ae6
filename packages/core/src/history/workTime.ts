import { firstDayNumber, type WorkingDays } from '../calendar/index.ts';

const DAY = 86_400_000;

/** Monday to Friday: the working days of a log whose own calendar is not known. */
export const mondayToFriday: WorkingDays = {
  is: (number) => weekdaysThrough(number) > weekdaysThrough(number - 1),
  between: (from, to) => (to <= from ? 0 : weekdaysThrough(to) - weekdaysThrough(from)),
  after: (from, count) => {
    const target = weekdaysThrough(from) + count;
    // Five a week: at most a few days are left to look through.
    let found = from + Math.floor((count - 1) / 5) * 7 + 1;
    while (weekdaysThrough(found) < target) found += 1;
    return found;
  },
};

/** Weekdays from the first day there is through this one; 0001-01-01 was a Monday. */
function weekdaysThrough(number: number): number {
  const days = number - firstDayNumber + 1;
  return Math.floor(days / 7) * 5 + Math.min(days - Math.floor(days / 7) * 7, 5);
}

/** A moment by the clock of its place. */
export interface Moment {
  readonly at: number;
  /** Minutes ahead of UTC. */
  readonly offset: number;
}

/** A clock that stands still on every day that is no working day; on working days it goes all day. */
export interface WorkClock {
  /** What it shows, in milliseconds. */
  read(moment: Moment): number;
  /**
   * Working days after the day of `from` up to and including the day of `to`, had `to` come `sooner` milliseconds of this
   * clock earlier: as limits are counted, the day of the beginning left out (Civil Code art. 201).
   */
  daysUsed(from: Moment, to: Moment, sooner: number): number;
}

export function workClock(working: WorkingDays): WorkClock {
  const dayOf = ({ at, offset }: Moment): number => Math.floor((at + offset * 60_000) / DAY);
  /** Working days from 1970 on, up to and including the day. */
  const upTo = (day: number): number => (day >= 0 ? working.between(0, day) : -working.between(day, 0));
  const read = (moment: Moment): number => {
    const day = dayOf(moment);
    return upTo(day - 1) * DAY + (working.is(day) ? moment.at + moment.offset * 60_000 - day * DAY : 0);
  };
  const daysUsed = (from: Moment, to: Moment, sooner: number): number => {
    const shows = (read(to) - sooner) / DAY;
    const day = working.is(dayOf(to)) ? Math.floor(shows) + 1 : Math.ceil(shows);
    return Math.max(0, day - upTo(dayOf(from)));
  };
  return { read, daysUsed };
}
