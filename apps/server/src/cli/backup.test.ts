import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { appendFile, copyFile, mkdir, mkdtemp, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { anyang } from '@yimen/demo';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadDemoHall } from '../demo/index.ts';
import { actOnCase, findCase, type Acted } from '../modules/casework/index.ts';
import { makePapers, papersOf } from '../modules/documents/index.ts';
import { standingOf } from '../modules/people/index.ts';
import { openParts, type Parts } from '../parts.ts';
import { verifyAll } from '../platform/ledger/index.ts';
import { ringPath } from '../platform/personal/index.ts';
import { createLog } from '../platform/log/index.ts';
import { cast } from '../test/cases.ts';
import { intakeCommands } from '../test/hall.ts';
import { wire, type Worlds } from '../wiring.ts';

const main = fileURLToPath(new URL('main.ts', import.meta.url));
const log = createLog('error', { write: () => undefined });

interface Hall {
  readonly parts: Parts;
  readonly worlds: Worlds;
}

let root: string;
let hall: Hall;

async function open(name: string): Promise<Hall> {
  const parts = await openParts({ dataFolder: join(root, name), log, origin: 'http://127.0.0.1' });
  return { parts, worlds: await wire(parts) };
}

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yimen-backup-'));
  hall = await open('first');
  await loadDemoHall(hall.parts.shell);
});
afterAll(async () => {
  await hall.parts.close();
  await rm(root, { recursive: true, force: true });
});

interface Outcome {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

function yimen(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [main, ...args], { env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (data: Buffer) => (out += data.toString()));
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, out, err }));
  });
}

async function intake({ parts, worlds }: Hall): Promise<Acted> {
  const standing = await standingOf(parts.shell.db, anyang, cast.clerk);
  if (standing === undefined) throw new Error('nobody is at the counter');
  const key = { jurisdiction: anyang, caseId: randomUUID() };
  const commands = intakeCommands();
  const done = await actOnCase(worlds.cases, {
    key,
    commandId: randomUUID(),
    commands,
    by: { kind: 'officer', standing },
  });
  if (!done.ok) throw new Error(done.error.why);
  return done.value;
}

/** Acts without a pause until told to stop, noting when each was acknowledged. */
function keepActing(at: Hall): () => Promise<readonly { readonly acted: Acted; readonly at: number }[]> {
  const acknowledged: { readonly acted: Acted; readonly at: number }[] = [];
  const state = { going: true };
  const window = async (): Promise<void> => {
    while (state.going) acknowledged.push({ acted: await intake(at), at: performance.now() });
  };
  const windows = [window(), window(), window()];
  return async () => {
    state.going = false;
    await Promise.all(windows);
    return acknowledged;
  };
}

const doctor = async (): Promise<string> =>
  (await yimen(['doctor', '--data', join(root, 'first')])).out.split('\n').find((line) => line.includes('backup')) ??
  '';

test('doctor warns while no backup was ever made', async () => {
  expect(await doctor()).toMatch(/warning .*never backed up/);
});

test('a hall at work is backed up, and what was acknowledged before is whole in the copy, on another folder and port', async () => {
  const first = await intake(hall);
  const key = { jurisdiction: anyang, caseId: first.caseId };
  expect(await makePapers(hall.worlds.papers, key)).toBe(2);
  const stop = keepActing(hall);
  await new Promise((resolve) => setTimeout(resolve, 300));
  const begun = performance.now();
  const made = await yimen(['backup', '--data', join(root, 'first'), '--to', join(root, 'copy')]);
  const ended = performance.now();
  const acknowledged = await stop();
  expect([made.code, made.err]).toEqual([0, '']);
  const before = acknowledged.filter(({ at }) => at < begun);
  expect(before.length).toBeGreaterThan(0);
  expect(acknowledged.filter(({ at }) => at > begun && at < ended).length).toBeGreaterThan(10);

  const restored = await yimen(['restore', '--from', join(root, 'copy'), '--data', join(root, 'second'), '--json']);
  expect([restored.code, restored.err]).toEqual([0, '']);
  expect(JSON.parse(restored.out)).toMatchObject({ ledger: { breaks: [] }, missing: [], named: 2, withKeys: false });

  // Without its keys the copy is of no use to a thief, nor to anybody else: they are kept, and put back, by hand.
  await expect(open('second')).rejects.toThrow('not in the key ring');
  await mkdir(join(root, 'second', 'keys'), { recursive: true, mode: 0o700 });
  await copyFile(ringPath(join(root, 'first')), ringPath(join(root, 'second')));
  const second = await open('second');
  try {
    for (const { acted } of before) {
      const row = await findCase(second.parts.shell.db, { jurisdiction: anyang, caseId: acted.caseId });
      expect(row).toMatchObject({ number: acted.number, revision: acted.revision });
    }
    const papers = await papersOf(second.parts.shell.db, key);
    for (const { paperId, state } of papers) {
      expect(state).toBe('ready');
      // The store answers bytes only when they are those it was given.
      const pdf = await second.worlds.cases.near.paperFile(key, paperId);
      expect(Buffer.from(pdf?.subarray(0, 5) ?? []).toString()).toBe('%PDF-');
    }
    // Life goes on: numbers run on, chains stay whole.
    const later = await intake(second);
    expect(before.map(({ acted }) => acted.number)).not.toContain(later.number);
    expect((await verifyAll(second.parts.shell.db)).breaks).toEqual([]);
  } finally {
    await second.parts.close();
  }
}, 120_000);

test('doctor is content after a backup', async () => {
  expect(await doctor()).toMatch(/ok .*last backup/);
});

test('the copy is private, and the keys are in it only when asked for', async () => {
  expect((await stat(join(root, 'copy'))).mode & 0o077).toBe(0);
  expect((await stat(join(root, 'copy', 'manifest.json'))).mode & 0o077).toBe(0);
  await expect(stat(join(root, 'copy', 'keys'))).rejects.toThrow('ENOENT');
  const made = await yimen(['backup', '--data', join(root, 'first'), '--to', join(root, 'keyed'), '--with-keys']);
  expect(made.out).toContain('WITH the keys');
  expect((await stat(join(root, 'keyed', 'keys', 'demo-ca.pem'))).mode & 0o077).toBe(0);
}, 30_000);

test('one changed byte, a missing manifest and a folder in use are refused, and leave nothing behind', async () => {
  const into = (name: string): readonly string[] => [
    'restore',
    '--from',
    join(root, 'copy'),
    '--data',
    join(root, name),
  ];
  const full = await yimen(into('first'));
  expect([full.code, full.err]).toEqual([1, expect.stringContaining('is not empty')]);
  const manifest = JSON.parse(await readFile(join(root, 'copy', 'manifest.json'), 'utf8')) as {
    files: { path: string }[];
  };
  const paper = manifest.files.find(({ path }) => path.startsWith('files/'))?.path ?? '';
  await appendFile(join(root, 'copy', paper), 'x');
  const changed = await yimen(into('third'));
  expect([changed.code, changed.err]).toEqual([1, expect.stringContaining(paper)]);
  await rm(join(root, 'copy', 'manifest.json'));
  const headless = await yimen(into('third'));
  expect([headless.code, headless.err]).toEqual([1, expect.stringContaining('no whole backup')]);
  await expect(stat(join(root, 'third', 'postgres'))).rejects.toThrow('ENOENT');
}, 30_000);

test('a database of one’s own is left to its own backup', async () => {
  const env = { DATABASE_URL: 'postgres://nobody:x@127.0.0.1:1/yimen' };
  const refused = await yimen(['backup', '--to', join(root, 'never')], env);
  expect([refused.code, refused.err]).toEqual([2, expect.stringContaining('pg_basebackup')]);
});
