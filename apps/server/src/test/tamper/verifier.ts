import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

const PROGRAM = fileURLToPath(new URL('../../../../../tools/verify/verify.py', import.meta.url));

export const hasPython = spawnSync('python3', ['--version']).status === 0;
/** What stands in the name of a test that was left out: seen, not passed over. */
export const unlessPython = hasPython ? '' : ' (NOT TESTED: no python3 on this machine)';

export interface Verdict {
  readonly ok: boolean;
  readonly counts: Readonly<Record<string, number>>;
  readonly findings: readonly (readonly [code: string, words: string])[];
  readonly notes: readonly string[];
}

/** Runs the independent verifier; `input` is the export where the arguments name `-`. */
export async function verify(args: readonly string[], input = ''): Promise<Verdict> {
  const child = spawn('python3', ['-B', PROGRAM, ...args, '--json'], { stdio: ['pipe', 'pipe', 'inherit'] });
  let out = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (out += text));
  child.stdin.on('error', () => undefined);
  child.stdin.end(input);
  await once(child, 'close');
  return JSON.parse(out) as Verdict;
}
