import type { Reform, Rehearsal } from '@yimen/core/history';
import type { Instant } from '@yimen/kernel';
import { sql } from 'kysely';
import type { Db, Tx } from '../../platform/shell.ts';
import type { LogKey } from './store.ts';

/** A reform rehearsed on a log, as it was computed that day. */
export interface StoredRehearsal {
  readonly jurisdiction: string;
  readonly id: string;
  readonly log: string;
  readonly title: string;
  readonly reform: Reform;
  readonly result: Rehearsal;
  readonly by: string;
  readonly at: Instant;
  /** The item whose proposed version it is. */
  readonly itemId: string | null;
  /** The signed report, by its digest; none of those saved before reports were signed. */
  readonly paper: string | null;
}

export type RehearsalLine = Pick<StoredRehearsal, 'id' | 'title' | 'by' | 'at'>;

export interface ItemRehearsal extends RehearsalLine {
  readonly itemId: string;
  readonly log: string;
}

const AT = sql`to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at`;

/** Rehearsals of a log, the newest first. */
export async function listRehearsals(db: Db, { jurisdiction, name }: LogKey): Promise<readonly RehearsalLine[]> {
  const { rows } = await sql<RehearsalLine>`select id, title, by_person as by, ${AT} from history.rehearsals
    where jurisdiction = ${jurisdiction} and log = ${name} order by rehearsals.at desc limit 200`.execute(db);
  return rows;
}

/** Rehearsals of proposed versions of these items, the newest first. */
export async function rehearsalsOfItems(
  db: Db,
  jurisdiction: string,
  itemIds: readonly string[],
): Promise<readonly ItemRehearsal[]> {
  const { rows } =
    await sql<ItemRehearsal>`select id, item_id as "itemId", title, log, by_person as by, ${AT} from history.rehearsals
    where jurisdiction = ${jurisdiction} and item_id = any(${[...itemIds]}::text[])
      and paper is not null order by rehearsals.at desc limit 200`.execute(db);
  return rows;
}

export async function findRehearsal(db: Db, jurisdiction: string, id: string): Promise<StoredRehearsal | undefined> {
  const { rows } = await sql<StoredRehearsal>`select jurisdiction, id, log, title, reform, result, by_person as by,
      item_id as "itemId", paper, ${AT}
    from history.rehearsals where jurisdiction = ${jurisdiction} and id = ${id}`.execute(db);
  return rows[0];
}

/** Answers whether it is new: the same command saved twice is one rehearsal. */
export async function saveRehearsal(tx: Tx, one: StoredRehearsal): Promise<boolean> {
  const { numAffectedRows } = await sql`insert into history.rehearsals
      (jurisdiction, id, log, title, reform, result, by_person, item_id, paper, at)
    values (${one.jurisdiction}, ${one.id}, ${one.log}, ${one.title}, ${JSON.stringify(one.reform)}::jsonb,
      ${JSON.stringify(one.result)}::jsonb, ${one.by}, ${one.itemId}, ${one.paper},
      ${one.at}::timestamptz)
    on conflict (jurisdiction, id) do nothing`.execute(tx);
  return numAffectedRows === 1n;
}
