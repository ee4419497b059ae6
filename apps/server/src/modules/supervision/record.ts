import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Standing } from '@yimen/core/people';
import { sql } from 'kysely';
import { append, openStream, transact } from '../../platform/ledger/index.ts';
import type { Tx } from '../../platform/shell.ts';
import { cardActor, officer } from './handle.ts';
import { todayOf, type Supervision } from './world.ts';

/** Who acts, and by which command; a retry with the same command changes nothing. */
export interface Acting {
  readonly jurisdiction: string;
  readonly standing: Standing;
  readonly commandId: string;
}

export interface Said {
  readonly stream: string;
  readonly type: string;
  readonly body: object;
}

export type RecordProblem = { readonly code: 'command_reused' | 'changed_meanwhile' };

/** One entry of a stream of its own, and the row it makes, in one transaction; the row's refusal takes both back. */
export async function recordOnce<P>(
  world: Supervision,
  { jurisdiction, standing, commandId }: Acting,
  said: Said,
  write: (tx: Tx, at: Instant) => Promise<Result<unknown, P>>,
): Promise<Result<true, P | RecordProblem>> {
  const stream = { jurisdiction, stream: said.stream };
  const at = world.shell.now();
  const done = await transact(world.shell.db, async (tx): Promise<Result<true, P | RecordProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...stream, commandId, request: said.body });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(true);
    const appended = await append(tx, {
      ...stream,
      after: opened.value.head,
      entries: [{ type: said.type, body: said.body }],
      stamp: { at, actor: officer(cardActor(standing, todayOf(world))), commandId },
      remember: { request: said.body, answer: {} },
    });
    if (!appended.ok) return appended;
    const written = await write(tx, at);
    return written.ok ? ok(true) : written;
  });
  if (done.ok) return done;
  return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
}

/** What a core module decided, what the command is answered with, and the row to be renewed once the entry is appended. */
export interface Decided<A> {
  readonly fact: { readonly type: string };
  readonly answer: A;
  readonly write: () => Promise<void>;
}

export interface Deciding extends Acting {
  readonly stream: string;
  readonly request: object;
}

/** One fact, decided inside the transaction, appended to its stream and its row renewed; a retry answers as before. */
export async function recordDecided<A extends object, P>(
  world: Supervision,
  { jurisdiction, standing, commandId, stream, request }: Deciding,
  decide: (tx: Tx) => Promise<Result<Decided<A>, P>>,
): Promise<Result<A, P | RecordProblem>> {
  const name = { jurisdiction, stream };
  const at = world.shell.now();
  const done = await transact(world.shell.db, async (tx): Promise<Result<A, P | RecordProblem | 'stale'>> => {
    const opened = await openStream(tx, { ...name, commandId, request });
    if (!opened.ok) return refuse({ code: 'command_reused' });
    if (opened.value.answered !== undefined) return ok(opened.value.answered as unknown as A);
    const decided = await decide(tx);
    if (!decided.ok) return decided;
    const { fact, answer, write } = decided.value;
    const { type, ...body } = fact;
    const appended = await append(tx, {
      ...name,
      after: opened.value.head,
      entries: [{ type, body }],
      stamp: { at, actor: officer(cardActor(standing, todayOf(world))), commandId },
      remember: { request, answer },
    });
    if (!appended.ok) return appended;
    await write();
    return ok(answer);
  });
  if (done.ok) return done;
  return refuse(done.error === 'stale' ? { code: 'changed_meanwhile' } : done.error);
}

export interface Series {
  readonly of: 'proposals' | 'accountability';
  readonly jurisdiction: string;
  readonly year: number;
}

/** One after another in a hall and year: two that are numbered at once wait for each other, and no number is left out. */
export async function nextSerial(tx: Tx, { of, jurisdiction, year }: Series): Promise<number> {
  await sql`select pg_advisory_xact_lock(hashtext(${`${of} ${jurisdiction} ${String(year)}`}))`.execute(tx);
  const { rows } = await sql<{ next: number }>`select coalesce(max(serial), 0) + 1 as next
    from ${sql.id('supervision', of)} where jurisdiction = ${jurisdiction} and year = ${year}`.execute(tx);
  return rows[0]?.next ?? 1;
}

/** The serial in 监建〔2026〕12号. */
export const serialOf = (number: string): number => Number(/〕(\d+)号$/.exec(number)?.[1] ?? 0);
