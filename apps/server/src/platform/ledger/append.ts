import { ok, refuse, type Result } from '@yimen/kernel';
import { CompiledQuery } from 'kysely';
import type { Db, Tx } from '../shell.ts';
import type { Act, Append, Beside } from './act.ts';
import { actRow, chain } from './chain.ts';
import type { Head } from './entry.ts';
import { textOf } from './statement.ts';

/** A command was remembered while its act was written: nothing of the statement is left. */
const UNDONE = 'YM409';

/**
 * Appends all entries or none, in one statement: moves the head forward if it still stands where the decision saw it,
 * then writes the entries and the command's answer. `stale` when another act came first, or when the same command is
 * already remembered; the transaction must then be rolled back (see {@link transact}) and the act decided again.
 */
export async function append(tx: Tx, input: Append): Promise<Result<Head, 'stale'>> {
  return appendAct(tx, { append: input, rows: {} }, []);
}

/** {@link append} with what is written beside it. */
export async function appendAct(db: Db, act: Act, beside: readonly Beside[]): Promise<Result<Head, 'stale'>> {
  try {
    return (await appendAll(db, [act], beside))[0] ?? refuse('stale');
  } catch (error) {
    if (isUndone(error)) return refuse('stale');
    throw error;
  }
}

/**
 * Many acts, each on a stream of its own, in one statement: each is written or stale by itself. Throws when one of them
 * breaks; then none is written.
 */
export async function appendAll(
  db: Db,
  acts: readonly Act[],
  beside: readonly Beside[],
): Promise<readonly Result<Head, 'stale'>[]> {
  const chains = acts.map(({ append: input }) => chain(input));
  const heads = chains.map((rows, at) => headAfter(acts[at], rows.at(-1)));
  const written = acts.flatMap(({ append: input }, at) => (heads[at] === input.after ? [] : [at]));
  if (written.length === 0) return heads.map((head) => ok(head));
  const parameters = [
    JSON.stringify(written.map((at) => actRow(at, acts[at]?.append, heads[at]))),
    written.length,
    JSON.stringify(chains.flatMap((rows, at) => rows.map((row) => ({ at, ...row })))),
    ...beside.map(({ name }) => JSON.stringify(acts.flatMap((act, at) => placed(act.rows[name] ?? [], at)))),
  ];
  const { rows } = await db.executeQuery<{ at: number }>(CompiledQuery.raw(textOf(beside), parameters));
  const moved = new Set(rows.map(({ at }) => at));
  return heads.map((head, at) => (moved.has(at) || !written.includes(at) ? ok(head) : refuse('stale')));
}

function headAfter(act: Act | undefined, last: Head | undefined): Head {
  if (act === undefined) throw new Error('an act without a place');
  return last === undefined ? act.append.after : { revision: last.revision, hash: last.hash };
}

const placed = (rows: readonly object[], at: number): readonly object[] => rows.map((row) => ({ ...row, at }));

function isUndone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === UNDONE;
}
