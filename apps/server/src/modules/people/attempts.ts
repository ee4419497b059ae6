import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Shell } from '../../platform/shell.ts';
import { before } from './session.ts';

/** Wrong tries of one name, one factor or one password said again before it is locked. */
export const MOST_FAILURES = 5;
const LOCK_MS = 30 * 60_000;

type World = Pick<Shell, 'db' | 'realNow'>;
type Kind = 'name' | 'address' | 'factor';

/** What is counted is kept as a hash: people type their password into the wrong field. */
export function subject(kind: Kind, value: string): Buffer {
  return createHash('sha256').update(`${kind}/${value}`, 'utf8').digest();
}

/** Counts one try and answers how many there were; more than the most while it is locked. */
export async function count({ db, realNow }: World, counted: Buffer): Promise<number> {
  const at = realNow();
  const { rows } = await sql<{ tries: number }>`
    insert into people.sign_in_failure as f (subject, failures, last_at) values (${counted}, 1, ${at}::timestamptz)
    on conflict (subject) do update set
      failures = case when f.locked_until > ${at}::timestamptz then f.failures
        when f.locked_until is not null or f.last_at < ${before(at, LOCK_MS)}::timestamptz then 1
        else f.failures + 1 end,
      locked_until = case when f.locked_until > ${at}::timestamptz then f.locked_until end,
      last_at = ${at}::timestamptz
    returning case when locked_until is null then failures else 1000000 end as tries`.execute(db);
  return rows[0]?.tries ?? 0;
}

export async function lock({ db, realNow }: World, locked: Buffer): Promise<void> {
  await sql`update people.sign_in_failure set locked_until = ${before(realNow(), -LOCK_MS)}::timestamptz
    where subject = ${locked}`.execute(db);
}

/** The right answer forgets the failures before it. */
export async function forget({ db }: Pick<Shell, 'db'>, forgotten: readonly Buffer[]): Promise<void> {
  await sql`delete from people.sign_in_failure where subject = any(${[...forgotten]}::bytea[])`.execute(db);
}

/** Takes one try back: an address is shared by a hall, and one account's password must not unlock guessing others'. */
export async function takeBack({ db }: Pick<Shell, 'db'>, address: Buffer): Promise<void> {
  await sql`update people.sign_in_failure set failures = greatest(failures - 1, 0) where subject = ${address}`.execute(
    db,
  );
}
