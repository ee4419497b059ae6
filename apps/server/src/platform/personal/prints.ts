import { sql } from 'kysely';
import type { Crypto } from '../crypto/index.ts';
import type { Db } from '../shell.ts';
import type { Ring } from './ring.ts';

/** The database was sealed with keys this installation does not have. Said in words; nothing is started. */
export class KeysMissing extends Error {}

/**
 * Puts the prints of the ring's keys on record in the database, and refuses a ring that is not the database's: a fresh
 * ring beside a restored database would leave every earlier number unreadable and nobody the wiser.
 */
export async function recordKeys(db: Db, ring: Ring, crypto: Pick<Crypto, 'hmac'>): Promise<void> {
  const { rows } = await sql<{ id: string; print: Buffer }>`select id, print from platform.key_prints`.execute(db);
  for (const { id, print } of rows) {
    const own = printOf(ring, id, crypto);
    if (own === undefined || !own.equals(print)) throw new KeysMissing(words(id));
  }
  for (const id of ring.ids()) {
    await sql`insert into platform.key_prints (id, print) values (${id}, ${printOf(ring, id, crypto)})
      on conflict (id) do nothing`.execute(db);
  }
}

/** Before a ring is made: a database that was ever sealed has one already. */
export async function demandUnsealed(db: Db): Promise<void> {
  const { rows } = await sql<{ id: string }>`select id from platform.key_prints order by id limit 1`.execute(db);
  if (rows[0] !== undefined) throw new KeysMissing(words(rows[0].id));
}

function printOf(ring: Ring, id: string, crypto: Pick<Crypto, 'hmac'>): Buffer | undefined {
  const key = ring.find(id)?.key;
  return key === undefined ? undefined : Buffer.from(crypto.hmac(key, Buffer.from('yimen key print')).subarray(0, 16));
}

function words(id: string): string {
  return (
    `数据库里的证件号和电话用密钥 ${id} 加密，而密钥环里没有它；请把原来的 keys/personal.json 放回数据目录（或用 KEYRING 指明） / ` +
    `identity numbers and phones in the database are sealed with key ${id}, which is not in the key ring: ` +
    'put the original keys/personal.json back into the data folder, or name it with KEYRING'
  );
}
