import { Logger, run, type LogLevel, type Runner, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log/index.ts';
import { releasedOnce } from './releasedOnce.ts';

/** Does one job. Throwing lets it be tried again later, up to 25 times with growing pauses (about three days). */
export type JobHandler = (payload: unknown) => Promise<void>;

export interface JobRunner {
  /** Waits for the jobs in hand, then takes no more. */
  readonly stop: () => Promise<void>;
}

export interface JobOptions {
  readonly pool: pg.Pool;
  readonly handlers: { readonly [name: string]: JobHandler };
  readonly log: Log;
  /** How many jobs at once; 2 when not told. */
  readonly concurrency?: number;
}

/** How long to wait before asking again for a database that went away. */
const AWAY_MS = 2000;

interface Running {
  stopped: boolean;
  runner: Runner | undefined;
  wake: () => void;
}

/**
 * Takes jobs from the queue until stopped: at once when told by the database, every two seconds otherwise. The library
 * gives up when the database goes away; here that only means to begin again when it is back.
 */
export async function startJobs(options: JobOptions): Promise<JobRunner> {
  const { pool } = options;
  // Without a listener, a connection that breaks while it is checked out would end the process.
  pool.on('connect', onConnect);
  const state: Running = { stopped: false, runner: await begin(options), wake: () => undefined };
  const running = keepRunning(options, state);
  return {
    stop: async () => {
      state.stopped = true;
      state.wake();
      // It may have stopped by itself, for want of a database.
      await state.runner?.stop().catch(() => undefined);
      await running;
      pool.off('connect', onConnect);
    },
  };
}

function begin({ pool, handlers, log, concurrency }: JobOptions): Promise<Runner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]),
  );
  return run({
    pgPool: releasedOnce(pool),
    taskList,
    concurrency: concurrency ?? 2,
    pollInterval: 2000,
    noHandleSignals: true,
    parsedCronItems: [],
    // In batches, a completion that cannot be recorded is tried again and then ends the runner; one by one, it would be
    // a promise nobody holds, and end the process.
    preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
    logger: new Logger(() => (level, message) => toLog(log, level, message)),
  });
}

async function keepRunning(options: JobOptions, state: Running): Promise<void> {
  while (!state.stopped) {
    try {
      state.runner ??= await begin(options);
      await state.runner.promise;
    } catch (error) {
      options.log.error({ err: error }, 'the queue of jobs stopped; beginning again');
    }
    state.runner = undefined;
    await pause(state);
  }
}

function pause(state: Running): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AWAY_MS);
    state.wake = () => {
      clearTimeout(timer);
      resolve();
    };
    if (state.stopped) state.wake();
  });
}

function onConnect(client: pg.PoolClient): void {
  if (client.listenerCount('error') === 0) client.on('error', () => undefined);
}

/** The library reports every job at its `info`; here that is detail. */
function toLog(log: Log, level: LogLevel, message: string): void {
  if (level === 'error') log.error({ library: 'graphile-worker' }, message);
  else if (level === 'warning') log.warn({ library: 'graphile-worker' }, message);
  else log.debug({ library: 'graphile-worker' }, message);
}
