import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import type { Counts } from '@yimen/core/history';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHall, type TestHall } from '../../test/hall.ts';
import { importLog } from './import.ts';
import { NO_HALL } from './store.ts';

const shared = new URL('../../../../../../shared/data/replay/', import.meta.url);
const at = (name: string): string => fileURLToPath(new URL(name, shared));

/** The log counted again by pattern and `Date`, sharing nothing with the importer. */
function countedAgain(xml: string) {
  const traces = xml.split('<trace>').slice(1);
  const paths = new Set<string>();
  const names = new Set<string>();
  const [sizes, durations]: [number[], number[]] = [[], []];
  for (const trace of traces) {
    const events = trace
      .split('<event>')
      .slice(1)
      .map((event) => ({
        name: /key="concept:name" value="([^"]*)"/.exec(event)?.[1] ?? '',
        time: new Date(/key="time:timestamp" value="([^"]*)"/.exec(event)?.[1] ?? '').getTime(),
      }));
    for (const event of events) names.add(event.name);
    sizes.push(events.length);
    const times = events.map(({ time }) => time).toSorted((left, right) => left - right);
    durations.push((times.at(-1) ?? 0) - (times[0] ?? 0));
    paths.add(JSON.stringify(events.toSorted((left, right) => left.time - right.time).map((event) => event.name)));
  }
  durations.sort((left, right) => left - right);
  const half = Math.floor(durations.length / 2);
  const [below = 0, above = 0] = [durations[half - 1], durations[half]];
  return {
    cases: traces.length,
    events: sizes.reduce((sum, size) => sum + size, 0),
    activities: names.size,
    variants: paths.size,
    mostEvents: Math.max(...sizes),
    longest: durations.at(-1),
    median: durations.length % 2 === 1 ? above : (below + above) / 2,
  };
}

const flat = ({ cases, events, activities, variants, mostEvents, duration }: Counts) => ({
  cases,
  events,
  activities,
  variants,
  mostEvents,
  longest: duration.longest,
  median: duration.median,
});

let hall: TestHall;
beforeAll(async () => {
  hall = await openHall();
});
afterAll(() => hall.close());

async function imported(name: string): Promise<Counts> {
  const { db, now } = hall.shell;
  const done = await importLog(
    { db, now, files: hall.parts.files },
    { jurisdiction: NO_HALL, name },
    { path: at(name) },
  );
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  expect(done.value.calendar).toBe('weekdays');
  return done.value.counts;
}

const absent = !existsSync(shared);
const what = absent ? 'not tested: the shared replay data is absent' : 'the real logs';

describe.skipIf(absent)(what, () => {
  const known = {
    'wabo_receipt.xes.gz': { cases: 1434, events: 8577 },
    'BPIC15_1.xes.gz': { cases: 1199, events: 52_217 },
  } as const;
  for (const [name, size] of Object.entries(known)) {
    test(`${name} is imported whole, and its counts are those of an independent count`, async () => {
      const counts = await imported(name);
      expect(counts).toMatchObject(size);
      expect(flat(counts)).toEqual(countedAgain(gunzipSync(readFileSync(at(name))).toString('utf8')));
    });
  }
  test('the table of events beside an XES log says the same', async () => {
    const table = await imported('BPIC15_1_events.csv.gz');
    expect(table).toMatchObject({ cases: 1199, events: 52_217, activities: 398 });
  });
});
