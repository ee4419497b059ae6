import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Problem } from '@yimen/contract';
import { demoPassword } from '@yimen/demo';
import type { LightMyRequestResponse } from 'fastify';
import { sql } from 'kysely';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { loadDemoHall } from './demo/index.ts';
import { openParts, type Parts } from './parts.ts';
import { deliveries } from './platform/checkpoint/index.ts';
import type { App } from './platform/http/index.ts';
import { verifyAll } from './platform/ledger/index.ts';
import { createLog } from './platform/log/index.ts';
import { advanceProof, openProof, tellWitnesses } from './proof.ts';
import { buildServer } from './server.ts';
import { faultDocument, seenOf } from './test/faultTable.ts';
import { intakeCommands } from './test/hall.ts';
import { canMount, fillDisk, mountSmall, unmount } from './test/smallDisk.ts';
import { wire } from './wiring.ts';

/** Faults of what stands around the program: the disk under the database, the mail server. */

let root: string;
let hall: { readonly parts: Parts; readonly app: App; readonly cookie: string } | undefined;
beforeEach(async () => void (root = await mkdtemp(join(tmpdir(), 'yimen-outside-'))));
afterEach(async () => {
  await hall?.app.close();
  await hall?.parts.close();
  hall = undefined;
  await rm(root, { recursive: true, force: true });
});

const log = createLog('fatal');

async function openIn(dataFolder: string) {
  const parts = await openParts({ dataFolder, log, origin: 'http://127.0.0.1' });
  await loadDemoHall(parts.shell);
  const { app } = await buildServer({
    shell: parts.shell,
    worlds: await wire(parts),
    demoClock: undefined,
    moved: () => undefined,
    requestsPerMinute: 1_000_000,
  });
  const payload = { username: 'zhou.min', password: demoPassword };
  const signedIn = await app.inject({ method: 'POST', url: '/api/v1/session', payload });
  const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? '';
  hall = { parts, app, cookie };
  const intake = (): Promise<LightMyRequestResponse> =>
    app.inject({
      method: 'POST',
      url: '/api/v1/desk/cases',
      headers: { cookie },
      payload: { commandId: randomUUID(), commands: intakeCommands() },
    });
  return { parts, intake };
}

if (canMount()) {
  test(seenOf('databaseFull'), { timeout: 120_000 }, async () => {
    const data = join(root, 'data');
    await mkdir(data);
    mountSmall(data, '700m');
    try {
      const { parts, intake } = await openIn(data);
      expect((await intake()).statusCode).toBe(201);
      fillDisk(join(data, 'ballast'));
      const answers: LightMyRequestResponse[] = [];
      while (answers.filter(({ statusCode }) => statusCode !== 201).length < 5 && answers.length < 400)
        answers.push(await intake());
      const refused = answers.filter(({ statusCode }) => statusCode !== 201);
      expect(refused).toHaveLength(5);
      for (const answer of refused) {
        expect(answer.statusCode, answer.body).toBe(503);
        expect(Problem.parse(answer.json()).words.zh.length).toBeGreaterThan(5);
        expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0);
      }
      await rm(join(data, 'ballast'));
      const freed = performance.now();
      while ((await intake()).statusCode !== 201 && performance.now() - freed < 30_000) await pause(200);
      expect(performance.now() - freed).toBeLessThan(30_000);
      expect(await apartIn(parts)).toBe(0);
      expect((await verifyAll(parts.shell.db)).breaks).toEqual([]);
    } finally {
      await hall?.app.close();
      await hall?.parts.close();
      hall = undefined;
      unmount(data);
    }
  });
} else {
  // Seen in the list of tests, so that nobody takes it for tested.
  test('the disk of the database full: NOT TESTED here, for only root may mount a small disk', () => {
    expect(canMount()).toBe(false);
  });
}

const pause = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));

/** Cases that stand elsewhere than their part of the ledger. */
async function apartIn({ shell }: Parts): Promise<number> {
  const { rows } = await sql<{ apart: number }>`select count(*)::int as apart from casework.cases c
    full join (select * from ledger.heads where stream like 'case:%') h on h.stream = 'case:' || c.case_id
    where c.revision is distinct from h.revision`.execute(shell.db);
  return rows[0]?.apart ?? Number.NaN;
}

test(seenOf('mailDown'), { timeout: 60_000 }, async () => {
  const { parts, intake } = await openIn(join(root, 'data'));
  const port = await freePort();
  const mail = { smtp: `smtp://127.0.0.1:${String(port)}`, from: 'hall@example.cn', to: 'bureau@example.cn' };
  const settings = { keyFolder: undefined, folder: undefined, mail, others: [], logs: [] };
  const proof = openProof(parts.shell, { dataFolder: join(root, 'data'), publicUrl: undefined, proof: settings });
  const look = async () => {
    await advanceProof(proof, log);
    await tellWitnesses(proof, log);
    return (await deliveries(parts.shell.db))[0];
  };
  expect((await intake()).statusCode).toBe(201);
  const down = await look();
  expect(down).toMatchObject({ attempts: 1, deliveredAt: null });
  expect(down?.problem).toContain('ECONNREFUSED');
  expect((await intake()).statusCode).toBe(201);

  const received: string[] = [];
  const server = mailServer(received).listen(port, '127.0.0.1');
  await once(server, 'listening');
  // As if the pause before the next try were over.
  await sql`update proof.deliveries set next_at = null`.execute(parts.shell.db);
  expect(await look()).toMatchObject({ attempts: 0, problem: null, pendingSince: null });
  await look();
  expect(received).toHaveLength(1);
  expect(received[0]).toContain('checkpoint-');
  server.close();
});

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** As much of SMTP as one mail takes. */
function mailServer(received: string[]): Server {
  return createServer((socket: Socket) => {
    let [text, inData] = ['', false];
    const say = (line: string): void => void socket.write(`${line}\r\n`);
    say('220 test');
    socket.on('data', (bytes: Buffer) => {
      text += bytes.toString();
      if (inData && text.endsWith('\r\n.\r\n')) {
        received.push(text);
        [text, inData] = ['', false];
        say('250 kept');
      }
      if (inData || !text.endsWith('\r\n')) return;
      const word = text.slice(0, 4).toUpperCase();
      text = '';
      inData = word === 'DATA';
      say(word === 'DATA' ? '354 go on' : word === 'QUIT' ? '221 bye' : '250 ok');
    });
    socket.on('error', () => undefined);
  });
}

test('the document of faults is written from the table', async () => {
  const document = fileURLToPath(new URL('../../../docs/faults.md', import.meta.url));
  await expect(faultDocument()).toMatchFileSnapshot(document);
});
