import type { Log } from '../log/index.ts';

export interface Timers {
  /** Looks now instead of at the next interval: after the demonstration's clock was moved. */
  readonly poke: () => void;
  /** Waits for the look that is under way. */
  readonly stop: () => Promise<void>;
}

export interface TimerOptions {
  readonly name: string;
  readonly everyMs: number;
  /**
   * Does a batch of what is due by the application's clock and answers how many; called again until it answers 0.
   * It must be harmless to run twice, at once, and on several workers.
   */
  readonly due: () => Promise<number>;
  readonly log: Log;
}

/** A batch that answers > 0 for ever is a bug; this many in a row end one look, and the next interval goes on. */
const MOST_BATCHES = 1000;

/**
 * Passing time is a command like any other: this loop only asks what has become due. It asks the application's clock
 * (through `due`), because the queue of jobs knows only the machine's, and legal time must follow one clock.
 */
export function startTimers(options: TimerOptions): Timers {
  const state: State = { stopped: false, poked: false, wake: () => undefined };
  const running = keepLooking(options, state);
  return {
    poke: () => {
      state.poked = true;
      state.wake();
    },
    stop: async () => {
      state.stopped = true;
      state.wake();
      await running;
    },
  };
}

interface State {
  stopped: boolean;
  poked: boolean;
  wake: () => void;
}

async function keepLooking({ name, everyMs, due, log }: TimerOptions, state: State): Promise<void> {
  while (!state.stopped) {
    state.poked = false;
    try {
      await drain(due, state);
    } catch (error) {
      log.error({ err: error, timers: name }, 'timers failed; trying again at the next interval');
    }
    await rest(everyMs, state);
  }
}

async function drain(due: () => Promise<number>, state: State): Promise<void> {
  for (let batches = 0; batches < MOST_BATCHES && !state.stopped; batches += 1) {
    if ((await due()) === 0) return;
  }
}

function rest(millis: number, state: State): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, millis);
    state.wake = () => {
      clearTimeout(timer);
      resolve();
    };
    if (state.poked || state.stopped) state.wake();
  });
}
