import type { AuditType } from '@yimen/contract';
import { sql } from 'kysely';
import { append, headOf } from '../ledger/index.ts';
import type { Shell, Tx } from '../shell.ts';

/** Something that changes no case and is on record all the same: who looked, took away, was refused, signed in or set something. */
export interface Audited {
  readonly jurisdiction: string;
  /** Streams of their own, so that no act on a case waits for them. */
  readonly stream: `access:${string}` | `denied:${string}` | `settings:${string}` | `people:${string}`;
  readonly type: AuditType;
  readonly actor: object;
  /** The address it came from, or `command line`; absent where nobody asked. */
  readonly from?: string | undefined;
  readonly body: object;
}

export const COMMAND_LINE = { kind: 'system', name: 'command line' } as const;

type Stamps = Pick<Shell, 'realNow' | 'newId'>;

/**
 * Appends one entry of the ledger, in the transaction that does what it tells of. By the machine's clock: moving the
 * demonstration's time does not move who did what when.
 */
export async function recordAuditIn(tx: Tx, world: Stamps, audited: Audited): Promise<void> {
  const { jurisdiction, stream, type, actor, from, body } = audited;
  const name = { jurisdiction, stream };
  // Nothing else writes these streams, and this one at a time: the append finds the head that was read.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${jurisdiction}/${stream}`}, 0))`.execute(tx);
  const stamp = { at: world.realNow(), actor, commandId: world.newId() };
  const entries = [{ type, body: { ...body, ...(from === undefined ? {} : { from }) } }];
  const done = await append(tx, { ...name, after: await headOf(tx, name), entries, stamp });
  if (!done.ok) throw new Error(`somebody else writes ${stream}`);
}

/** The same where nothing else is written. Whoever calls it gives nothing away before it has returned. */
export function recordAudit({ db, ...world }: Stamps & Pick<Shell, 'db'>, audited: Audited): Promise<void> {
  return db.transaction().execute((tx) => recordAuditIn(tx, world, audited));
}
