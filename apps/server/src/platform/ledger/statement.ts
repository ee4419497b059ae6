import type { Beside } from './act.ts';

/**
 * The one statement that writes the ledger, for one act or many. The row lock of each head is the only lock an append
 * takes; whoever comes second finds another revision there. `limit $2` takes every row there is: it tells the planner that
 * they are few, so that heads are looked up by their key and never read through.
 */
const LEDGER = `with acts as materialized (
  select * from json_to_recordset($1::json) as a(at int, jurisdiction text, stream text, after int, "afterHash" text,
    revision int, hash text, command text, "stampAt" timestamptz, "deviceTime" timestamptz, scope text, request text,
    answer jsonb) limit $2::int
), begun as (
  insert into ledger.heads (jurisdiction, stream, revision, hash)
  select jurisdiction, stream, revision, decode(hash, 'hex') from acts where after = 0
  on conflict (jurisdiction, stream) do nothing returning jurisdiction, stream
), advanced as (
  update ledger.heads h set revision = a.revision, hash = decode(a.hash, 'hex') from acts a
  where a.after > 0 and h.jurisdiction = a.jurisdiction and h.stream = a.stream
    and h.revision = a.after and h.hash = decode(a."afterHash", 'hex')
  returning h.jurisdiction, h.stream
), moved as materialized (
  select a.* from acts a join (select * from begun union all select * from advanced) w using (jurisdiction, stream)
), entered as (
  insert into ledger.entries
    (jurisdiction, stream, revision, type, at, device_time, actor, body, command_id, prev_hash, hash)
  select m.jurisdiction, m.stream, e.revision, e.type, m."stampAt", m."deviceTime", e.actor, e.body, m.command,
    case when e.prev = '' then null else decode(e.prev, 'hex') end, decode(e.hash, 'hex')
  from json_to_recordset($3::json)
    as e(at int, revision int, type text, actor jsonb, body jsonb, prev text, hash text)
  join moved m on m.at = e.at
  order by e.at, e.revision
), remembered as (
  insert into ledger.commands (jurisdiction, scope, command_id, request_hash, answer, at)
  select jurisdiction, scope, command, decode(request, 'hex'), answer, "stampAt" from moved where request is not null
  on conflict (jurisdiction, scope, command_id) do nothing returning jurisdiction, scope, command_id
)`;

/** A head that moved although its command is remembered already undoes the whole: only an error can. */
const ANSWER = `select m.at from moved m
  left join remembered r on r.jurisdiction = m.jurisdiction and r.scope = m.scope and r.command_id = m.command
  where (m.request is null or r.command_id is not null or ledger.undo_group())`;

/** Parameters before those of the tables beside the ledger. */
const OWN = 3;
const texts = new WeakMap<readonly Beside[], string>();

/** The text never changes for the same tables, so that each connection prepares it once. */
export function textOf(beside: readonly Beside[]): string {
  const known = texts.get(beside);
  if (known !== undefined) return known;
  const parts = beside.map(({ name, sql }, at) => `"${name}" as (${sql(`$${String(OWN + 1 + at)}::json`, '$2::int')})`);
  const calls = beside
    .filter(({ calls: only }) => only)
    .map(({ name }) => ` and (select count(*) from "${name}") >= 0`);
  const text = `${[LEDGER, ...parts].join(', ')} ${ANSWER}${calls.length === 0 ? '' : ` ${calls.join('')}`}`;
  texts.set(beside, text);
  return text;
}
