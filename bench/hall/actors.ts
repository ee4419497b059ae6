import { randomUUID } from 'node:crypto';
import { ActAnswer } from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import type { Answer, Caller } from './caller.ts';
import { lifeOf } from './life.ts';
import { pause } from './server.ts';

/** An act a client was told is done. */
export interface Acknowledged {
  readonly commandId: string;
  readonly caseId: string;
  readonly number: string;
  readonly revision: number;
}

export interface ActorsOptions {
  readonly caller: Caller;
  readonly actors: number;
  readonly today: Day;
  /** Transitions a second of all together; as fast as they can when not told. */
  readonly rate?: number;
  /** Claims given back in each life: transitions without a paper. */
  readonly detours?: number;
  /** Told of each act before the actor goes on. */
  readonly acknowledged: (act: Acknowledged, millis: number) => void;
  /** Between the transitions, now and then; what it answers is waited for. */
  readonly aside?: (caller: Caller) => Promise<void>;
}

export interface Actors {
  /** Lets everybody finish the act in hand, asking again with the same command id for as long as it takes. */
  readonly stop: () => Promise<void>;
  /** Answers nobody expects: acts refused that must not be, as one done twice would be. */
  readonly unexpected: readonly string[];
  /** Requests that got no answer, or 503, and were asked again. */
  readonly retried: () => number;
}

let serial = Math.floor(Math.random() * 10_000_000);

/** So many people, each taking one case after another through its whole life. */
export function startActors(options: ActorsOptions): Actors {
  const state: State = { going: true, unexpected: [], retried: 0, slot: performance.now() };
  const running = Array.from({ length: options.actors }, () => act(options, state));
  return {
    stop: async () => {
      state.going = false;
      await Promise.all(running);
    },
    unexpected: state.unexpected,
    retried: () => state.retried,
  };
}

interface State {
  going: boolean;
  readonly unexpected: string[];
  retried: number;
  /** When the next transition may begin. */
  slot: number;
}

async function act(options: ActorsOptions, state: State): Promise<void> {
  while (state.going) {
    serial += 1;
    await live(options, state, serial);
  }
}

async function live(options: ActorsOptions, state: State, nth: number): Promise<void> {
  let done: Acknowledged | undefined;
  for (const { by, command } of lifeOf(nth, options.today, options.detours)) {
    if (!state.going) return;
    await turn(options, state);
    const commandId = randomUUID();
    const path = done === undefined ? '/desk/cases' : `/desk/cases/${done.caseId}/acts`;
    const began = performance.now();
    const answer = await persist(state, () => options.caller.post(path, by, { commandId, commands: [command] }));
    if (answer === undefined) return;
    const acted = answer.status < 300 ? ActAnswer.parse(JSON.parse(answer.body)) : undefined;
    if (acted === undefined) {
      state.unexpected.push(`${command.type}: ${String(answer.status)} ${answer.body.slice(0, 200)}`);
      return;
    }
    done = { commandId, caseId: acted.caseId, number: acted.number, revision: acted.revision };
    options.acknowledged(done, performance.now() - began);
    if (options.aside !== undefined && Math.random() < 0.02)
      await options.aside(options.caller).catch((error: unknown) => note(state, error));
  }
}

/** No answer is what an outage looks like; a refusal is not. */
function note(state: State, error: unknown): void {
  if (error instanceof Error && !('code' in error) && error.message !== 'no answer')
    state.unexpected.push(error.message);
}

async function turn({ rate }: ActorsOptions, state: State): Promise<void> {
  if (rate === undefined) return;
  const now = performance.now();
  // What an outage held up is not made good in a burst.
  state.slot = Math.max(state.slot + 1000 / rate, now - 50);
  if (state.slot > now) await pause(state.slot - now);
}

const GIVE_UP_MS = 60_000;

/** A client that got no answer asks again, with the same command id; it gives up when nobody answers for a minute. */
async function persist(state: State, ask: () => Promise<Answer>): Promise<Answer | undefined> {
  const began = performance.now();
  while (performance.now() - began < GIVE_UP_MS) {
    const answer = await ask().catch(() => undefined);
    if (answer !== undefined && answer.status !== 503 && answer.status !== 429) return answer;
    state.retried += 1;
    await pause(50);
  }
  return undefined;
}
