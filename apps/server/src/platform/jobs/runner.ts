import { Logger, run, type LogLevel, type TaskList } from 'graphile-worker';
import type pg from 'pg';
import type { Log } from '../log/index.ts';

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

/** Takes jobs from the queue until stopped: at once when told by the database, every two seconds otherwise. */
export async function startJobs({ pool, handlers, log, concurrency }: JobOptions): Promise<JobRunner> {
  const taskList: TaskList = Object.fromEntries(
    Object.entries(handlers).map(([name, handle]) => [name, (payload: unknown) => handle(payload)]),
  );
  // Without a listener, a connection that breaks while it is checked out would end the process.
  pool.on('connect', onConnect);
  const runner = await run({
    pgPool: pool,
    taskList,
    concurrency: concurrency ?? 2,
    pollInterval: 2000,
    noHandleSignals: true,
    parsedCronItems: [],
    logger: new Logger(() => (level, message) => toLog(log, level, message)),
  });
  return {
    stop: async () => {
      await runner.stop();
      pool.off('connect', onConnect);
    },
  };
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
