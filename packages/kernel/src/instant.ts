import type { Brand } from './brand.ts';
import { dayFromNumber, dayNumber, parseDay, type Day } from './day.ts';
import { ok, refuse, type Result } from './result.ts';

/** A point in time to the millisecond, UTC, `YYYY-MM-DDTHH:mm:ss.sssZ`; sorts as text. Always the server's clock. */
export type Instant = Brand<string, 'Instant'>;

const MS_PER_DAY = 86_400_000;
/** All halls keep Beijing time; it has known no daylight saving since 1991. */
const BEIJING_OFFSET = 8 * 3_600_000;
const SHAPE = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})\.(\d{3})Z$/;

const pad = (value: number, width: number): string => String(value).padStart(width, '0');

export function instantFromMillis(millis: number): Instant {
  const days = Math.floor(millis / MS_PER_DAY);
  const rest = millis - days * MS_PER_DAY;
  const hours = pad(Math.floor(rest / 3_600_000), 2);
  const minutes = pad(Math.floor(rest / 60_000) % 60, 2);
  const seconds = pad(Math.floor(rest / 1000) % 60, 2);
  return `${dayFromNumber(days)}T${hours}:${minutes}:${seconds}.${pad(rest % 1000, 3)}Z` as Instant;
}

export function parseInstant(text: string): Result<Instant, 'not_an_instant'> {
  const match = SHAPE.exec(text);
  if (match === null || !parseDay(match[1] ?? '').ok) return refuse('not_an_instant');
  const inRange = Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4]) < 60;
  return inRange ? ok(text as Instant) : refuse('not_an_instant');
}

/** For instants the program itself writes; throws on one that does not exist. */
export function instant(text: string): Instant {
  const parsed = parseInstant(text);
  if (!parsed.ok) throw new RangeError(`no such instant: ${text}`);
  return parsed.value;
}

export function millisOf(at: Instant): number {
  const seconds = Number(at.slice(11, 13)) * 3600 + Number(at.slice(14, 16)) * 60 + Number(at.slice(17, 19));
  return dayNumber(at.slice(0, 10) as Day) * MS_PER_DAY + seconds * 1000 + Number(at.slice(20, 23));
}

/** The day in Beijing on which the instant falls. */
export function dayOf(at: Instant): Day {
  return dayFromNumber(Math.floor((millisOf(at) + BEIJING_OFFSET) / MS_PER_DAY));
}

/** The instant of a Beijing wall-clock time `HH:mm` on a day; `24:00` is the end of the day. */
export function instantAt(on: Day, time: string): Instant {
  const minutes = Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
  return instantFromMillis(dayNumber(on) * MS_PER_DAY + minutes * 60_000 - BEIJING_OFFSET);
}
