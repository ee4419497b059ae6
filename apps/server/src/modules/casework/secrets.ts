import { createHmac, timingSafeEqual } from 'node:crypto';
import { sql } from 'kysely';
import type { Shell } from '../../platform/shell.ts';

/** Keys of this database; everything derived from them can be checked again and need not be stored. */
export interface CaseKeys {
  readonly queryCode: Uint8Array;
  readonly tracking: Uint8Array;
  readonly lookUp: Uint8Array;
}

const NAMES = ['queryCode', 'tracking', 'lookUp'] as const;

/** Reads the keys, making them on the first start; servers starting together agree on the first one written. */
export async function openKeys(shell: Pick<Shell, 'db' | 'random'>): Promise<CaseKeys> {
  for (const name of NAMES) {
    await sql`insert into casework.secrets (name, value) values (${name}, ${Buffer.from(shell.random(32))})
      on conflict (name) do nothing`.execute(shell.db);
  }
  const { rows } = await sql<{ name: string; value: Uint8Array }>`select name, value from casework.secrets`.execute(
    shell.db,
  );
  const key = (name: (typeof NAMES)[number]): Uint8Array => {
    const row = rows.find((candidate) => candidate.name === name);
    if (row === undefined) throw new Error(`no key ${name}`);
    return row.value;
  };
  return { queryCode: key('queryCode'), tracking: key('tracking'), lookUp: key('lookUp') };
}

export function mac(key: Uint8Array, text: string): Buffer {
  return createHmac('sha256', key).update(text, 'utf8').digest();
}

/** Equal or not, in a time that does not tell where they differ. */
export function sameText(left: string, right: string): boolean {
  const [one, other] = [Buffer.from(left, 'utf8'), Buffer.from(right, 'utf8')];
  return one.length === other.length && timingSafeEqual(one, other);
}
