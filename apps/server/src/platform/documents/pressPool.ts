import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { CheckedPaper } from '@yimen/core/documents';
import { Busy } from '../busy.ts';
import type { Crypto } from '../crypto/provider.ts';
import type { Handout } from './handout.ts';
import { createPaperPress, signerOf, type PaperPress, type RenderedPaper } from './press.ts';
import type { Sheet, SheetOptions } from './sheet.ts';

/** The press as the server uses it: setting a paper takes tens of milliseconds, in which its own thread answers people. */
export interface Press extends Pick<PaperPress, 'signPaper' | 'warmUp'> {
  /** Throws {@link Busy} when too many papers wait already. */
  readonly renderPaper: (paper: CheckedPaper, options?: SheetOptions) => Promise<RenderedPaper>;
  readonly renderHandout: (handout: Handout) => Promise<RenderedPaper>;
  readonly renderSheet: (sheet: Sheet) => Promise<RenderedPaper>;
  readonly close: () => Promise<void>;
}

/** A paper, a handout, other words, or nothing: then the thread only gets warm. */
export interface PrintOrder {
  readonly paper?: CheckedPaper;
  readonly handout?: Handout;
  readonly sheet?: Sheet;
  readonly options?: SheetOptions;
}

export type Printed =
  { readonly ok: true; readonly rendered?: RenderedPaper } | { readonly ok: false; readonly reason: string };

export interface PressOptions {
  readonly crypto: Pick<Crypto, 'sha256'>;
  /** One processor is left to the server; a second thread on a bigger machine. */
  readonly threads?: number;
  /** Papers that may wait. */
  readonly most?: number;
}

const MOST_WAITING = 100;
/** A paper takes 30 ms; one that takes this long will never be done, and its thread is given up. */
const LIMIT_MS = 30_000;

/** On the thread of the caller: for tests and tools, where nobody else waits. */
export function pressHere(crypto: Pick<Crypto, 'sha256'>): Press {
  const press = createPaperPress({ crypto });
  return {
    ...press,
    renderPaper: (paper, options) => new Promise((resolve) => resolve(press.renderPaper(paper, options))),
    renderHandout: (handout) => new Promise((resolve) => resolve(press.renderHandout(handout))),
    renderSheet: (sheet) => new Promise((resolve) => resolve(press.renderSheet(sheet))),
    close: () => Promise.resolve(),
  };
}

interface Job extends PrintOrder {
  readonly done: (rendered: RenderedPaper) => void;
  readonly fail: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  job: Job | undefined;
  limit: NodeJS.Timeout | undefined;
}

interface Pool {
  readonly most: number;
  readonly threads: (Thread | undefined)[];
  readonly waiting: Job[];
  closed: boolean;
}

/** Threads begin with their first paper, and again after one broke; an idle one keeps no process alive. */
export function openPress({ crypto, threads = usualThreads(), most = MOST_WAITING }: PressOptions): Press {
  const pool: Pool = {
    most,
    threads: Array.from({ length: threads }, () => undefined),
    waiting: [],
    closed: false,
  };
  return {
    renderPaper: (paper, options = {}) => ask(pool, { paper, options }),
    renderHandout: (handout) => ask(pool, { handout }),
    renderSheet: (sheet) => ask(pool, { sheet }),
    signPaper: signerOf(crypto),
    warmUp: () => (pool.threads[0] ??= begin(pool, 0)).worker.postMessage({}, []),
    close: async () => {
      pool.closed = true;
      await Promise.all(pool.threads.flatMap((thread) => thread?.worker.terminate() ?? []));
    },
  };
}

const usualThreads = (): number => Math.min(2, Math.max(1, availableParallelism() - 1));

function ask(pool: Pool, order: PrintOrder): Promise<RenderedPaper> {
  return new Promise((done, fail) => {
    if (pool.closed || pool.waiting.length >= pool.most) {
      fail(new Busy('too many papers wait to be set'));
      return;
    }
    pool.waiting.push({ ...order, done, fail });
    handOut(pool);
  });
}

function handOut(pool: Pool): void {
  for (let at = 0; at < pool.threads.length && pool.waiting.length > 0 && !pool.closed; at += 1) {
    const thread = pool.threads[at] ?? begin(pool, at);
    pool.threads[at] = thread;
    if (thread.job === undefined) give(thread, pool.waiting.shift());
  }
}

function give(thread: Thread, job: Job | undefined): void {
  if (job === undefined) return;
  thread.job = job;
  thread.worker.ref();
  thread.limit = setTimeout(() => void thread.worker.terminate(), LIMIT_MS);
  const { done: _done, fail: _fail, ...order } = job;
  thread.worker.postMessage(order, []);
}

function begin(pool: Pool, at: number): Thread {
  const worker = new Worker(new URL('pressThread.ts', import.meta.url));
  const thread: Thread = { worker, job: undefined, limit: undefined };
  worker.unref();
  worker.on('message', (printed: Printed) => {
    // That it is warm answers nobody.
    if (printed.ok && printed.rendered === undefined) return;
    const job = release(thread);
    if (!printed.ok) job?.fail(new Error(printed.reason));
    else if (printed.rendered !== undefined) job?.done(printed.rendered);
    handOut(pool);
  });
  worker.on('error', (error: Error) => lose(pool, at, error));
  worker.on('exit', () => lose(pool, at, new Error('a thread of the press ended')));
  return thread;
}

function release(thread: Thread): Job | undefined {
  const { job } = thread;
  clearTimeout(thread.limit);
  thread.job = undefined;
  thread.worker.unref();
  return job;
}

/** The paper in hand fails and is tried again by its job; the others wait for a new thread. */
function lose(pool: Pool, at: number, error: Error): void {
  const thread = pool.threads[at];
  if (thread === undefined) return;
  pool.threads[at] = undefined;
  release(thread)?.fail(error);
  handOut(pool);
}
