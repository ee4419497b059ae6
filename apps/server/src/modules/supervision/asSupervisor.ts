import { sql } from 'kysely';
import type { Tx } from '../../platform/shell.ts';
import type { Supervision } from './world.ts';

/**
 * Reads as the supervisor's role, read-only: what that role cannot see or would change, the board cannot either. From a database of
 * supervision's own where one is set.
 */
export async function asSupervisor<T>(
  { shell, reading }: Pick<Supervision, 'shell' | 'reading'>,
  read: (tx: Tx) => Promise<T>,
): Promise<T> {
  return (reading ?? shell.db)
    .transaction()
    .setAccessMode('read only')
    .execute(async (tx) => {
      await sql`set local role yimen_supervisor`.execute(tx);
      return read(tx);
    });
}
