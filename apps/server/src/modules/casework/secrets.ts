import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Ring, SecretName } from '../../platform/personal/index.ts';
import type { Db } from '../../platform/shell.ts';

/** Keys everything of which can be derived again and need not be stored. They stand in the key ring, outside the database. */
export interface CaseKeys {
  readonly queryCode: Uint8Array;
  readonly tracking: Uint8Array;
  readonly lookUp: Uint8Array;
}

export const caseKeys = (ring: Ring): CaseKeys => ({
  queryCode: ring.secret('queryCode'),
  tracking: ring.secret('tracking'),
  lookUp: ring.secret('lookUp'),
});

/** Secrets of a database from before there was a key ring: printed query codes must go on opening their cases. */
export async function earlierSecrets(db: Db): Promise<Partial<Record<SecretName, Uint8Array>>> {
  const { rows } = await sql<{ name: SecretName; value: Uint8Array }>`select name, value from casework.secrets`.execute(
    db,
  );
  return Object.fromEntries(rows.map(({ name, value }) => [name, new Uint8Array(value)]));
}

/** Removes from the database what the ring now holds; anything else stays where it is. */
export async function forgetSecrets(db: Db, ring: Ring): Promise<void> {
  for (const name of ['lookUp', 'queryCode', 'tracking'] as const) {
    await sql`delete from casework.secrets where name = ${name} and value = ${Buffer.from(ring.secret(name))}`.execute(
      db,
    );
  }
}

export function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

/** Equal or not, in a time that does not tell where they differ. */
export function sameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8')];
  return one.length === other.length && timingSafeEqual(one, other);
}
