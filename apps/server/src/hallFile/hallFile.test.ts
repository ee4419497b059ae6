import { spawn } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openHall, type TestHall } from '../test/hall.ts';
import { hallFaults, HallFile } from './index.ts';

const main = fileURLToPath(new URL('../cli/main.ts', import.meta.url));
let hall: TestHall;
let folder: string;
beforeAll(async () => {
  hall = await openHall();
  folder = await mkdtemp(join(tmpdir(), 'yimen-hall-'));
}, 120_000);
afterAll(async () => {
  await hall.close();
  await rm(folder, { recursive: true, force: true });
});

function yimen(...args: readonly string[]): Promise<{ readonly code: number | null; readonly err: string }> {
  return new Promise((resolve, reject) => {
    const env = { DATABASE_URL: hall.adminConnectionString, LOG_LEVEL: 'error', PATH: '' };
    const child = spawn(process.execPath, [main, ...args], { env });
    let err = '';
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, err }));
  });
}

async function exported(code: string): Promise<HallFile> {
  const path = join(folder, `${code}.json`);
  const done = await yimen('hall', 'export', path, '--hall', code);
  expect(done.code, done.err).toBe(0);
  return HallFile.parse(JSON.parse(await readFile(path, 'utf8')));
}

async function take(code: string, file: unknown, ...more: readonly string[]) {
  const path = join(folder, 'taken.json');
  await writeFile(path, typeof file === 'string' ? file : JSON.stringify(file));
  return yimen('hall', 'import', path, '--hall', code, ...more);
}

describe('a hall set up by a file', () => {
  test('what one hall wrote founds another, whole; nobody of the first works there', async () => {
    const file = await exported('410500');
    expect([file.departments.length, file.posts.length, file.authorisations.length].every((count) => count > 10)).toBe(
      true,
    );
    const done = await take('410581', { ...file, hall: { ...file.hall, name: '林州市政务服务中心' } });
    expect(done.code, done.err).toBe(0);
    const founded = await exported('410581');
    expect(founded).toEqual({ ...file, hall: { ...file.hall, name: '林州市政务服务中心' } });
    const { rows } = await sql`select 1 from people.posting where jurisdiction = '410581'`.execute(hall.shell.db);
    expect(rows).toEqual([]);
  });

  test('taken again it changes what differs, on record, and takes nothing away', async () => {
    const file = await exported('410581');
    const [first, ...rest] = file.authorisations;
    if (first === undefined) expect.fail('no authorisation');
    const changed = { ...first, to: '2027-06-30' };
    expect((await take('410581', { ...file, authorisations: [changed] })).code).toBe(0);
    const now = await exported('410581');
    expect(now.authorisations).toEqual([changed, ...rest].toSorted((one, other) => (one.id < other.id ? -1 : 1)));
    const { rows } = await sql<{ body: object }>`select body from ledger.entries
      where stream = 'settings:410581' and type = 'hallFileTaken' order by revision`.execute(hall.shell.db);
    expect(rows).toHaveLength(2);
    expect(rows[1]?.body).toMatchObject({
      authorisations: 1,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
    });
  });

  test('a file that is no file, or is asked of only, writes nothing', async () => {
    expect(await take('410582', 'name,address')).toMatchObject({ code: 1 });
    const file = await exported('410581');
    expect((await take('410582', file, '--dry-run')).code).toBe(0);
    expect((await yimen('hall', 'export', join(folder, 'none.json'), '--hall', '410582')).code).toBe(2);
  });
});

describe('what does not hold together is told with its place', () => {
  const sound: HallFile = {
    format: 'yimen-hall-1',
    hall: {
      name: '林州市政务服务中心',
      division: '410581000000',
      divisionName: '河南省林州市',
      address: '演示路1号',
      hours: '工作日 9:00—17:00',
      phone: '0372-0000000',
      complaintPhone: '0372-0000001',
    },
    departments: [{ id: 'water', name: '林州市水利局', shortName: '林水', kind: 'department' }],
    offices: [{ id: 'water-office', authority: 'water', name: '审批科', form: 'dedicated' }],
    windows: [{ kind: 'department', id: 'w1', number: '1', name: '水利窗口', authority: 'water' }],
    stations: [],
    posts: [{ id: 'water-clerk', authority: 'water', name: '受理岗', roles: ['windowClerk'] }],
    authorisations: [
      {
        id: 'p1',
        number: '林水授〔2026〕1号',
        authority: 'water',
        post: 'water-clerk',
        acts: ['receive'],
        items: 'all',
        handling: 'direct',
        instant: false,
        from: '2026-01-01',
        to: '2026-12-31',
      },
    ],
  };
  const fieldsOf = (file: HallFile): readonly string[] => hallFaults(file).map(({ field }) => field);
  const [department] = sound.departments;
  const [paper] = sound.authorisations;
  if (department === undefined || paper === undefined) throw new Error('the sound file is empty');

  test('a sound file has no fault', () => expect(fieldsOf(HallFile.parse(sound))).toEqual([]));
  test.each<readonly [string, Partial<HallFile>, string]>([
    ['an id given twice', { departments: [department, department] }, 'departments.1.id'],
    [
      'a window of no department',
      { windows: [{ ...sound.windows[0], id: 'w', number: '1', name: '窗口', kind: 'department', authority: 'fire' }] },
      'windows.0.authority',
    ],
    ['an authorisation for no post', { authorisations: [{ ...paper, post: 'nobody' }] }, 'authorisations.0.post'],
    [
      'an authorisation that ends before it begins',
      { authorisations: [{ ...paper, to: '2025-01-01' }] },
      'authorisations.0.to',
    ],
    [
      'a wrong check character (GB 32100)',
      { departments: [{ ...department, creditCode: '11410500MA0000000X' }] },
      'departments.0.creditCode',
    ],
    [
      'one of the three administrators',
      { posts: [{ id: 'water-clerk', name: '管理', roles: ['securityAdministrator'] }] },
      'posts.0.roles',
    ],
  ])('%s', (_name, change, field) => {
    expect(fieldsOf({ ...sound, ...change })).toEqual([field]);
  });
  test.each<readonly [string, object]>([
    ['a day that does not exist', { authorisations: [{ ...paper, to: '2026-02-30' }] }],
    ['an act nobody knows', { authorisations: [{ ...paper, acts: ['decide'] }] }],
    ['a field nobody knows', { people: [] }],
    ['another format', { format: 'yimen-hall-2' }],
  ])('%s is no such file', (_name, change) => {
    expect(HallFile.safeParse({ ...sound, ...change }).success).toBe(false);
  });
});
