import type { Result } from '@yimen/kernel';
import type { Db, Tx } from '../shell.ts';

/** Carries a refusal out of a transaction, so that it rolls back. */
class RolledBack extends Error {
  readonly result: Result<never, unknown>;
  constructor(result: Result<never, unknown>) {
    super('rolled back');
    this.result = result;
  }
}

/** Runs `work` in a transaction that commits only when it answers ok; a refusal rolls back and is returned. */
export async function transact<T, E>(db: Db, work: (tx: Tx) => Promise<Result<T, E>>): Promise<Result<T, E>> {
  try {
    return await db.transaction().execute(async (tx) => {
      const result = await work(tx);
      if (!result.ok) throw new RolledBack(result);
      return result;
    });
  } catch (error) {
    if (error instanceof RolledBack) return error.result as Result<T, E>;
    throw error;
  }
}
