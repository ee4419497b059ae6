import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { copyFile, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SERVER = `
  process.stdout.write('serving ' + process.argv.slice(2).join(' ') + '\\n');
  let asked = 0;
  const stop = (name) => { process.stdout.write(name + ' ' + ++asked + '\\n'); setTimeout(() => process.exit(7), 300); };
  for (const name of ['SIGINT', 'SIGTERM']) process.on(name, () => stop(name));
  setTimeout(() => {}, 20000);
`;
const TOOL = `process.stdout.write(JSON.stringify(process.argv.slice(2))); process.exitCode = 3;`;

let root: string;

/** A repository with nothing in it but the bootstrap and programs that say what reaches them. */
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), 'yimen-bootstrap-'));
  for (const folder of ['tools', 'node_modules', 'apps/server/src/cli'])
    await mkdir(join(root, folder), { recursive: true });
  for (const name of ['bootstrap.mjs', 'follow-parent.mjs'])
    await copyFile(fileURLToPath(new URL(name, import.meta.url)), join(root, 'tools', name));
  const lock = JSON.stringify({ packages: { '': {}, 'node_modules/elsewhere': { version: '1.0.0', optional: true } } });
  await writeFile(join(root, 'package-lock.json'), lock);
  await writeFile(join(root, 'node_modules/.package-lock.json'), JSON.stringify({ packages: {} }));
  await writeFile(join(root, 'tools/build-web.ts'), `console.log('built');`);
  await writeFile(join(root, 'apps/server/src/main.ts'), SERVER);
  await writeFile(join(root, 'apps/server/src/cli/main.ts'), TOOL);
});
afterAll(() => rm(root, { recursive: true, force: true }));

interface Started {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly said: (words: string) => Promise<void>;
}

function start(args: readonly string[]): Started {
  const child = spawn(process.execPath, ['tools/bootstrap.mjs', ...args], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  const said = async (words: string): Promise<void> => {
    while (!output.includes(words)) await new Promise((resolve) => setTimeout(resolve, 20));
  };
  return { child, output: () => output, said };
}

async function exitCode(child: ChildProcess): Promise<unknown> {
  const [code] = (await once(child, 'close')) as readonly unknown[];
  return code;
}

test('a command’s words go through, its output stays its own, its exit code is kept', async () => {
  const { child, output } = start(['yimen', 'clock', 'due', '--json']);
  expect(await exitCode(child)).toBe(3);
  expect(output()).toBe('["clock","due","--json"]');
});

test('a server asked twice within a second, by the terminal and by npm, hears of it once', async () => {
  const { child, output, said } = start(['start', '--port', '9']);
  await said('serving --port 9');
  child.kill('SIGINT');
  child.kill('SIGINT');
  expect(await exitCode(child)).toBe(7);
  expect(output()).toBe('serving --port 9\nSIGINT 1\n');
});

test('a service manager’s TERM is passed on', async () => {
  const { child, output, said } = start(['start']);
  await said('serving');
  child.kill('SIGTERM');
  expect(await exitCode(child)).toBe(7);
  expect(output()).toContain('SIGTERM 1');
});

test('a server whose starter was killed stops by itself', async () => {
  const { child, said } = start(['start']);
  await said('serving');
  child.kill('SIGKILL');
  await said('SIGTERM 1');
});

test('an unknown command is refused with the usage', async () => {
  const { child } = start(['begin']);
  expect(await exitCode(child)).toBe(2);
});
