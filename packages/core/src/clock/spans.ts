import { lastDayNumber, type WorkingDays } from '../calendar/index.ts';

/** Days that do not count, by day number: after `from`, up to and including `to`. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** The union of spans, in order and apart: two suspensions over the same days take them away once (never summed). */
export function unite(spans: readonly Span[]): readonly Span[] {
  const filled = spans.filter((span) => span.to > span.from);
  if (filled.length < 2) return filled;
  const united: Span[] = [];
  for (const span of filled.toSorted((left, right) => left.from - right.from)) {
    const last = united.at(-1);
    if (last === undefined || span.from > last.to) united.push(span);
    else if (span.to > last.to) united[united.length - 1] = { from: last.from, to: span.to };
  }
  return united;
}

/** Counts one kind of day. */
export type Ruler = Pick<WorkingDays, 'between' | 'after'>;

/** Every day counts. */
export const calendarRuler: Ruler = {
  between: (from, to) => Math.max(0, to - from),
  after: (from, count) => from + count,
};

/** The `count`-th day of the ruler after `start` that lies in none of the united spans; `start` itself where `count` is 0. */
export function advance(start: number, count: number, spans: readonly Span[], ruler: Ruler): number {
  if (count === 0) return start;
  let [position, left] = [start, count];
  for (const span of spans) {
    if (span.to <= position) continue;
    const stop = Math.max(span.from, position);
    const available = ruler.between(position, stop);
    if (available >= left) break;
    left -= available;
    position = span.to;
  }
  return ruler.after(position, left);
}

/** How many days of the ruler lie after `from` up to `to` and in none of the united spans. */
export function countOutside(from: number, to: number, spans: readonly Span[], ruler: Ruler): number {
  return spans.reduce(
    (count, span) => count - ruler.between(Math.max(from, span.from), Math.min(to, span.to)),
    ruler.between(from, to),
  );
}

/** The day itself, or the first after it that is a working day and not suspended. */
export function moveToWorkingDay(day: number, spans: readonly Span[], working: WorkingDays): number {
  if (day > lastDayNumber) return day;
  let found = working.is(day) ? day : working.after(day, 1);
  for (const span of spans) {
    if (found > span.from && found <= span.to) found = working.after(span.to, 1);
  }
  return found;
}
