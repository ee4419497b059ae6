import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import type { Standing } from '@yimen/core/people';
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
