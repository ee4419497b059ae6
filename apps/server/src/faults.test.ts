import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@yimen/contract';
import { demoPassword } from '@yimen/demo';
import { instantFromMillis } from '@yimen/kernel';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checks } from './cli/doctor-checks.ts';
import { loadDemoHall } from './demo/index.ts';
import { openParts, type Parts } from './parts.ts';
import { createLocalCrypto } from './platform/crypto/index.ts';
import { parseConfig } from './platform/config.ts';
import { readPostmaster } from './platform/database/postmaster.ts';
import type { App } from './platform/http/index.ts';
import { verifyAll } from './platform/ledger/index.ts';
import { createLog } from './platform/log/index.ts';
import { ringPath } from './platform/personal/index.ts';
import { buildServer } from './server.ts';
import { seenOf } from './test/faultTable.ts';
import { intakeCommands } from './test/hall.ts';
import { canMount, mountSmall, unmount } from './test/smallDisk.ts';
import { wire } from './wiring.ts';

/** Faults of P13 that can be made here: each closed, said in words, healed by itself, with no half of anything. */

let root: string;
let parts: Parts;
let app: App;
let cookie: string;

const files = (): string => join(root, 'data', 'files');

beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yimen-faults-'));
  const log = createLog('fatal');
  parts = await openParts({ dataFolder: join(root, 'data'), log, origin: 'http://127.0.0.1' });
  await loadDemoHall(parts.shell);
  ({ app } = await buildServer({
    shell: parts.shell,
    worlds: await wire(parts),
    demoClock: undefined,
    moved: () => undefined,
    requestsPerMinute: 1_000_000,
  }));
  const payload = { username: 'zhou.min', password: demoPassword };
  const signedIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
}, 60_000);
afterAll(async () => {
  await app.close();
  await parts.close();
  await rm(root, { recursive: true, force: true });
});

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

function intake(): Promise<LightMyRequestResponse> {
  const payload = { commandId: randomUUID(), commands: intakeCommands() };
  return app.inject({ method: 'POST', url: '/api/v1/desk/cases', headers: { cookie }, payload });
}

function expectUnavailable(answer: LightMyRequestResponse): void {
  expect(answer.statusCode, answer.body).toBe(503);
  const problem = Problem.parse(answer.json());
  expect(problem.words.zh.length).toBeGreaterThan(5);
  expect(problem.words.en.length).toBeGreaterThan(5);
  expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
}

describe('the database', () => {
  test(
    seenOf('databaseKilled'),
    async () => {
      const answers: LightMyRequestResponse[] = [];
      const state = { going: true };
      const window = async (): Promise<void> => {
        while (state.going) answers.push(await intake());
      };
      const windows = [window(), window(), window(), window()];
      await pause(300);
      process.kill(readPostmaster(join(root, 'data', 'postgres'))?.pid ?? 0, 'SIGKILL');
      const killed = performance.now();
      await pause(50);
      while ((await app.inject('/api/health')).statusCode !== 200 && performance.now() - killed < 30_000)
        await pause(50);
      expect(performance.now() - killed).toBeLessThan(30_000);
      await pause(300);
      state.going = false;
      await Promise.all(windows);

      const done = answers.filter(({ statusCode }) => statusCode === 201);
      const refused = answers.filter(({ statusCode }) => statusCode !== 201);
      expect(refused.length).toBeGreaterThan(0);
      for (const answer of refused) expectUnavailable(answer);
      const { db } = parts.shell;
      const { rows } = await sql<{ cases: number; apart: number }>`select count(*)::int as cases,
      count(*) filter (where c.revision is distinct from h.revision)::int as apart
      from casework.cases c full join (select * from ledger.heads where stream like 'case:%') h
        on h.stream = 'case:' || c.case_id`.execute(db);
      expect(rows[0]?.apart).toBe(0);
      // One more at most for each window: done, and its answer lost with the connection.
      expect(rows[0]?.cases).toBeGreaterThanOrEqual(done.length);
      expect(rows[0]?.cases).toBeLessThanOrEqual(done.length + windows.length);
      expect((await verifyAll(db)).breaks).toEqual([]);
    },
    60_000,
  );
});

/** A PDF larger than the small disk below. */
function upload(): Promise<LightMyRequestResponse> {
  const boundary = 'yimen';
  const pdf = `%PDF-1.7\n1 0 obj\n<<>>\nendobj\n% ${'x'.repeat(600_000)}\ntrailer\n<<>>\nstartxref\n0\n%%EOF\n`;
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  const headers = { cookie, 'content-type': `multipart/form-data; boundary=${boundary}` };
  const payload = `${head}${pdf}\r\n--${boundary}--\r\n`;
  return app.inject({ method: 'POST', url: '/api/v1/desk/files', headers, payload });
}

async function expectClosedAndHealed(cause: () => Promise<void>, remove: () => Promise<void>): Promise<void> {
  await cause();
  const uploads = async (): Promise<number> =>
    (await sql<{ n: number }>`select count(*)::int as n from casework.uploads`.execute(parts.shell.db)).rows[0]?.n ?? 0;
  const before = await uploads();
  try {
    expectUnavailable(await upload());
    expect(await uploads()).toBe(before);
    expect((await intake()).statusCode).toBe(201);
  } finally {
    await remove();
  }
  expect((await upload()).statusCode).toBe(200);
}

describe('the file store', () => {
  test(seenOf('storeReadOnly'), async () => {
    await expectClosedAndHealed(
      async () => {
        await rm(files(), { recursive: true, force: true });
        // A file in its place: permissions would not keep root out, under whom this may run.
        await writeFile(files(), '');
      },
      () => rm(files()),
    );
  });

  if (canMount()) {
    test(seenOf('storeFull'), async () => {
      await rm(files(), { recursive: true, force: true });
      await mkdir(files(), { recursive: true });
      await expectClosedAndHealed(fill, async () => {
        const left = await readdir(files(), { recursive: true, withFileTypes: true });
        unmount(files());
        expect(left.filter((entry) => entry.isFile())).toEqual([]);
      });
    });
  } else {
    // Seen in the list of tests, so that nobody takes it for tested.
    test('full: NOT TESTED here, for only root may mount a small disk', () => {
      expect(existsSync(files())).toBe(true);
    });
  }
});

function fill(): Promise<void> {
  mountSmall(files(), '256k');
  return Promise.resolve();
}

test(seenOf('portTaken'), async () => {
  const taken = createServer().listen(0, '127.0.0.1');
  await once(taken, 'listening');
  const address = taken.address();
  const port = typeof address === 'object' && address !== null ? String(address.port) : '';
  const main = fileURLToPath(new URL('main.ts', import.meta.url));
  const child = spawn(process.execPath, [main, '--port', port, '--data', join(root, 'other')], { env: {} });
  let said = '';
  child.stderr.on('data', (data: Buffer) => (said += data.toString()));
  const [code] = (await once(child, 'close')) as readonly unknown[];
  taken.close();
  expect([code, said]).toEqual([1, expect.stringMatching(`端口 ${port} 已被占用.*--port`)]);
  await expect(readdir(join(root, 'other', 'postgres'))).rejects.toThrow('ENOENT');
});

test.each([
  [1500, 'ok'],
  [2500, 'failed'],
  [-2500, 'failed'],
] as const)(
  `a machine %i ms off the database: doctor says %s (${seenOf('clocksApart')} beyond 2 s)`,
  async (millis, state) => {
    const asked = parseConfig(['--data', join(root, 'data')], {});
    if (asked.kind !== 'run') throw new Error(asked.text);
    const { database, files: store, shell } = parts;
    const realNow = () => instantFromMillis(Date.now() + millis);
    const tool = {
      config: asked.config,
      database,
      db: database.kysely,
      files: store,
      crypto: createLocalCrypto({ keyFolder: join(root, 'data', 'keys') }),
      newId: randomUUID,
      ringPath: ringPath(join(root, 'data')),
      keys: () => Promise.resolve(parts),
      now: shell.now,
      realNow,
      demo: false,
    };
    expect((await checks['clock']?.(tool))?.state).toBe(state);
  },
);
