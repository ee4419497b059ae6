import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { connect, type Database } from '../platform/database/index.ts';
import { append, EMPTY, transact } from '../platform/ledger/index.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));

let fresh: FreshDatabase;
let owner: Database<unknown>;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  owner = connect({ connectionString: fresh.adminConnectionString, applicationName: 'cli test' });
  folder = await mkdtemp(join(tmpdir(), 'yimen-cli-'));
});
afterAll(async () => {
  await owner.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** Runs `yimen` as a person would, on the test's database. */
function yimen(args: readonly string[], input = ''): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const env = { DATABASE_URL: fresh.adminConnectionString, DATABASE_APP_URL: fresh.connectionString };
    const child = spawn(process.execPath, [main, ...args, '--data', folder], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
    child.stdin.end(input);
  });
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

describe('yimen admin create', () => {
  const create = (more: readonly string[], password: string): Promise<Outcome> =>
    yimen(['admin', 'create', '--username', 'zhang.san', '--name', '张三', ...more], `${password}\n`);

  test('that is refused leaves no hall behind', async () => {
    expect((await create(['--hall', '410502:分中心'], 'short')).code).toBe(1);
    expect((await create(['--hall', '410502'], 'a long enough password')).err).toContain('there is no hall');
  });

  test('makes the hall and its first administrator, with the password from standard input', async () => {
    const made = await create(['--hall', '410500:市民之家'], 'a long enough password');
    expect([made.code, made.err]).toEqual([0, '']);
    const { rows } = await sql`select person, demonstration from people.account`.execute(owner.kysely);
    expect(rows).toEqual([{ person: 'zhang.san', demonstration: false }]);
  });

  test.each([
    [['--hall', '410500'], 'a long enough password', 1, 'taken'],
    [['--hall', '410501'], 'a long enough password', 2, 'there is no hall'],
    [['--hall', 'x'], 'a long enough password', 2, 'six digits'],
    [['--hall', '410500', '--role', 'king'], 'a long enough password', 2, 'security'],
    [[], 'a long enough password', 2, '--hall'],
    [['--hall', '410500', '--username', 'li.si'], 'short', 1, '15'],
  ] as const)('%j with the password %j exits %i: %s', async (...row) => {
    const [more, password, code, words] = row;
    const refused = await create(more, password);
    expect([refused.code, refused.err.includes(words)]).toEqual([code, true]);
  });
});

describe('yimen items import', () => {
  const header =
    'department,main_item,item_name,task_type_code,task_type,area_code12,item_code_raw,catalog_code,dept_uscc,source_url';
  const line = (name: string, code: string, more = ''): string =>
    `区经信局,,${name},10,其他行政权力,511602000000,${code}-11511301008778183N,,11511301008778183N,http://example.gov.cn/${more}`;

  test('takes what it can, says of the rest why, and changes nothing the second time', async () => {
    const path = await file(
      'items.csv',
      [header, line('开办网吧备案', 'A'), line('', 'B'), line('打井备案', 'C')].join('\n'),
    );
    const args = ['items', 'import', path, '--hall', '511602:广安区政务服务中心', '--json'];
    const first = await yimen(args);
    expect(first.code).toBe(1);
    expect(JSON.parse(first.out)).toMatchObject({
      taken: 2,
      unchanged: 0,
      rejected: [{ row: 3, column: 'item_name', reason: 'name_missing' }],
    });
    expect(JSON.parse((await yimen(args)).out)).toMatchObject({ taken: 0, unchanged: 2, rejected: [{ row: 3 }] });
  });

  test('a file that is not there is the caller’s mistake', async () => {
    expect((await yimen(['items', 'import', join(folder, 'none.csv'), '--hall', '511602'])).code).toBe(2);
  });
});

describe('yimen calendar import', () => {
  const notice = {
    year: 2027,
    published: '2026-11-20',
    festivals: [{ name: '元旦', from: '2027-01-01', to: '2027-01-04', makeUp: ['2027-01-09'] }],
  };

  test('takes a notice once and says which days it moved', async () => {
    const args = ['calendar', 'import', await file('2027.json', JSON.stringify(notice)), '--json'];
    const first = await yimen(args);
    expect([first.code, JSON.parse(first.out)]).toMatchObject([
      0,
      { outcome: 'taken', publishedThrough: '2027-12-31' },
    ]);
    expect(first.out).toContain('2027-01-04');
    expect(JSON.parse((await yimen(args)).out)).toMatchObject({ outcome: 'unchanged' });
  });

  test('refuses other days under the same name, and names every fault of a file', async () => {
    const other = { ...notice, festivals: [{ name: '元旦', from: '2027-01-01', to: '2027-01-01' }] };
    expect((await yimen(['calendar', 'import', await file('other.json', JSON.stringify(other))])).code).toBe(1);
    const wrong = await yimen([
      'calendar',
      'import',
      await file('wrong.json', '{"year":2027,"published":"2026-11-20","festivals":[{"name":"","from":"2027-13-01"}]}'),
      '--json',
    ]);
    expect([wrong.code, JSON.parse(wrong.out)]).toMatchObject([
      1,
      { errors: [{ field: 'name' }, { field: 'from' }, { field: 'to' }] },
    ]);
    expect((await yimen(['calendar', 'import', await file('no.json', 'no')])).code).toBe(2);
  });
});

test('yimen divisions import loads coarse before fine and refuses an orphan', async () => {
  const path = await file(
    'divisions.csv',
    'code12,name,level,parent_code12\n410500000000,安阳市,2,410000000000\n410000000000,河南省,1,\n420100000000,武汉市,2,420000000000',
  );
  const loaded = await yimen(['divisions', 'import', path, '--json']);
  expect([loaded.code, JSON.parse(loaded.out)]).toMatchObject([
    1,
    { taken: 2, rejected: [{ row: 4, reason: 'parent_missing' }] },
  ]);
});

describe('yimen ledger verify', () => {
  test('finds an intact ledger intact, and the first entry somebody changed', async () => {
    const stamp = { at: instant('2026-03-02T01:00:00.000Z'), actor: { kind: 'system', name: 'test' }, commandId: 'c' };
    const entries = [1, 2, 3].map((n) => ({ type: 'noted', body: { n } }));
    await transact(owner.kysely, (tx) =>
      append(tx, { jurisdiction: '410500', stream: 'case:1', after: EMPTY, entries, stamp }),
    );
    // Besides these three there is the entry of the administrator made above.
    const intact = await yimen(['ledger', 'verify', '--json']);
    expect([intact.code, JSON.parse(intact.out)]).toEqual([0, { streams: 2, entries: 4, breaks: [] }]);
    await sql`update ledger.entries set body = '{"n":9}' where stream = 'case:1' and revision >= 2`.execute(
      owner.kysely,
    );
    const broken = await yimen(['ledger', 'verify', '--json']);
    expect([broken.code, JSON.parse(broken.out)]).toMatchObject([
      1,
      { breaks: [{ stream: 'case:1', revision: 2, fault: 'altered' }] },
    ]);
    expect((await yimen(['ledger', 'verify', '--jurisdiction', '410500', '--stream', 'case:1'])).out).toContain('#2');
    expect((await yimen(['ledger', 'verify', '--stream', 'case:1'])).code).toBe(2);
  });
});

describe('yimen doctor', () => {
  interface Report {
    readonly findings: readonly { readonly check: string; readonly state: string; readonly en: string }[];
  }
  const statesOf = (outcome: Outcome): Record<string, string> =>
    Object.fromEntries((JSON.parse(outcome.out) as Report).findings.map(({ check, state }) => [check, state]));

  test('finds nothing wrong here, except perhaps that the machine was prepared for other things', async () => {
    const report = await yimen(['doctor', '--json']);
    const { disk: _disk, web: _web, ...states } = statesOf(report);
    // The tests' PostgreSQL keeps the durability of the real one.
    expect(Object.entries(states).filter(([, state]) => state === 'failed')).toEqual([]);
    expect(states).toMatchObject({
      runtime: 'ok',
      database: 'ok',
      migrations: 'ok',
      clock: 'ok',
      accounts: 'ok',
      demo: 'ok',
    });
  });

  test('fails on a demonstration account outside a demonstration', async () => {
    await sql`update people.account set demonstration = true`.execute(owner.kysely);
    const report = await yimen(['doctor', '--json']);
    expect([report.code, statesOf(report)['accounts']]).toEqual([1, 'failed']);
  });

  test('fails when the application could rewrite the ledger', async () => {
    await sql`grant delete on ledger.entries to yimen_app`.execute(owner.kysely);
    expect(statesOf(await yimen(['doctor', '--json']))['ledger']).toBe('failed');
  });
});

test.each(['admin create', 'items import', 'calendar import', 'divisions import', 'ledger verify', 'doctor'])(
  'yimen %s --help explains itself in both languages',
  async (command) => {
    const { code, out } = await yimen([...command.split(' '), '--help']);
    expect([code, out.includes(`yimen ${command}`), /\p{Script=Han}/u.test(out), out.includes('--json')]).toEqual([
      0,
      true,
      true,
      true,
    ]);
  },
);
