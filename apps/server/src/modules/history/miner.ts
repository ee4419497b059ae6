import { Worker } from 'node:worker_threads';
import type { Notice } from '@yimen/core/calendar';
import type { Conformance, Mined, ProcedureKey, Process, Reform, Rehearsal } from '@yimen/core/history';
import type { Result } from '@yimen/kernel';
import { Busy } from '../../platform/busy.ts';
import type { LogSource, ReadFile } from './import.ts';
import type { LogProblem } from './problem.ts';

export interface Import {
  readonly ask: 'import';
  readonly source: LogSource;
}

export interface Mine {
  readonly ask: 'mine';
  /** Of the kept log. */
  readonly bytes: Uint8Array;
}

export interface Rehearse {
  readonly ask: 'rehearse';
  readonly bytes: Uint8Array;
  readonly reform: Reform;
  /** Only cases of this item. */
  readonly itemId: string | undefined;
  /** Of the published calendar; without them days are Monday to Friday. */
  readonly notices: readonly Notice[] | undefined;
}

export interface Conform {
  readonly ask: 'conform';
  readonly bytes: Uint8Array;
  readonly process: Process;
  /** Only cases that keep this version; without it all. */
  readonly only: ProcedureKey | undefined;
  readonly wording: Wording;
}

/** How a log speaks of a drawing. */
export interface Wording {
  /** What work at a shape is called, of the shapes whose doing the log shows. */
  readonly called: Readonly<Record<string, string>>;
  /** What an activity is, in those names. */
  readonly work: Readonly<Record<string, readonly string[]>>;
  /** Shapes that may be come to at any time. */
  readonly anywhere: readonly string[];
}

/** The forms a log is given away in. */
export type LogForm = 'xes' | 'csv';

export interface Write {
  readonly ask: 'write';
  readonly bytes: Uint8Array;
  readonly form: LogForm;
}

export type MiningOrder = Import | Mine | Rehearse | Conform | Write;

export interface Answers {
  readonly import: Result<ReadFile, LogProblem>;
  readonly mine: Mined;
  readonly rehearse: Result<Rehearsal, { readonly unknown: string }>;
  readonly conform: Conformance;
  /** Gzipped. */
  readonly write: Uint8Array;
}

type Told = { readonly read: number } | { readonly done: Answers[MiningOrder['ask']] };

export interface Miner {
  /** One log at a time; throws {@link Busy} when too many wait. `read` hears how many cases were read so far. */
  readonly ask: <O extends MiningOrder>(order: O, read?: (cases: number) => void) => Promise<Answers[O['ask']]>;
  readonly close: () => Promise<void>;
}

const MOST_WAITING = 8;
/** Five million events take minutes; what takes longer will never be done. */
const LIMIT_MS = 600_000;
/** A log that needs more ends its own thread and nobody else's. */
const MEMORY_MB = 2048;

/** Reads logs on a thread that lives for one order: an idle hall pays nothing for it. */
export function openMiner(): Miner {
  const threads = new Set<Worker>();
  let waiting = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    ask: (order, read) => {
      if (waiting >= MOST_WAITING) return Promise.reject(new Busy('too many logs wait to be read'));
      waiting += 1;
      const mine = last.then(() => runOn(threads, order, read)).finally(() => (waiting -= 1));
      last = mine.catch(() => undefined);
      return mine;
    },
    close: async () => {
      await Promise.all([...threads].map((thread) => thread.terminate()));
    },
  };
}

function runOn<O extends MiningOrder>(
  threads: Set<Worker>,
  order: O,
  read?: (cases: number) => void,
): Promise<Answers[O['ask']]> {
  const thread = new Worker(new URL('miningThread.ts', import.meta.url), {
    workerData: order,
    resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
  });
  threads.add(thread);
  const limit = setTimeout(() => void thread.terminate(), LIMIT_MS);
  return new Promise<Answers[O['ask']]>((done, fail) => {
    thread.on('message', (told: Told) => {
      // The thread answers the order it was begun with.
      if ('done' in told) done(told.done as Answers[O['ask']]);
      else read?.(told.read);
    });
    thread.on('error', fail);
    thread.on('exit', () => fail(new Error(`the thread that was to ${order.ask} a log ended`)));
  }).finally(() => {
    clearTimeout(limit);
    threads.delete(thread);
  });
}
