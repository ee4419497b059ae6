import { readdirSync, readFileSync } from 'node:fs';

/** Processor time in milliseconds; on a machine shared with others it says more than the clock on the wall. */
export interface CpuTime {
  readonly server: number;
  readonly postgres: number;
}

/** A tick of `/proc` is a hundredth of a second on every Linux there is. */
const TICK_MS = 10;

/** What the server and its PostgreSQL have used so far; nothing where there is no `/proc`. */
export function cpuTime(serverPid: number, postmasterPid: number): CpuTime | undefined {
  const stats = readAll();
  if (stats.length === 0) return undefined;
  const sum = (ofThem: (stat: Stat) => boolean): number =>
    stats.filter(ofThem).reduce((total, { ticks }) => total + ticks * TICK_MS, 0);
  return {
    server: sum(({ pid }) => pid === serverPid),
    postgres: sum(({ pid, parent }) => pid === postmasterPid || parent === postmasterPid),
  };
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
}

function readAll(): readonly Stat[] {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .flatMap((name) => readOne(name));
  } catch {
    return [];
  }
}

/** `pid (name) state ppid … utime stime`: the name may hold anything, so what counts begins after its bracket. */
function readOne(name: string): readonly Stat[] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    return [{ pid: Number(name), parent: Number(fields[1]), ticks: Number(fields[11]) + Number(fields[12]) }];
  } catch {
    return [];
  }
}
