import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';

/** Every TypeScript project of the repository. `pure` compiles the functional core without Node's types: it must not need them. */
const PROJECTS = [
  'packages/kernel/tsconfig.pure.json',
  'packages/core/tsconfig.pure.json',
  'packages/kernel',
  'packages/core',
  'packages/contract',
  'packages/testkit',
  'packages/ui',
  'apps/server',
  'apps/portal',
  'apps/desk',
  'e2e',
  'bench',
  '.',
];

interface Outcome {
  readonly project: string;
  readonly code: number;
  readonly output: string;
}

const NO_INPUTS = 'TS18003';

function run(command: string, args: readonly string[]): Promise<{ code: number; output: string }> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'pipe'], shell: process.platform === 'win32' });
    let output = '';
    child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()));
    child.on('error', (error) => resolve({ code: 1, output: error.message }));
    child.on('close', (code) => resolve({ code: code ?? 1, output }));
  });
}

/** React Router writes the types of its route modules; without them `./+types/…` imports do not resolve. */
async function writeRouteTypes(): Promise<Outcome | undefined> {
  if (!existsSync('apps/portal/react-router.config.ts')) return undefined;
  const outcome = await run('react-router', ['typegen', 'apps/portal']);
  return outcome.code === 0 ? undefined : { project: 'apps/portal (typegen)', ...outcome };
}

async function check(project: string): Promise<Outcome> {
  const outcome = await run('tsc', ['--noEmit', '--pretty', 'false', '-p', project]);
  const empty = outcome.output.includes(NO_INPUTS);
  return { project, ...outcome, ...(empty ? { code: 0, output: '' } : {}) };
}

async function checkAll(projects: readonly string[]): Promise<readonly Outcome[]> {
  const waiting = [...projects];
  const done: Outcome[] = [];
  const worker = async (): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) done.push(await check(next));
  };
  await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, worker));
  return done;
}

const wanted = process.argv.slice(2);
const typegen = await writeRouteTypes();
const outcomes = await checkAll(wanted.length > 0 ? wanted : PROJECTS);
const broken = [...(typegen ? [typegen] : []), ...outcomes].filter((outcome) => outcome.code !== 0);
for (const { project, output } of broken) console.error(`${project}\n${output.trimEnd()}`);
console.log(`types: ${String(outcomes.length)} projects, ${String(broken.length)} with errors`);
process.exitCode = broken.length > 0 ? 1 : 0;
