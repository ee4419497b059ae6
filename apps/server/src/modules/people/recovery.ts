import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import type { Db, Shell } from '../../platform/shell.ts';
import type { Holder } from './world.ts';

const CODES = 10;
/** Without letters and digits that look alike. */
const SIGNS = 'abcdefghjkmnpqrstvwxyz0123456789';
const CODE_SIGNS = 16;

const hashed = (code: string): Buffer =>
  createHash('sha256')
    .update(code.toLowerCase().replaceAll(/[^a-z0-9]/g, ''), 'utf8')
    .digest();

/** Ten new codes of 80 random bits each, in place of all before. Shown once: only their hashes are kept. */
export async function newRecoveryCodes(
  db: Db,
  { random }: Pick<Shell, 'random'>,
  holder: Holder,
): Promise<readonly string[]> {
  const codes = Array.from({ length: CODES }, () =>
    Array.from(random(CODE_SIGNS), (byte) => SIGNS[byte % 32] ?? '').join(''),
  );
  await removeRecoveryCodes(db, holder);
  await sql`insert into people.recovery_code (jurisdiction, person, code_hash)
    select ${holder.jurisdiction}, ${holder.person}, decode(h, 'hex')
      from unnest(${codes.map((code) => hashed(code).toString('hex'))}::text[]) as h`.execute(db);
  return codes.map((code) => (code.match(/.{4}/g) ?? []).join('-'));
}

/** Takes a code once. */
export async function takeRecoveryCode(
  db: Db,
  { realNow }: Pick<Shell, 'realNow'>,
  holder: Holder,
  code: string,
): Promise<boolean> {
  const { rows } = await sql`update people.recovery_code set used_at = ${realNow()}::timestamptz
    where jurisdiction = ${holder.jurisdiction} and person = ${holder.person} and code_hash = ${hashed(code)}
      and used_at is null returning 1`.execute(db);
  return rows.length > 0;
}

export async function removeRecoveryCodes(db: Db, { jurisdiction, person }: Holder): Promise<void> {
  await sql`delete from people.recovery_code where jurisdiction = ${jurisdiction} and person = ${person}`.execute(db);
}
