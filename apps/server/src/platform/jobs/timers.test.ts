import { describe, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { startTimers, type Timers } from './timers.ts';

const lines: string[] = [];
const log = createLog('error', { write: (line) => lines.push(line) });

/** Starts timers that are slow by themselves, so that only what the test does wakes them. */
function timersOver(due: () => Promise<number>, everyMs = 60_000): Timers {
  return startTimers({ name: 'test', everyMs, due, log });
}

async function until(met: () => boolean): Promise<void> {
  for (let waited = 0; !met(); waited += 1) {
    if (waited > 400) throw new Error('never happened');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

describe('timers', () => {
  test('go on until nothing is due, then rest until poked', async () => {
    let waiting = 3;
    let looks = 0;
    const timers = timersOver(() => Promise.resolve().then(() => ((looks += 1), waiting > 0 ? waiting-- : 0)));
    await until(() => looks === 4);
    waiting = 1;
    timers.poke();
    await until(() => looks === 6);
    await timers.stop();
    expect(waiting).toBe(0);
  });

  test('a failure is logged and the next interval tries again', async () => {
    let looks = 0;
    const due = (): Promise<number> => {
      looks += 1;
      return looks === 1 ? Promise.reject(new Error('the database went away')) : Promise.resolve(0);
    };
    const timers = timersOver(due, 5);
    await until(() => looks >= 3);
    await timers.stop();
    expect(lines.join('')).toContain('the database went away');
  });

  test('a poke during a look is not lost', async () => {
    let looks = 0;
    let release = (): void => undefined;
    const due = async (): Promise<number> => {
      looks += 1;
      if (looks === 1) await new Promise<void>((resolve) => (release = resolve));
      return 0;
    };
    const timers = timersOver(due);
    await until(() => looks === 1);
    timers.poke();
    release();
    await until(() => looks === 2);
    await timers.stop();
  });

  test('stopping waits for the batch in hand and begins no other', async () => {
    let finished = 0;
    const due = async (): Promise<number> => {
      await new Promise((resolve) => setTimeout(resolve, 20));
      finished += 1;
      return 1;
    };
    const timers = timersOver(due);
    await new Promise((resolve) => setTimeout(resolve, 5));
    await timers.stop();
    expect(finished).toBe(1);
  });
});
