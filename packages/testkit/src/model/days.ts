import { shippedNotices } from '@yimen/core/calendar';

/**
 * Working days counted one by one on the platform's own dates: days off and days worked in exchange from the notices of
 * the State Council, Monday to Friday otherwise (Art. 82). Nothing of the core's calendar is used but the notices.
 */
const off = new Set<string>();
const worked = new Set<string>();
for (const { festivals } of shippedNotices) {
  for (const { from, to, makeUp } of festivals) {
    for (let on: string = from; on <= to; on = nextDay(on)) off.add(on);
    for (const on of makeUp) worked.add(on);
  }
}

export function nextDay(on: string, days = 1): string {
  if (days === 0) return on;
  const at = new Date(`${on}T00:00:00.000Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

function isWorked(on: string): boolean {
  if (worked.has(on)) return true;
  const weekday = new Date(`${on}T00:00:00.000Z`).getUTCDay();
  return !off.has(on) && weekday > 0 && weekday < 6;
}

/** Days that do not count: after the first of them, up to and with the last. */
export interface Stopped {
  readonly after: string;
  readonly to: string;
}

const known = new Map<string, string>();

/** The `count`-th working day after `start`; the day itself does not count (Civil Code Art. 201). */
export function workingDayAfter(start: string, count: number, stopped: readonly Stopped[] = []): string {
  const key = `${start} ${count} ${stopped.map(({ after, to }) => `${after}-${to}`).join()}`;
  const found = known.get(key);
  if (found !== undefined) return found;
  let [on, left] = [start, count];
  while (left > 0) {
    on = nextDay(on);
    if (isWorked(on) && !stopped.some(({ after, to }) => on > after && on <= to)) left -= 1;
  }
  known.set(key, on);
  return on;
}
