import type { AuditRecord, AuditType } from '@yimen/contract';
import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import { NO_HALL } from './record.ts';
import { peopleNames } from './standing.ts';

type Detail = AuditRecord['entries'][number]['detail'];

interface Row {
  readonly cursor: string;
  readonly at: Instant;
  readonly type: string;
  readonly by: string | null;
  readonly body: { readonly person?: string; readonly from?: string } & Readonly<Record<string, unknown>>;
}

export interface Asked {
  readonly jurisdiction: string;
  /** Only this person's account, and what this person was refused. */
  readonly person?: string | undefined;
  readonly type?: AuditType | undefined;
  /** Only what came before this cursor. */
  readonly before?: string | undefined;
}

const PAGE = 50;
const LAST = '9223372036854775807';
/** Entries that belong to no hall but to the whole installation: keys. */
const PLATFORM = 'platform';
/** Word for word the condition of the index. */
const ON_RECORD = sql`(stream like 'people:%' or stream like 'denied:%' or stream like 'settings:%' or stream like 'access:%')`;

/** What is on record of a hall and of names nobody has, newest first. Read by the audit administrator alone. */
export async function auditRecord(db: Db, { jurisdiction, person, type, before = LAST }: Asked): Promise<AuditRecord> {
  const whose = person === undefined ? sql`true` : sql`stream in (${`people:${person}`}, ${`denied:${person}`})`;
  const which = type === undefined ? sql`true` : sql`type = ${type}`;
  // A page of each hall by the index, then the newest of these: never a sort of all there is.
  const { rows } = await sql<Row>`select e.* from unnest(${[jurisdiction, NO_HALL, PLATFORM]}::text[]) as h(hall)
    cross join lateral (select seq::text as cursor, seq, type, body, actor->>'person' as by,
        to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
      from ledger.entries where ${ON_RECORD} and jurisdiction = h.hall and ${whose} and ${which}
        and seq < ${before}::bigint order by seq desc limit ${PAGE}) e
    order by e.seq desc limit ${PAGE}`.execute(db);
  const ids = [...new Set(rows.flatMap(({ by, body }) => [by, body.person]).filter((id) => typeof id === 'string'))];
  const names = await peopleNames(db, jurisdiction, ids);
  return { entries: rows.map((row) => entryOf(row, names)) };
}

function entryOf(row: Row, names: ReadonlyMap<string, string>): AuditRecord['entries'][number] {
  const { cursor, at, type, by, body } = row;
  const { person, from, ...rest } = body;
  return {
    cursor,
    at,
    type,
    ...(person !== undefined && { person, personName: names.get(person) ?? person }),
    ...(by !== null && { by, byName: names.get(by) ?? by }),
    ...(from !== undefined && { from }),
    detail: detailOf(rest),
  };
}

/** Of a look into a case the field, not the reason: reasons speak of people, and this reader sees no case (三员分立). */
function detailOf(body: Readonly<Record<string, unknown>>): Detail {
  const shown = Object.entries(body).filter(([name]) => name !== 'reason');
  return Object.fromEntries(
    shown.flatMap(([name, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? [[name, value]] : [],
    ),
  );
}
