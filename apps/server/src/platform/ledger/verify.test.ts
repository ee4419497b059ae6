import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { instant } from '@yimen/kernel';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../database/index.ts';
import { append, EMPTY, transact, verifyAll, verifyStream, type NewEntry } from './index.ts';

let fresh: FreshDatabase;
let app: Database<unknown>;
let owner: Database<unknown>;

beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'ledger test' });
  owner = connect({ connectionString: fresh.adminConnectionString, applicationName: 'ledger test owner' });
});
afterAll(async () => {
  await Promise.all([app.close(), owner.close()]);
  await fresh.drop();
});

const at = instant('2026-03-02T01:00:00.000Z');
const clerk = { kind: 'officer', person: 'p1', post: 'window-1', authorisation: '安审授〔2026〕1号' };

async function written(stream: string, entries: readonly NewEntry[]): Promise<void> {
  const input = { ...name(stream), after: EMPTY, entries, stamp: { at, actor: clerk, commandId: 'c' } };
  expect((await transact(app.kysely, (tx) => append(tx, input))).ok).toBe(true);
}

const fact = (n: number): NewEntry => ({
  type: 'noted',
  body: { n, words: '收件', nested: { z: 1.5, a: [null, true] } },
});
const name = (stream: string): { jurisdiction: string; stream: string } => ({ jurisdiction: '410500', stream });

describe('verification', () => {
  test('finds nothing wrong in what the program wrote', async () => {
    for (const n of [1, 2, 3]) await written(`case:${n}`, [fact(1), fact(2)]);
    expect(await verifyAll(app.kysely)).toEqual({ streams: 3, entries: 6, breaks: [] });
  });

  const tampering: readonly (readonly [string, string, object])[] = [
    [
      'a changed word',
      `update ledger.entries set body = jsonb_set(body, '{words}', '"退件"') where %s and revision = 2`,
      { revision: 2, fault: 'altered' },
    ],
    [
      'a changed actor',
      `update ledger.entries set actor = '{"kind":"system"}' where %s and revision = 3`,
      { revision: 3, fault: 'altered' },
    ],
    [
      'a second shaved off',
      `update ledger.entries set at = at - interval '1 second' where %s and revision = 1`,
      { revision: 1, fault: 'altered' },
    ],
    ['a removed entry', `delete from ledger.entries where %s and revision = 2`, { revision: 2, fault: 'missing' }],
    ['a removed end', `delete from ledger.entries where %s and revision = 4`, { revision: 4, fault: 'missing' }],
    ['everything removed', `delete from ledger.entries where %s`, { revision: 1, fault: 'missing' }],
    ['a removed head', `delete from ledger.heads where %s`, { revision: 4, fault: 'no_head' }],
    ['a head turned back', `update ledger.heads set revision = 3 where %s`, { revision: 4, fault: 'head_differs' }],
  ];

  test.each(tampering)('finds %s by the owner of the database, and only there', async (what, statement, expected) => {
    const stream = `case:tampered ${what}`;
    await written(stream, [fact(1), fact(2), fact(3), fact(4)]);
    await written(`${stream} beside`, [fact(1)]);
    await sql.raw(statement.replace('%s', `stream = '${stream}'`)).execute(owner.kysely);
    const mine = (await verifyAll(app.kysely)).breaks.filter((found) => found.stream.startsWith(stream));
    expect(mine).toEqual([{ ...name(stream), ...expected }]);
    expect((await verifyStream(app.kysely, name(stream))).breaks).toEqual([{ ...name(stream), ...expected }]);
  });

  test('follows streams over the boundary of its pages', async () => {
    const many = (count: number): readonly NewEntry[] => Array.from({ length: count }, (_, n) => fact(n));
    await written('zz:1 exactly one page', many(2000));
    await written('zz:2 one more', many(2001));
    const report = await verifyAll(app.kysely);
    expect(report.breaks.filter((found) => found.stream.startsWith('zz:'))).toEqual([]);
    await sql`update ledger.entries set body = '{}' where stream = 'zz:2 one more' and revision = 2001`.execute(
      owner.kysely,
    );
    const broken = (await verifyAll(app.kysely)).breaks.filter((found) => found.stream.startsWith('zz:'));
    expect(broken).toEqual([{ ...name('zz:2 one more'), revision: 2001, fault: 'altered' }]);
  });
});
