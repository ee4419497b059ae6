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
    // A connection that was closed meanwhile is counted by its parent.
    postgres:
      sum(({ pid, parent }) => pid === postmasterPid || parent === postmasterPid) +
      stats.filter(({ pid }) => pid === postmasterPid).reduce((total, { gone }) => total + gone * TICK_MS, 0),
  };
}

interface Stat {
  readonly pid: number;
  readonly parent: number;
  readonly ticks: number;
  /** Of its children that ended. */
  readonly gone: number;
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

/** `pid (name) state ppid … utime stime cutime cstime`: the name may hold anything, so what counts begins after its bracket. */
function readOne(name: string): readonly Stat[] {
  try {
    const fields = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
    const ticks = (at: number): number => Number(fields[at]) + Number(fields[at + 1]);
    return [{ pid: Number(name), parent: Number(fields[1]), ticks: ticks(11), gone: ticks(13) }];
  } catch {
    return [];
  }
}
