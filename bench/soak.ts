import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayOf, instantFromMillis } from '@yimen/kernel';
import { startActors } from './hall/actors.ts';
import { openCaller } from './hall/caller.ts';
import { pause, startServer } from './hall/server.ts';
import { numberOption, percentile, type Bench } from './report.ts';

const PORT = 18_444;
const PARTS = 6;

/** `npm run bench -- soak [--minutes 1] [--rate 50]`; the promise is `--minutes 30`. Memory, open files and answers over time. */
export const soak: Bench = async () => {
  const minutes = numberOption('minutes', 1);
  const rate = numberOption('rate', 50);
  const folder = await mkdtemp(join(tmpdir(), 'yimen-soak-'));
  const server = startServer({ dataFolder: join(folder, 'data'), port: PORT, program: 'main' });
  try {
    await server.ready();
    const caller = await openCaller(server.origin, 16);
    const times: number[] = [];
    const today = dayOf(instantFromMillis(Date.now()));
    const actors = startActors({ caller, actors: 16, rate, today, acknowledged: (_act, took) => times.push(took) });
    const lines: string[] = [];
    for (let part = 1; part <= PARTS; part += 1) {
      const from = times.length;
      await pause((minutes * 60_000) / PARTS);
      const { rss, files } = sizeOf(server.child.pid ?? 0);
      const now = times.slice(from);
      lines.push(
        `${((minutes * part) / PARTS).toFixed(1)} min: ${String(now.length)} acts, p95 ${percentile(now, 95)}, ${rss} MB, ${files} open files (load average ${loadavg()[0]?.toFixed(1) ?? ''})`,
      );
    }
    await actors.stop();
    caller.close();
    return [...lines, `unexpected answers: ${String(actors.unexpected.length)}`];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
};

/** As the system counts them; dashes where there is no `/proc`. */
function sizeOf(pid: number): { readonly rss: string; readonly files: string } {
  try {
    const kilobytes = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1];
    const files = readdirSync(`/proc/${String(pid)}/fd`).length;
    return { rss: String(Math.round(Number(kilobytes) / 1024)), files: String(files) };
  } catch {
    return { rss: '–', files: '–' };
  }
}
