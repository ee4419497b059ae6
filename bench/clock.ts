import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { medianMillis, perSecond, ratio, type Bench } from './report.ts';

const LINES = 100_000;
const cli = fileURLToPath(new URL('../apps/server/src/cli/main.ts', import.meta.url));

/** The least any program could do with the same lines: read, parse, print. */
const echo = `let t='';process.stdin.on('data',c=>t+=c).on('end',()=>process.stdout.write(t.trim().split('\\n').map(l=>JSON.stringify({due:JSON.parse(l).start})).join('\\n')))`;

function questions(): string {
  const lines = Array.from({ length: LINES }, (_, line) => {
    const month = String((line % 12) + 1).padStart(2, '0');
    const date = String((line % 28) + 1).padStart(2, '0');
    const start = `${String(2008 + (line % 18))}-${month}-${date}`;
    return JSON.stringify({ start, days: (line % 60) + 1, suspend: [[start, `${start.slice(0, 8)}28`]] });
  });
  return lines.join('\n');
}

export const clock: Bench = async () => {
  const input = questions();
  const through = (args: readonly string[]): void => {
    const done = spawnSync(process.execPath, args, { input, maxBuffer: 1 << 28, encoding: 'utf8' });
    if (done.status !== 0) throw new Error(done.stderr);
  };
  const baseline = await medianMillis(3, () => through(['-e', echo]));
  const ours = await medianMillis(3, () => through([cli, 'clock', 'due', '--batch']));
  return [
    `baseline: read, parse and print ${LINES.toLocaleString('en')} lines: ${baseline.toFixed(0)} ms, process and all`,
    `clock due --batch, each with a suspension: ${ours.toFixed(0)} ms = ${perSecond(LINES, ours)}, ${ratio(ours, baseline)}`,
  ];
};
