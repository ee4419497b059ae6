import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { connect, type Database } from '../database/index.ts';
import { openStream, readStream, verifyAll } from './index.ts';

/** How often the writer is killed; the promise (P02) is fifty times, which the nightly run does. */
const KILLS = 8;
const writer = fileURLToPath(new URL('test/writer.ts', import.meta.url));
const name = { jurisdiction: '410500', stream: 'case:killed' };

let fresh: FreshDatabase;
let app: Database<unknown>;
beforeAll(async () => {
  fresh = await freshDatabase();
  app = connect({ connectionString: fresh.connectionString, applicationName: 'crash test' });
});
afterAll(async () => {
  await app.close();
  await fresh.drop();
});

/** Lets it write for a while and kills it without warning; answers the last number it was told was done. */
function writeUntilKilled(first: number, millis: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [writer, fresh.connectionString, name.stream, String(first)]);
    let [out, err, armed] = ['', '', false];
    child.stdout.on('data', (data: Buffer) => {
      out += data.toString();
      if (!armed) setTimeout(() => child.kill('SIGKILL'), millis);
      armed = true;
    });
    child.stderr.on('data', (data: Buffer) => (err += data.toString()));
    child.on('close', (_code, signal) => {
      if (signal === 'SIGKILL') resolve(Number(out.trimEnd().split('\n').at(-1)));
      else reject(new Error(err));
    });
  });
}

test('a killed writer loses nothing it was told was done, and writes nothing twice when it begins again', async () => {
  let told = -1;
  for (let kill = 0; kill < KILLS; kill += 1) {
    // It begins with what it was told last, as a browser that got no answer would.
    told = await writeUntilKilled(Math.max(told, 0), 15 + Math.floor(Math.random() * 120));
  }
  const entries = await readStream(app.kysely, name);
  const written = entries.map(({ commandId }) => commandId);
  expect(new Set(written).size).toBe(written.length);
  for (let n = 0; n <= told; n += 1) {
    const opened = await openStream(app.kysely, { ...name, commandId: `command-${String(n)}`, request: { n } });
    expect(opened).toMatchObject({ ok: true, value: { answered: { revision: n + 1 } } });
  }
  // At most the one act whose answer never arrived was done without being told.
  expect([told + 1, told + 2]).toContain(entries.length);
  expect((await verifyAll(app.kysely)).breaks).toEqual([]);
}, 60_000);
