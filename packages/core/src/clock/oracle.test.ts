import { env } from 'node:process';
import { expect, test } from 'vitest';
import { dayFromNumber } from '@yimen/kernel';
import { calendarOf, shippedNotices } from '../calendar/index.ts';
import { dueAfter, type LimitUnit } from './index.ts';

// A second clock that only walks: one day at a time, asking of each whether it counts. It shares nothing with the first but the
// notices' dates; days are Date's, the festivals after 2026 are written out from an almanac.

const DAY_MS = 86_400_000;
const numberOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY_MS;

const off = new Set<number>();
const worked = new Set<number>();
for (const notice of shippedNotices.toSorted((a, b) => Date.parse(a.published) - Date.parse(b.published))) {
  for (const festival of notice.festivals) {
    for (let at = numberOf(festival.from); at <= numberOf(festival.to); at += 1) {
      off.add(at);
      worked.delete(at);
    }
    for (const iso of festival.makeUp) {
      worked.add(numberOf(iso));
      off.delete(numberOf(iso));
    }
  }
}
const ALMANAC = `
2027-01-01 2027-02-05 2027-02-06 2027-02-07 2027-02-08 2027-04-05 2027-05-01 2027-05-02 2027-06-09 2027-09-15 2027-10-01 2027-10-02 2027-10-03
2028-01-01 2028-01-25 2028-01-26 2028-01-27 2028-01-28 2028-04-04 2028-05-01 2028-05-02 2028-05-28 2028-10-03 2028-10-01 2028-10-02
2029-01-01 2029-02-12 2029-02-13 2029-02-14 2029-02-15 2029-04-04 2029-05-01 2029-05-02 2029-06-16 2029-09-22 2029-10-01 2029-10-02 2029-10-03
2030-01-01 2030-02-02 2030-02-03 2030-02-04 2030-02-05 2030-04-05 2030-05-01 2030-05-02 2030-06-05 2030-09-12 2030-10-01 2030-10-02 2030-10-03`;
for (const iso of ALMANAC.trim().split(/\s+/)) off.add(numberOf(iso));
const [FIRST, LAST_START] = [numberOf('2007-01-01'), numberOf('2026-12-31')];

function works(at: number): boolean {
  if (worked.has(at)) return true;
  if (off.has(at)) return false;
  const weekday = new Date(at * DAY_MS).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

interface Case {
  readonly start: number;
  readonly days: number;
  readonly unit: LimitUnit;
  readonly suspend: readonly (readonly [number, number])[];
  readonly extend: number;
}

function walk({ start, days, unit, suspend, extend }: Case): number {
  const suspended = (at: number): boolean => suspend.some(([served, received]) => at > served && at <= received);
  let left = days + extend;
  if (unit === 'month') {
    const from = new Date(start * DAY_MS);
    const lastOfMonth = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth() + left + 1, 0));
    const date = Math.min(from.getUTCDate(), lastOfMonth.getUTCDate());
    left = Date.UTC(lastOfMonth.getUTCFullYear(), lastOfMonth.getUTCMonth(), date) / DAY_MS - start;
  }
  let at = start;
  while (left > 0) {
    at += 1;
    if (suspended(at)) continue;
    if (unit === 'workingDay' && !works(at)) continue;
    left -= 1;
  }
  while (!works(at) || suspended(at)) at += 1;
  return at;
}

/** Park–Miller: the same cases for the same seed. */
function randoms(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 48_271) % 2_147_483_647;
    return state % below;
  };
}

function randomCase(next: (below: number) => number): Case {
  const unit = (['workingDay', 'workingDay', 'calendarDay', 'month'] as const)[next(4)] ?? 'workingDay';
  const start = FIRST + next(LAST_START - FIRST + 1);
  const days = unit === 'month' ? next(13) : next(next(10) === 0 ? 360 : 61);
  const suspend = Array.from({ length: next(5) }, () => {
    const served = start - 20 + next(120);
    return [served, served + next(40)] as const;
  });
  return { start, days, unit, suspend, extend: next(3) === 0 ? next(unit === 'month' ? 4 : 21) : 0 };
}

const nightly = env['YIMEN_NIGHTLY'] === '1';
const cases = nightly ? 1_000_000 : 50_000;
const seed = nightly ? (Date.now() % 2_147_483_646) + 1 : 20_260_302;

test(
  `the clock that counts agrees with the clock that walks, ${String(cases)} random cases, seed ${String(seed)}`,
  { timeout: 600_000 },
  () => {
    const calendar = calendarOf(shippedNotices);
    const next = randoms(seed);
    const seen = new Set<string>();
    for (let run = 0; run < cases; run += 1) {
      const asked = randomCase(next);
      const { due } = dueAfter(
        {
          start: dayFromNumber(asked.start),
          limit: { count: asked.days, unit: asked.unit },
          suspensions: asked.suspend.map(([served, received]) => ({
            served: dayFromNumber(served),
            received: dayFromNumber(received),
          })),
          extension: asked.extend === 0 ? undefined : { count: asked.extend },
        },
        calendar,
      );
      if (numberOf(due) !== walk(asked)) expect({ asked, due }).toEqual({ asked, due: dayFromNumber(walk(asked)) });
      seen.add(
        `${asked.unit} ${String(asked.suspend.length)} ${due > calendar.publishedThrough ? 'provisional' : 'published'}`,
      );
    }
    // The comparison is worth something only if the cases are of every sort: 3 units × 0–4 suspensions × provisional or not.
    expect(seen.size).toBe(30);
  },
);
