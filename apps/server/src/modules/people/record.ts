import { sql } from 'kysely';
import { append, headOf } from '../../platform/ledger/index.ts';
import type { Shell, Tx } from '../../platform/shell.ts';

/** What happens to accounts; each is an entry of the ledger (GB/T 22239—2019 8.1.4.3, P34). */
export const happenings = [
  'signedIn',
  'signInFailed',
  'locked',
  'factorFailed',
  'proved',
  'proofFailed',
  'signedOut',
  'sessionsEnded',
  'factorAdded',
  'factorRemoved',
  'factorsReset',
  'recoveryCodesMade',
  'passwordChanged',
  'accountMade',
  'accountDisabled',
  'accountEnabled',
  'accountUnlocked',
  'postGiven',
  'postEnded',
  'passwordProfileChosen',
] as const;
export type Happening = (typeof happenings)[number];

export interface Happened {
  readonly type: Happening;
  readonly jurisdiction: string;
  /** Whose account; absent for a name nobody has, which is not written down: people type passwords into that field. */
  readonly person?: string;
  /** Who did it, where that is somebody else. */
  readonly by?: string;
  /** The network address it came from; absent at the command line. */
  readonly from?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Of no hall: attempts under names nobody has. */
export const NO_HALL = '000000';

export const streamOfPerson = (person: string): string => `people:${person}`;

type World = Pick<Shell, 'realNow' | 'newId'>;

/**
 * Writes an entry about an account, in the transaction that does what it tells of. By the machine's clock: moving the
 * demonstration's time does not move who signed in when.
 */
export async function record(tx: Tx, world: World, happened: Happened): Promise<void> {
  const { type, jurisdiction, person, by = person, from, detail } = happened;
  const name = { jurisdiction, stream: streamOfPerson(person ?? '') };
  // Only this module writes these streams, and one writer at a time: the append below finds the head it read.
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${jurisdiction}/${name.stream}`}, 0))`.execute(tx);
  const body = { ...(person === undefined ? {} : { person }), ...(from === undefined ? {} : { from }), ...detail };
  const actor = by === undefined ? { kind: 'nobody' } : { kind: 'staff', person: by };
  const stamp = { at: world.realNow(), actor, commandId: world.newId() };
  const done = await append(tx, { ...name, after: await headOf(tx, name), entries: [{ type, body }], stamp });
  if (!done.ok) throw new Error(`somebody else writes ${name.stream}`);
}

/** The same where nothing else is written. */
export function recordAlone({ db, ...world }: World & Pick<Shell, 'db'>, happened: Happened): Promise<void> {
  return db.transaction().execute((tx) => record(tx, world, happened));
}
