import { sql } from 'kysely';
import type { Beside } from '../ledger/index.ts';
import type { Db } from '../shell.ts';

export interface Enqueued {
  /** The name of the handler. */
  readonly name: string;
  /** Ids only: what the job needs it reads when it runs, so nothing personal waits in the queue. */
  readonly payload: { readonly [member: string]: string | number | boolean };
  /** Jobs of one key are done once, with the payload last given, while none of them runs. */
  readonly key?: string;
  /** Jobs of one queue run one after another. */
  readonly queue?: string;
}

/** Puts a job into the queue inside the caller's transaction: it runs if, and only if, the act is committed. */
export async function enqueue(tx: Db, { name, payload, key, queue }: Enqueued): Promise<void> {
  await sql`select graphile_worker.add_job(${name}, payload => ${JSON.stringify(payload)}::json,
    job_key => ${key ?? null}, queue_name => ${queue ?? null})`.execute(tx);
}

/** The same for acts that are written in one statement: rows `{ name, payload, key?, queue? }` under this name. */
export function enqueueBeside(name: string): Beside {
  return {
    name,
    calls: true,
    sql: (
      rows,
    ) => `select graphile_worker.add_job(j.name, payload => j.payload, job_key => j.key, queue_name => j.queue)
      from json_to_recordset(${rows}) as j(at int, name text, payload json, key text, queue text)
      join moved m on m.at = j.at`,
  };
}
