import type { Day, Instant, Result } from '@yimen/kernel';
import type { Calendar } from '@yimen/core/calendar';
import type { ServiceItem } from '@yimen/core/catalogue';
import type { PaperKind } from '@yimen/core/documents';
import type { Standing } from '@yimen/core/people';
import type { Guide, PaperView } from '@yimen/contract';
import type { FileStore } from '../../platform/files/index.ts';
import type { Act, GroupCommit } from '../../platform/ledger/index.ts';
import type { Keeper } from '../../platform/personal/index.ts';
import type { Shell, Tx } from '../../platform/shell.ts';
import type { Receiver, Scanner } from '../../platform/uploads/index.ts';
import type { CaseKeys } from './secrets.ts';
import type { CaseKey } from './tracking.ts';

/** A paper that a fact calls for. */
export interface PaperWish {
  readonly revision: number;
  readonly kind: PaperKind;
}

export interface Colleague {
  readonly person: string;
  readonly name: string;
  readonly post: string;
}

/** What casework asks of the other modules, through their doors and never through their tables. */
export interface Neighbours {
  /** The version in force on a day, for a new case. */
  readonly itemInForce: (jurisdiction: string, itemId: string, on: Day) => Promise<ServiceItem | undefined>;
  /** The version a running case keeps. Throws when there is none: it was there when the case was filed. */
  readonly itemVersion: (jurisdiction: string, itemId: string, version: number) => Promise<ServiceItem>;
  readonly guideOf: (item: ServiceItem) => Promise<Guide>;
  readonly calendar: () => Promise<Calendar>;
  /** `asOf`: the state of posts and authorisations the request saw; what is remembered of that state may be answered. */
  readonly standingOf: (jurisdiction: string, person: string, asOf?: string) => Promise<Standing | undefined>;
  readonly colleaguesOf: (jurisdiction: string, authority: string, on: Day) => Promise<readonly Colleague[]>;
  readonly peopleNames: (jurisdiction: string, people: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly postNames: (jurisdiction: string, posts: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  readonly authorityNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
  /** What asks for papers, to be written with the act: they are made if, and only if, the act is. */
  readonly paperRows: (key: CaseKey, wishes: readonly PaperWish[], at: Instant) => Act['rows'];
  readonly revokePapers: (tx: Tx, key: CaseKey, at: Instant) => Promise<void>;
  readonly papersOf: (key: CaseKey) => Promise<readonly PaperView[]>;
  readonly paperFile: (key: CaseKey, paperId: string) => Promise<Uint8Array | undefined>;
  /** Asks once more for a paper that could not be made. */
  readonly paperAgain: (key: CaseKey, paperId: string) => Promise<Result<void, 'unknown_paper' | 'paper_not_failed'>>;
  /** Cover, list, approval sheet and papers in one PDF; undefined while nothing has been received. */
  readonly caseFile: (
    key: CaseKey,
    by: { readonly name: string; readonly post: string },
  ) => Promise<Uint8Array | undefined>;
  readonly ratingOf: (key: CaseKey) => Promise<{ readonly level: number; readonly at: Instant } | undefined>;
}

/** Whom a change concerns; everybody of the hall when it is not known. */
export type Concerned = readonly string[] | undefined;

/** Tells the open screens of a hall that something moved; only within this process, the rest find out by asking. */
export interface Bell {
  /** With the departments whose queues an act may have changed. */
  readonly ring: (jurisdiction: string, authorities?: readonly string[]) => void;
  /** Answers how to stop listening. */
  readonly listen: (jurisdiction: string, heard: (authorities: Concerned) => void) => () => void;
}

export function createBell(): Bell {
  const listeners = new Map<string, Set<(authorities: Concerned) => void>>();
  return {
    ring: (jurisdiction, authorities) => listeners.get(jurisdiction)?.forEach((heard) => heard(authorities)),
    listen: (jurisdiction, heard) => {
      const own = listeners.get(jurisdiction) ?? new Set();
      listeners.set(jurisdiction, own.add(heard));
      return () => own.delete(heard);
    },
  };
}

/** As much of the world as reading one case takes: what the command-line tool has. */
export interface Reader {
  readonly shell: Pick<Shell, 'db' | 'now' | 'evaluate' | 'log'>;
  readonly near: Pick<Neighbours, 'itemVersion' | 'calendar' | 'authorityNames' | 'papersOf'>;
}

export interface World {
  readonly shell: Shell;
  /** The only hand that writes cases; acts that come together share a commit. */
  readonly pen: GroupCommit;
  readonly keys: CaseKeys;
  readonly keeper: Keeper;
  readonly near: Neighbours;
  readonly bell: Bell;
  readonly files: FileStore;
  readonly receiver: Receiver;
  /** Without one, files are kept unscanned and said to be. */
  readonly scanner: Scanner | undefined;
}
