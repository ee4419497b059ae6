/**
 * Loaded into the server by `--import`, in measurements only: when told, it kills the process at a named point of the
 * next transaction. The product has no such hook.
 */
import pg from 'pg';
import type { KillPoint } from './killPoints.ts';

const MATCHES: Readonly<Record<KillPoint, RegExp>> = {
  // An act is one statement that commits by itself; what makes papers still begins and commits a transaction.
  beforeCommit: /^commit|insert into ledger\.heads/i,
  duringCommit: /insert into ledger\.heads/i,
  afterCommit: /^commit|insert into ledger\.heads/i,
  sealedNotRecorded: /set state = 'ready'/,
  uploadedNotRecorded: /insert into casework\.uploads/,
};

/** The statement is sent before the process dies. */
const LATER: ReadonlySet<KillPoint> = new Set(['duringCommit', 'afterCommit']);

let armed: KillPoint | undefined;
process.on('message', (point: KillPoint) => (armed = point));
process.channel?.unref();

const die = (): void => void process.kill(process.pid, 'SIGKILL');

// The members of a class that is patched have no fitting type: the overloads of `query` answer a promise or a query.
const prototype = pg.Client.prototype as unknown as { query: (...args: readonly unknown[]) => unknown };
const { query } = prototype;
prototype.query = function patched(this: unknown, ...args: readonly unknown[]): unknown {
  const text = textOf(args[0]);
  const point = armed !== undefined && MATCHES[armed].test(text) ? armed : undefined;
  if (point === undefined) return query.apply(this, [...args]);
  if (!LATER.has(point)) die();
  const answer = query.apply(this, [...args]);
  // The statement is on its way; whether it commits, nobody here will know.
  if (point === 'duringCommit') setTimeout(die, Math.random() * 3);
  return point === 'afterCommit' && answer instanceof Promise ? answer.then(die) : answer;
};

function textOf(asked: unknown): string {
  return typeof asked === 'string' ? asked : ((asked as { readonly text?: string } | undefined)?.text ?? '');
}
