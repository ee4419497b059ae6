import type { Day, Instant } from '@yimen/kernel';
import type { CaseState } from '@yimen/core/casework';
import type { Mark } from '@yimen/core/supervision';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/shell.ts';
import type { Columns, Followed } from './followed.ts';
import type { CaseKey } from './world.ts';

interface WatchRow {
  readonly jurisdiction: string;
  readonly case_id: string;
  readonly number: string;
  readonly item_id: string;
  readonly item_version: number;
  readonly authority: string;
  readonly promised: boolean;
  readonly channel: string;
  readonly identity: string | null;
  readonly phone: string | null;
  readonly filed_on: Day;
  readonly state: CaseState;
  readonly trail: readonly Mark[];
  readonly broken_at: number | null;
}

const columns = sql`jurisdiction, case_id, number, item_id, item_version, authority, promised, channel,
  encode(identity_hash, 'hex') as identity, encode(phone_hash, 'hex') as phone, filed_on::text as filed_on, state, trail, broken_at`;

function followedOf(row: WatchRow): Followed {
  return {
    jurisdiction: row.jurisdiction,
    caseId: row.case_id,
    number: row.number,
    itemId: row.item_id,
    itemVersion: row.item_version,
    authority: row.authority,
    promised: row.promised,
    channel: row.channel,
    identity: row.identity,
    phone: row.phone,
    filedOn: row.filed_on,
    story: { state: row.state, trail: row.trail, ...(row.broken_at === null ? {} : { brokenAt: row.broken_at }) },
  };
}

export const keyText = ({ jurisdiction, caseId }: CaseKey): string => `${jurisdiction}\n${caseId}`;

/** The cases of these keys that are followed already, locked for this transaction. */
export async function readFollowed(tx: Tx, keys: readonly CaseKey[]): Promise<ReadonlyMap<string, Followed>> {
  if (keys.length === 0) return new Map();
  const { rows } = await sql<WatchRow>`select ${columns} from supervision.watch
    where (jurisdiction, case_id) in (select k.j, k.c from json_to_recordset(${JSON.stringify(
      keys.map(({ jurisdiction, caseId }) => ({ j: jurisdiction, c: caseId })),
    )}::json) as k(j text, c text)) for update`.execute(tx);
  return new Map(rows.map(followedOf).map((followed) => [keyText(followed), followed]));
}

/** Cases of which time may make something by `now`, the longest waiting first; those another worker has are left to it. */
export async function readDue(tx: Tx, now: Instant, limit: number): Promise<readonly Followed[]> {
  const { rows } = await sql<WatchRow>`select ${columns} from supervision.watch w
    where next_at <= ${now}::timestamptz
      -- What the reader has not seen yet is judged when it has.
      and revision = (select h.revision from ledger.heads h where h.jurisdiction = w.jurisdiction and h.stream = 'case:' || w.case_id)
    order by next_at limit ${limit} for update skip locked`.execute(tx);
  return rows.map(followedOf);
}

/** Open cases reckoned by another calendar than this, for counting again. */
export async function readOutdated(tx: Tx, version: string, limit: number): Promise<readonly Followed[]> {
  const { rows } = await sql<WatchRow>`select ${columns} from supervision.watch
    where open and calendar_version <> ${version} limit ${limit} for update`.execute(tx);
  return rows.map(followedOf);
}

export interface Written {
  readonly followed: Followed;
  readonly columns: Columns;
  readonly calendarVersion: string;
}

const rowOf = ({ followed, columns: shown, calendarVersion }: Written) => ({
  ...shown,
  jurisdiction: followed.jurisdiction,
  case_id: followed.caseId,
  number: followed.number,
  item_id: followed.itemId,
  item_version: followed.itemVersion,
  authority: followed.authority,
  promised: followed.promised,
  channel: followed.channel,
  identity: followed.identity,
  phone: followed.phone,
  filed_on: followed.filedOn,
  state: followed.story.state,
  trail: followed.story.trail,
  broken_at: followed.story.brokenAt ?? null,
  calendar_version: calendarVersion,
});

/** All rows of one batch in one statement. */
export async function writeFollowed(tx: Db, written: readonly Written[]): Promise<void> {
  if (written.length === 0) return;
  const rows = written.map(rowOf);
  await sql`insert into supervision.watch (jurisdiction, case_id, number, revision, item_id, item_version, authority, promised,
      channel, stage, open, paused, due, identity_hash, phone_hash, filed_on, received_on, accepted_on, decided_on, outcome,
      ended_on, took_days, promised_days, statutory_days, decided_late, real_days, waited_days, served_on, visits, rated, state,
      trail, broken_at, next_at, calendar_version)
    select jurisdiction, case_id, number, revision, item_id, item_version, authority, promised, channel, stage, open, paused, due,
      decode(identity, 'hex'), decode(phone, 'hex'), filed_on, received_on, accepted_on, decided_on, outcome, ended_on,
      took_days, promised_days, statutory_days, decided_late, real_days, waited_days, served_on, visits,
      exists (select from supervision.ratings g where g.jurisdiction = r.jurisdiction and g.case_id = r.case_id), state, trail, broken_at,
      next_at, calendar_version
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(jurisdiction text, case_id text, number text, revision int,
      item_id text, item_version int, authority text, promised boolean, channel text, stage text, open boolean, paused boolean,
      due date, identity text, phone text, filed_on date, received_on date, accepted_on date, decided_on date, outcome text,
      ended_on date, took_days int, promised_days int, statutory_days int, decided_late boolean, real_days int, waited_days int,
      served_on date, visits int, state jsonb, trail jsonb,
      broken_at int, next_at timestamptz, calendar_version text)
    on conflict (jurisdiction, case_id) do update set revision = excluded.revision, stage = excluded.stage, open = excluded.open, item_version = excluded.item_version,
      paused = excluded.paused, due = excluded.due, received_on = excluded.received_on, accepted_on = excluded.accepted_on,
      decided_on = excluded.decided_on, outcome = excluded.outcome, ended_on = excluded.ended_on, took_days = excluded.took_days,
      promised_days = excluded.promised_days, statutory_days = excluded.statutory_days, decided_late = excluded.decided_late,
      real_days = excluded.real_days, waited_days = excluded.waited_days, served_on = excluded.served_on, visits = excluded.visits, rated = excluded.rated,
      state = excluded.state, trail = excluded.trail, broken_at = excluded.broken_at, next_at = excluded.next_at,
      calendar_version = excluded.calendar_version`.execute(tx);
}
