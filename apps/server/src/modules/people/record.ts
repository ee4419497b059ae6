import type { AuditType } from '@yimen/contract';
import { recordAuditIn, type COMMAND_LINE } from '../../platform/audit/index.ts';
import type { Shell, Tx } from '../../platform/shell.ts';

export interface Happened {
  readonly type: AuditType;
  readonly jurisdiction: string;
  /** Whose account; absent for a name nobody has, which is not written down: people type passwords into that field. */
  readonly person?: string;
  /** Who did it, where that is somebody else. */
  readonly by?: string | typeof COMMAND_LINE;
  /** The network address it came from; absent at the command line. */
  readonly from?: string;
  readonly detail?: Readonly<Record<string, string | number | boolean>>;
}

/** Of no hall: attempts under names nobody has. */
export const NO_HALL = '000000';

const streamOfPerson = (person: string): `people:${string}` => `people:${person}`;

type World = Pick<Shell, 'realNow' | 'newId'>;

/** Writes an entry about an account, in the transaction that does what it tells of. */
export function record(tx: Tx, world: World, happened: Happened): Promise<void> {
  const { type, jurisdiction, person, by = person, from, detail } = happened;
  const body = { ...(person === undefined ? {} : { person }), ...detail };
  const stream = streamOfPerson(person ?? '');
  return recordAuditIn(tx, world, { jurisdiction, stream, type, actor: actorOf(by), from, body });
}

function actorOf(by: Happened['by']): object {
  if (by === undefined) return { kind: 'nobody' };
  return typeof by === 'string' ? { kind: 'officer', person: by } : by;
}

/** The same where nothing else is written. */
export function recordAlone({ db, ...world }: World & Pick<Shell, 'db'>, happened: Happened): Promise<void> {
  return db.transaction().execute((tx) => record(tx, world, happened));
}
