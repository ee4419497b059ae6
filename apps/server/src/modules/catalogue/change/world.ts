import type { Calendar } from '@yimen/core/calendar';
import type { ChangeActor } from '@yimen/core/catalogue';
import type { PaperText } from '@yimen/core/documents';
import type { Day } from '@yimen/kernel';
import { dayOf } from '@yimen/kernel';
import type { Shell, Tx } from '../../../platform/shell.ts';

/** What changes of the list ask of the other modules. */
export interface ChangeNeighbours {
  readonly calendar: () => Promise<Calendar>;
  readonly authorityNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
  readonly peopleNames: (jurisdiction: string, people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly hallName: (jurisdiction: string) => Promise<string>;
  /** Roles and departments of somebody on a day. */
  readonly actorOf: (jurisdiction: string, person: string, on: Day) => Promise<ChangeActor | undefined>;
  /** Authorisations that name what was go on with what came of it; their numbers. */
  readonly followItems: (tx: Tx, following: Following) => Promise<readonly string[]>;
  /** A file this officer uploaded; undefined for anybody else's. */
  readonly uploadOf: (held: HeldFile) => Promise<{ readonly mediaType: string } | undefined>;
  /** Its bytes; undefined where it is gone or in quarantine. */
  readonly fileOf: (jurisdiction: string, sha256: string) => Promise<Uint8Array | undefined>;
  readonly print: (paper: PaperText, madeOn: Day) => Promise<Uint8Array>;
}

export interface Following {
  readonly jurisdiction: string;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

export interface HeldFile {
  readonly jurisdiction: string;
  readonly person: string;
  readonly sha256: string;
}

export interface ChangeWorld {
  readonly shell: Shell;
  readonly near: ChangeNeighbours;
}

/** Who asks, in which hall. */
export interface Asker {
  readonly jurisdiction: string;
  readonly actor: ChangeActor;
}

export const todayOf = ({ shell }: ChangeWorld): Day => dayOf(shell.now());
