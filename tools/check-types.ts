import { existsSync } from 'node:fs';
import { inPairs, run, type Outcome } from './run.ts';

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
  'demo',
  'e2e',
  'bench',
  '.',
];

/** tsc's complaint about a project in which there is no file yet. */
const NO_INPUTS = 'TS18003';

/** React Router writes the types of its route modules; without them `./+types/…` imports do not resolve. */
async function writeRouteTypes(): Promise<Outcome> {
  if (!existsSync('apps/portal/react-router.config.ts')) return { code: 0, output: '' };
  return run(['react-router', 'typegen', 'apps/portal']);
}

async function check(project: string): Promise<Outcome> {
  const outcome = await run(['tsc', '--noEmit', '--pretty', 'false', '-p', project]);
  return outcome.output.includes(NO_INPUTS) ? { code: 0, output: '' } : outcome;
}

const wanted = process.argv.slice(2);
const projects = wanted.length > 0 ? wanted : PROJECTS;
const outcomes = [await writeRouteTypes(), ...(await inPairs(projects, check))];
const broken = outcomes.filter((outcome) => outcome.code !== 0);
// A broken module is reported by every project that imports it; once is enough.
const lines = new Set(broken.flatMap(({ output }) => output.trimEnd().split('\n')));
for (const line of lines) console.error(line);
console.log(`types: ${String(projects.length)} projects, ${String(broken.length)} with errors`);
process.exitCode = broken.length > 0 ? 1 : 0;
