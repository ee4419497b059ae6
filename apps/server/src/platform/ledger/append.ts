import { ok, refuse, type Result } from '@yimen/kernel';
import { sql, type RawBuilder } from 'kysely';
import type { Tx } from '../shell.ts';
import { asJson, hashOf, requestHash, type Head, type NewEntry, type Stamp } from './entry.ts';

export interface Append {
  readonly jurisdiction: string;
  readonly stream: string;
  /** The head the decision was made on. */
  readonly after: Head;
  readonly entries: readonly NewEntry[];
  readonly stamp: Stamp;
  /** The request and its answer, kept so that a retry of the command gets the first answer. */
  readonly remember?: Remember;
}

export interface Remember {
  /** What the command id is unique in; the stream where absent. A command that opens a stream names a wider one. */
  readonly scope?: string;
  readonly request: object;
  readonly answer: object;
}

interface Row {
  readonly revision: number;
  readonly type: string;
  readonly actor: object;
  readonly body: object;
  readonly prev: string;
  readonly hash: string;
}

/**
 * Appends all entries or none, in one statement: moves the head forward if it still stands where the decision saw it,
 * then writes the entries and the command's answer. `stale` when another act came first, or when the same command is
 * already remembered; the transaction must then be rolled back (see {@link transact}) and the act decided again.
 */
export async function append(tx: Tx, input: Append): Promise<Result<Head, 'stale'>> {
  if (input.entries.length === 0) return ok(input.after);
  const rows = chain(input);
  const last = rows.at(-1);
  if (last === undefined) return ok(input.after);
  const head: Head = { revision: last.revision, hash: last.hash };
  const { rows: written } = await sql<{ entered: number; remembered: number }>`
    with moved as (${moveHead(input, head)}),
    entered as (
      insert into ledger.entries
        (jurisdiction, stream, revision, type, at, device_time, actor, body, command_id, prev_hash, hash)
      select ${input.jurisdiction}, ${input.stream}, e.revision, e.type, ${input.stamp.at}::timestamptz,
        ${input.stamp.deviceTime ?? null}::timestamptz, e.actor, e.body, ${input.stamp.commandId},
        case when e.prev = '' then null else decode(e.prev, 'hex') end, decode(e.hash, 'hex')
      from json_to_recordset(${JSON.stringify(rows)}::json)
        as e(revision int, type text, actor jsonb, body jsonb, prev text, hash text)
      where exists (select from moved)
      order by e.revision
      returning 1
    ),
    remembered as (${rememberCommand(input)})
    select (select count(*)::int from entered) as entered, (select count(*)::int from remembered) as remembered
  `.execute(tx);
  const remembered = written[0]?.remembered === (input.remember === undefined ? 0 : 1);
  return written[0]?.entered === rows.length && remembered ? ok(head) : refuse('stale');
}

function chain(input: Append): readonly Row[] {
  const rows: Row[] = [];
  let { revision, hash: prev } = input.after;
  for (const { type, body } of input.entries) {
    revision += 1;
    const hash = hashOf({
      jurisdiction: input.jurisdiction,
      stream: input.stream,
      revision,
      type,
      at: input.stamp.at,
      ...(input.stamp.deviceTime === undefined ? {} : { deviceTime: input.stamp.deviceTime }),
      actor: asJson(input.stamp.actor),
      body: asJson(body),
      commandId: input.stamp.commandId,
      prevHash: prev,
    });
    rows.push({ revision, type, actor: input.stamp.actor, body, prev, hash });
    prev = hash;
  }
  return rows;
}

/** The row lock of the head is the only lock an append takes; whoever comes second finds another revision there. */
function moveHead({ jurisdiction, stream, after }: Append, head: Head): RawBuilder<unknown> {
  if (after.revision === 0) {
    return sql`insert into ledger.heads (jurisdiction, stream, revision, hash)
      values (${jurisdiction}, ${stream}, ${head.revision}, decode(${head.hash}, 'hex'))
      on conflict (jurisdiction, stream) do nothing returning 1`;
  }
  return sql`update ledger.heads set revision = ${head.revision}, hash = decode(${head.hash}, 'hex')
    where jurisdiction = ${jurisdiction} and stream = ${stream}
      and revision = ${after.revision} and hash = decode(${after.hash}, 'hex') returning 1`;
}

function rememberCommand({ jurisdiction, stream, stamp, remember }: Append): RawBuilder<unknown> {
  if (remember === undefined) return sql`select where false`;
  return sql`insert into ledger.commands (jurisdiction, scope, command_id, request_hash, answer, at)
    select ${jurisdiction}, ${remember.scope ?? stream}, ${stamp.commandId},
      decode(${requestHash(remember.request)}, 'hex'), ${JSON.stringify(remember.answer)}::jsonb, ${stamp.at}::timestamptz
    where exists (select from moved)
    on conflict (jurisdiction, scope, command_id) do nothing returning 1`;
}
