import { dayNumber, type Day } from '@yimen/kernel';

/** The first and last day the calendar can name, as day numbers. */
export const firstDayNumber: number = dayNumber('0001-01-01' as Day);
export const lastDayNumber: number = dayNumber('9999-12-31' as Day);

/** Working days by day number (days since 1970-01-01). Every question is answered from a table, never by walking. */
export interface WorkingDays {
  /** Whether the day is a working day. */
  is(number: number): boolean;
  /** How many working days lie after `from`, up to and including `to`; 0 where `to` is not after `from`. */
  between(from: number, to: number): number;
  /** The `count`-th working day after `from`, `count` ≥ 1; Infinity beyond the year 9999. */
  after(from: number, count: number): number;
}

interface Table {
  readonly first: number;
  readonly last: number;
  /** `upTo[i]` working days lie in the first `i` days of the table. */
  readonly upTo: Int32Array;
  /** The working days themselves, in order. */
  readonly days: Int32Array;
}

function tableOf(isWorking: (number: number) => boolean, first: number, last: number): Table {
  const upTo = new Int32Array(last - first + 2);
  const days = new Int32Array(last - first + 1);
  let count = 0;
  for (let number = first; number <= last; number += 1) {
    if (isWorking(number)) days[count++] = number;
    upTo[number - first + 1] = count;
  }
  return { first, last, upTo, days: days.subarray(0, count) };
}

/** Spans asked for in one table: what most cases need, so that the first question costs little. */
const INITIAL_SPAN = 366 * 30;

/**
 * Counts over the rule `isWorking`. The table covers what was asked for so far and doubles when more is asked, so that there is no
 * horizon and a question costs O(1).
 */
export function workingDays(isWorking: (number: number) => boolean, around: number): WorkingDays {
  let table = tableOf(isWorking, around, around + INITIAL_SPAN);
  const cover = (from: number, to: number): Table => {
    if (from >= table.first && to <= table.last) return table;
    const span = table.last - table.first;
    const first = from < table.first ? Math.max(firstDayNumber, Math.min(from, table.first - span)) : table.first;
    const last = to > table.last ? Math.min(lastDayNumber, Math.max(to, table.last + span)) : table.last;
    table = tableOf(isWorking, first, last);
    return table;
  };
  const upTo = (in_: Table, number: number): number => in_.upTo[number - in_.first + 1] ?? 0;
  return {
    is: (number) => {
      const within = cover(number, number);
      return upTo(within, number) > upTo(within, number - 1);
    },
    between: (from, to) => {
      if (to <= from) return 0;
      const within = cover(from, to);
      return upTo(within, to) - upTo(within, from);
    },
    after: (from, count) => {
      if (from > lastDayNumber) return Number.POSITIVE_INFINITY;
      let within = cover(from, from);
      for (;;) {
        const found = within.days[upTo(within, from) + count - 1];
        if (found !== undefined) return found;
        if (within.last >= lastDayNumber) return Number.POSITIVE_INFINITY;
        within = cover(from, within.last + 1);
      }
    },
  };
}
