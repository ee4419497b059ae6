import { refuse, type Result } from '@yimen/kernel';
import type { Db } from '../shell.ts';
import type { Act, Beside } from './act.ts';
import { appendAct, appendAll } from './append.ts';
import type { Head } from './entry.ts';

/** Writes acts, those that come together in one statement and one commit; each is answered for itself. */
export interface GroupCommit {
  /** `stale` when another act came first or the command is remembered already. Throws what broke this act alone. */
  readonly write: (act: Act) => Promise<Result<Head, 'stale'>>;
  /** The tables written beside the ledger, for an act that needs a transaction of its own. */
  readonly beside: readonly Beside[];
}

/** At most so many acts in one statement: the text of all of them is one message to the database. */
const MOST = 32;
/** Statements under way at once. While one waits for the disk the next is carried out; more than two only split the groups. */
const LANES = 2;

interface Waiting {
  readonly act: Act;
  readonly keys: readonly string[];
  readonly answer: (result: Result<Head, 'stale'>) => void;
  readonly fail: (error: unknown) => void;
}

/** For measuring what groups win; everybody else takes the ordinary ones. */
export interface GroupOptions {
  readonly most?: number;
  readonly lanes?: number;
}

interface State {
  readonly db: Db;
  readonly most: number;
  readonly beside: readonly Beside[];
  waiting: readonly Waiting[];
  /** Streams and commands being written now: a group never holds the same twice, here or in the statement beside it. */
  readonly busy: Set<string>;
  lanes: number;
}

/**
 * An act alone is written at once. While statements are under way, those that come wait and then go together: nobody
 * waits for company, and the busier the hall, the larger the groups.
 */
export function createGroupCommit(db: Db, beside: readonly Beside[], options: GroupOptions = {}): GroupCommit {
  const { most = MOST, lanes = LANES } = options;
  const state: State = { db, beside, most, waiting: [], busy: new Set(), lanes };
  return {
    beside,
    write: (act) =>
      new Promise((answer, fail) => {
        state.waiting = [...state.waiting, { act, keys: keysOf(act), answer, fail }];
        pump(state);
      }),
  };
}

function keysOf({ append: { jurisdiction, stream, stamp, remember } }: Act): readonly string[] {
  const scope = remember?.scope;
  return [
    `${jurisdiction}\n${stream}`,
    ...(scope === undefined ? [] : [`${jurisdiction}\n${scope}\n${stamp.commandId}`]),
  ];
}

function pump(state: State): void {
  while (state.lanes > 0) {
    const group = takeGroup(state);
    if (group.length === 0) return;
    state.lanes -= 1;
    void writeGroup(state, group).finally(() => {
      state.lanes += 1;
      for (const { keys } of group) for (const key of keys) state.busy.delete(key);
      pump(state);
    });
  }
}

function takeGroup(state: State): readonly Waiting[] {
  const group: Waiting[] = [];
  const left: Waiting[] = [];
  for (const one of state.waiting) {
    if (group.length === state.most || one.keys.some((key) => state.busy.has(key))) {
      left.push(one);
      continue;
    }
    for (const key of one.keys) state.busy.add(key);
    group.push(one);
  }
  state.waiting = left;
  return group;
}

async function writeGroup(state: State, group: readonly Waiting[]): Promise<void> {
  const { db, beside } = state;
  const [first] = group;
  if (first !== undefined && group.length === 1) return writeAlone(state, first);
  try {
    const results = await appendAll(
      db,
      group.map(({ act }) => act),
      beside,
    );
    for (const [at, { answer }] of group.entries()) answer(results[at] ?? refuse('stale'));
  } catch (error) {
    if (isLost(error)) for (const { fail } of group) fail(error);
    // One of them broke it for all: alone, the others succeed and it is told so itself.
    else for (const one of group) await writeAlone(state, one);
  }
}

async function writeAlone({ db, beside }: State, { act, answer, fail }: Waiting): Promise<void> {
  await appendAct(db, act, beside).then(answer, fail);
}

/** The database went away: whether it was written shows when the command is sent again. Other errors name their SQLSTATE. */
function isLost(error: unknown): boolean {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  return !/^[0-9A-Z]{5}$/.test(code) || /^(08|57P|53)/.test(code);
}
