import { execFileSync } from 'node:child_process';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { numberOption } from './report.ts';

export interface Found {
  readonly name: string;
  readonly lines: readonly string[];
  /** Load averages: on a machine that others use, figures mean little without them. */
  readonly before: number;
  readonly after: number;
}

/** What a figure is worth nothing without: the machine, the program, when, and the seed. */
export function machine(): readonly string[] {
  const commit = execFileSync('git', ['describe', '--always', '--dirty'], { encoding: 'utf8' }).trim();
  const memory = `${String(Math.round(totalmem() / 2 ** 30))} GB`;
  return [
    `node ${process.version}, ${String(availableParallelism())} cores (${cpus()[0]?.model ?? 'unknown'}), ${memory}, ${process.platform}`,
    `commit ${commit}, seed ${String(numberOption('seed', 1))}, ${new Date().toISOString()}`,
  ];
}

/** One table of everything found, as it goes into `docs/benchmarks.md`. */
export function markdownOf(head: readonly string[], found: readonly Found[]): string {
  const rows = found.flatMap(({ name, lines, before, after }) =>
    lines.map((line, nth) => {
      const load = nth === 0 ? `${before.toFixed(1)} → ${after.toFixed(1)}` : '';
      return `| ${nth === 0 ? name : ''} | ${line.trim().replaceAll('|', '\\|')} | ${load} |`;
    }),
  );
  return [...head, '', '| bench | found | load average |', '| --- | --- | --- |', ...rows, ''].join('\n');
}
