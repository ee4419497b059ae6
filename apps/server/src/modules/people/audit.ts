import type { AuditRecord } from '@yimen/contract';
import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db } from '../../platform/shell.ts';
import { NO_HALL, streamOfPerson } from './record.ts';
import { peopleNames } from './standing.ts';

type Detail = AuditRecord['entries'][number]['detail'];

interface Row {
  readonly cursor: string;
  readonly at: Instant;
  readonly type: string;
  readonly by: string | null;
  readonly body: { readonly person?: string; readonly from?: string } & Detail;
}

export interface Asked {
  readonly jurisdiction: string;
  /** Only this person's account. */
  readonly person?: string | undefined;
  /** Only what came before this cursor. */
  readonly before?: string | undefined;
}

const PAGE = 50;
const LAST = '9223372036854775807';

/** What happened to the accounts of a hall and to names nobody has, newest first. Read by the audit administrator alone. */
export async function auditRecord(db: Db, { jurisdiction, person, before = LAST }: Asked): Promise<AuditRecord> {
  const whose = person === undefined ? sql`true` : sql`stream = ${streamOfPerson(person)}`;
  const { rows } = await sql<Row>`select seq::text as cursor, type, body, actor->>'person' as by,
      to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
    from ledger.entries where stream like 'people:%' and jurisdiction in (${jurisdiction}, ${NO_HALL}) and ${whose}
      and seq < ${before}::bigint order by seq desc limit ${PAGE}`.execute(db);
  const ids = [...new Set(rows.flatMap(({ by, body }) => [by, body.person]).filter((id) => typeof id === 'string'))];
  const names = await peopleNames(db, jurisdiction, ids);
  return { entries: rows.map((row) => entryOf(row, names)) };
}

function entryOf({ by, body, ...row }: Row, names: ReadonlyMap<string, string>): AuditRecord['entries'][number] {
  const { person, from, ...detail } = body;
  return {
    ...row,
    ...(person !== undefined && { person, personName: names.get(person) ?? person }),
    ...(by !== null && { by, byName: names.get(by) ?? by }),
    ...(from !== undefined && { from }),
    detail,
  };
}
