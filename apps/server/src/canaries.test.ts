import { spawn } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { residentIdCheck } from '@yimen/core/people';
import type { CaseCommand } from '@yimen/core/casework';
import { anyang } from '@yimen/demo';
import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemoHall } from './demo/index.ts';
import { actOnCase } from './modules/casework/index.ts';
import { openDraft, saveDraft } from './modules/casework/drafts.ts';
import { makePapers } from './modules/documents/index.ts';
import { standingOf } from './modules/people/index.ts';
import { openParts, type Parts } from './parts.ts';
import { makeBackup } from './platform/backup/index.ts';
import { createServerLog } from './platform/log/index.ts';
import { cast } from './test/cases.ts';
import { commandId, fileCommand } from './test/hall.ts';
import { wire, type Worlds } from './wiring.ts';

/** Every number that goes in: of each case seven, of each draft four. */
const CASES = 120;
const DRAFTS = 50;
const planted = new Set<string>();
let root: string;
let parts: Parts;
let worlds: Worlds;

/** A resident number with a right check character, or a mobile number: never given out twice. */
function identity(): string {
  const serial = planted.size;
  const first17 = `410502${String(1950 + (serial % 50))}0${String(1 + (serial % 9))}1${String(serial % 10)}${String(serial % 1000).padStart(3, '0')}`;
  const number = `${first17}${residentIdCheck(first17) ?? ''}`;
  planted.add(number);
  return number;
}

function phone(): string {
  const number = `139${String(70_000_000 + planted.size * 7919).slice(-8)}`;
  planted.add(number);
  return number;
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yimen-canaries-'));
  const dataFolder = join(root, 'data');
  const log = createServerLog('debug', join(dataFolder, 'log'));
  parts = await openParts({ dataFolder, log, origin: 'http://127.0.0.1' });
  worlds = await wire(parts);
  await loadDemoHall(parts.shell);
  for (let at = 0; at < CASES; at += 1) await fileOne(at);
  for (let at = 0; at < DRAFTS; at += 1) await typeOne();
}, 240_000);
afterAll(async () => {
  await parts.close();
  await rm(root, { recursive: true, force: true });
});

async function fileOne(at: number): Promise<void> {
  const { cases, papers } = worlds;
  const standing = await standingOf(parts.shell.db, anyang, cast.clerk);
  if (standing === undefined) throw new Error('no clerk');
  const file = fileCommand();
  const agent = {
    name: '代办人',
    paper: 'residentId',
    paperNumber: identity(),
    phone: phone(),
    mandate: `委托书，受托人身份证${identity()}`,
  } as const;
  const said = { ...file.answers, chargePhone: phone() };
  const applicant = { ...file.applicant, phone: phone(), agent };
  const key = { jurisdiction: anyang, caseId: parts.shell.newId() };
  const by = { kind: 'officer', standing } as const;
  const notice: CaseCommand = {
    type: 'notifyCorrection',
    defects: [{ defect: `身份证复印件 ${identity()} 不清楚`, standard: '清晰' }],
    contact: `窗口 ${phone()}`,
  };
  const commands = [
    { ...file, applicant, answers: said },
    { type: 'receive', materials: file.materials },
    notice,
  ] as const;
  const done = await actOnCase(cases, { key, commandId: commandId(), commands, by });
  expect(done.ok, JSON.stringify(done)).toBe(true);
  if (at < 2) await makePapers(papers, key);
}

async function typeOne(): Promise<void> {
  const item = { jurisdiction: anyang, itemId: 'construction-permit', itemVersion: 1 };
  const { draftId } = await openDraft(worlds.cases, item);
  const applicant = { phone: phone(), paperNumber: identity(), agentPhone: phone(), agentPaperNumber: identity() };
  const saved = await saveDraft(worlds.cases, draftId, { applicant });
  expect(saved.ok).toBe(true);
}

/** Which of the planted numbers stand in these bytes. */
function hits(text: string): readonly string[] {
  const found = text.match(/(?=(\d{17}[\dX]|1\d{10}))./g)?.length ?? 0;
  if (found === 0) return [];
  return [...text.matchAll(/(?=(\d{17}[\dX]))|(?=(1\d{10}))/g)].flatMap(([, id, mobile]) =>
    [id, mobile].filter((number): number is string => number !== undefined && planted.has(number)),
  );
}

async function hitsBelow(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of names.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    found.push(...hits((await readFile(path)).toString('latin1')).map((number) => `${path}: ${number}`));
  }
  return found;
}

/** Every row of every table as text, as a dump has them. */
async function dump(): Promise<string> {
  const { rows: tables } = await sql<{ name: string }>`select format('%I.%I', schemaname, tablename) as name
    from pg_tables where schemaname in ('ledger', 'casework', 'documents', 'rating', 'people', 'network', 'catalogue',
      'calendar', 'platform', 'demo') and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`.execute(
    parts.shell.db,
  );
  const texts: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql<{ row: string }>`select t::text as row from ${sql.raw(name)} t`.execute(parts.shell.db);
    texts.push(...rows.map(({ row }) => row));
  }
  return texts.join('\n');
}

test('a thousand numbers went in through the real acts', () => {
  expect(planted.size).toBeGreaterThanOrEqual(1000);
});

test('none of them stands in any table, nor in the files of the database, its log of changes, the logs, or the stored papers', async () => {
  expect(hits(await dump())).toEqual([]);
  await sql`checkpoint`.execute(parts.shell.db).catch(() => undefined);
  const entries = await readdir(join(root, 'data'), { withFileTypes: true });
  const folders = entries.flatMap((entry) => (entry.isDirectory() && entry.name !== 'keys' ? [entry.name] : []));
  expect(folders).toEqual(expect.arrayContaining(['postgres', 'files', 'log']));
  for (const folder of folders) expect(await hitsBelow(join(root, 'data', folder))).toEqual([]);
}, 120_000);

test('nor in a backup', async () => {
  const to = join(root, 'backup');
  await makeBackup({ dataFolder: join(root, 'data'), to, withKeys: false, now: parts.shell.realNow });
  expect(await hitsBelow(to)).toEqual([]);
}, 120_000);

test('the search is not blind: a number written in the open is found in the tables and in the log of changes', async () => {
  const [number = ''] = planted;
  await sql`insert into casework.uploads (jurisdiction, sha256, bytes, media_type, at)
    values (${anyang}, ${'0'.repeat(64)}, 1, ${`text ${number}`}, now())`.execute(parts.shell.db);
  expect(hits(await dump())).toContain(number);
  expect((await hitsBelow(join(root, 'data', 'postgres'))).length).toBeGreaterThan(0);
}, 60_000);

const main = fileURLToPath(new URL('cli/main.ts', import.meta.url));

function yimen(...args: readonly string[]): Promise<{ readonly code: number | null; readonly out: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args, '--data', join(root, 'data'), '--json'], { env: {} });
    let out = '';
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (out += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out }));
  });
}

test('a rotation beside the running server brings every row under the new key, and all of it still opens', async () => {
  const before = await sql<{ n: number }>`select count(*)::int as n from casework.cases
    where state::text like '%sealed:ag:k1:%'`.execute(parts.shell.db);
  expect(before.rows[0]?.n).toBe(CASES);
  const rotated = await yimen('keys', 'rotate', '--cipher', 'sm4-hmac-sm3');
  expect(rotated.code, rotated.out).toBe(0);
  const { rows } = await sql<{ old: number; fresh: number }>`select
    (count(*) filter (where state::text like '%sealed:ag:k1:%'))::int as old,
    (count(*) filter (where state::text like '%sealed:s4:k2:%'))::int as fresh from casework.cases`.execute(
    parts.shell.db,
  );
  expect(rows[0]).toEqual({ old: 0, fresh: CASES });
  expect(hits(await dump()).length).toBe(1);
  const { rows: sealed } = await sql<{
    case_id: string;
    state: object;
  }>`select case_id, state from casework.cases`.execute(parts.shell.db);
  const opened = sealed.map(({ case_id: id, state }) =>
    JSON.stringify(parts.keeper.openWithin(state, `case:${anyang}/${id}`)),
  );
  expect(new Set(opened.flatMap((text) => hits(text))).size).toBeGreaterThan(CASES * 5);
}, 120_000);
