import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { HistoryCase } from '@yimen/core/history';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLog } from './import.ts';
import { packCases, unpackCases } from './kept.ts';
import { UnreadableLog, type LogProblem } from './problem.ts';
import { gathered } from './test/gathered.ts';
import { writeCsv, writeXes } from './write.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'yimen-log-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* each(cases: readonly HistoryCase[]): AsyncGenerator<HistoryCase> {
  yield* cases;
}

/** The cases of a file with this in it, or what it was refused for. */
async function taken(name: string, content: string | Uint8Array, options: { zone?: string; maxBytes?: number } = {}) {
  const path = join(folder, name);
  await writeFile(path, content);
  try {
    return await gathered(readLog({ path, ...options }));
  } catch (error) {
    if (error instanceof UnreadableLog) return error.problem;
    throw error;
  }
}

const xes = (...events: readonly string[]): string =>
  `<?xml version="1.0"?>\n<log>\n<global scope="event"><string key="concept:name" value="?"/></global>\n<trace>
<string key="concept:name" value="c1"/>\n${events.join('\n')}\n</trace>\n</log>\n`;
const event = (time: string, name = 'A'): string =>
  `<event><string key="concept:name" value="${name}"/><date key="time:timestamp" value="${time}"/></event>`;
const good = xes(event('2024-03-01T09:00:00+08:00'), event('2024-03-01T10:30:00.5+08:00', 'B &amp; C'));

describe('an XES log', () => {
  test('gives its cases, with the clock of the place', async () => {
    const at = Date.parse('2024-03-01T01:00:00Z');
    const expected = [
      {
        id: 'c1',
        events: [
          { activity: 'A', at, offset: 480, transition: 'complete' },
          { activity: 'B & C', at: at + 5_400_500, offset: 480, transition: 'complete' },
        ],
      },
    ];
    expect(await taken('good.xes', good)).toEqual(expected);
    expect(await taken('good.xes.gz', gzipSync(good))).toEqual(expected);
  });
  test('may change to summer time', async () => {
    const dutch = xes(event('2024-03-01T09:00:00+01:00'), event('2024-06-01T09:00:00+02:00'));
    expect(await taken('summer.xes', dutch)).toMatchObject([{ events: [{ offset: 60 }, { offset: 120 }] }]);
  });
  test('attributes within attributes are not the event’s own', async () => {
    const nested = xes(
      '<event><string key="concept:name" value="A"><string key="concept:name" value="Z"/></string><date key="time:timestamp" value="2024-03-01T09:00:00Z"/></event>',
    );
    expect(await taken('nested.xes', nested)).toMatchObject([{ events: [{ activity: 'A' }] }]);
  });

  const refused: readonly (readonly [string, string | Uint8Array, LogProblem])[] = [
    ['cut off', gzipSync(good.repeat(1)).subarray(0, 150), { code: 'truncated', line: expect.any(Number) as number }],
    ['not closed', good.slice(0, -20), { code: 'bad_xml', line: expect.any(Number) as number }],
    ['no log', '<html></html>', { code: 'not_xes', line: 1, detail: 'html' }],
    ['empty', '', { code: 'bad_xml', line: 1 }],
    ['without events', '<log></log>', { code: 'no_events' }],
    [
      'an event without a time',
      xes('<event><string key="concept:name" value="A"/></event>'),
      { code: 'no_timestamp', line: 6, detail: 'A' },
    ],
    ['an event without a name', xes('<event/>'), { code: 'no_activity', line: 6 }],
    ['a time that is none', xes(event('yesterday')), { code: 'bad_timestamp', line: 6, detail: 'yesterday' }],
    ['a day that is none', xes(event('2024-02-30T09:00:00Z')), { code: 'bad_timestamp', line: 6 }],
    ['no zone', xes(event('2024-03-01T09:00:00')), { code: 'no_zone', line: 6 }],
    [
      'a zone and none',
      xes(event('2024-03-01T09:00:00Z'), event('2024-03-01T09:00:00')),
      { code: 'mixed_zones', line: 7 },
    ],
    [
      'zones far apart',
      xes(event('2024-03-01T09:00:00Z'), event('2024-03-01T09:00:00+08:00')),
      { code: 'mixed_zones', line: 7 },
    ],
    ['another encoding', Buffer.concat([Buffer.from(good), Buffer.from([0xb0, 0xd7])]), { code: 'not_text', line: 1 }],
    [
      'an entity bomb',
      xes(event('2024-03-01T09:00:00Z', '&a;')).replace('<log>', '<!DOCTYPE log [<!ENTITY a "b">]><log>'),
      { code: 'bad_xml', line: 6 },
    ],
  ];
  for (const [what, content, problem] of refused) {
    test(`is refused with its line: ${what}`, async () => {
      expect(await taken('bad.xes', content)).toMatchObject(problem);
    });
  }
  test('is refused when it unpacks into more than may be', async () => {
    const bomb = gzipSync(xes(...Array.from({ length: 20_000 }, () => event('2024-03-01T09:00:00Z'))));
    expect(bomb.byteLength).toBeLessThan(20_000);
    expect(await taken('bomb.xes.gz', bomb, { maxBytes: 100_000 })).toMatchObject({ code: 'too_big' });
  });
  test('takes a zone it does not name from whoever brings it', async () => {
    const said = await taken('zone.xes', xes(event('2024-03-01T09:00:00')), { zone: '+08:00' });
    expect(said).toMatchObject([{ events: [{ at: Date.parse('2024-03-01T01:00:00Z') }] }]);
  });
});

describe('a CSV log', () => {
  test('may have the rows of its cases anywhere', async () => {
    const csv =
      '办件编号,环节,时间,岗位\n1,受理,2024-03-01 09:00:00+08:00,窗口\n2,受理,2024-03-01 09:10+08:00,\n1,审查,2024-03-02 09:00+08:00,\n';
    expect(await taken('a.csv', csv)).toMatchObject([
      { id: '1', events: [{ activity: '受理', resource: '窗口' }, { activity: '审查' }] },
      { id: '2', events: [{ activity: '受理' }] },
    ]);
  });
  test('is refused with its line', async () => {
    const head = 'case,activity,timestamp\n';
    expect(await taken('b.csv', 'case,activity\n1,A\n')).toMatchObject({ code: 'column_missing', line: 1 });
    expect(await taken('b.csv', `${head}1,A,2024-03-01T09:00Z\n1,,2024-03-01T09:00Z\n`)).toEqual({
      code: 'no_activity',
      line: 3,
    });
    expect(await taken('b.csv', `${head}1,A,\n`)).toEqual({ code: 'no_timestamp', line: 2 });
    expect(await taken('b.csv', `${head}1,A\n`)).toMatchObject({ code: 'bad_csv', line: 2 });
    expect(await taken('b.csv', `${head}1,"A,2024\n`)).toMatchObject({ code: 'bad_csv' });
    expect(await taken('b.csv', head)).toEqual({ code: 'no_events' });
  });
});

const name = fc.string({ unit: fc.constantFrom('a', '中', '&', '<', '"', ',', '\n', "'"), minLength: 1, maxLength: 6 });
const named = name.filter((text) => text.trim() === text && text !== '');
const events = fc.array(
  fc.record(
    {
      activity: named,
      at: fc.integer({ min: 0, max: 4_000_000_000_000 }),
      offset: fc.constantFrom(480, 420),
      transition: fc.constantFrom('schedule', 'start', 'complete', 'other'),
      resource: named,
    },
    { requiredKeys: ['activity', 'at', 'offset', 'transition'] },
  ),
  { minLength: 1, maxLength: 5 },
);
const logs = fc.uniqueArray(fc.record({ id: named, events }), { selector: ({ id }) => id, minLength: 1, maxLength: 4 });

describe('what is written', () => {
  test('is read back as it was, from XES, from CSV and from the kept file', async () => {
    await fc.assert(
      fc.asyncProperty(logs, async (cases) => {
        expect(await taken('w.xes', (await gathered(writeXes(each(cases)))).join(''))).toEqual(cases);
        expect(await taken('w.csv', (await gathered(writeCsv(each(cases)))).join(''))).toEqual(cases);
        expect(await gathered(unpackCases(await packCases(each(cases))))).toEqual(cases);
      }),
      { numRuns: 60 },
    );
  });
});
