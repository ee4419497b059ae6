import type { Words } from '@yimen/contract';
import type { Calendar } from '@yimen/core/calendar';
import type { Flow, ServiceItem } from '@yimen/core/catalogue';
import type { PaperText } from '@yimen/core/documents';
import type { Conformance, Mined, ProcedureKey } from '@yimen/core/history';
import type { Day } from '@yimen/kernel';
import type { FileStore } from '../../platform/files/index.ts';
import type { Shell, Tx } from '../../platform/shell.ts';
import type { Miner } from './miner.ts';
import type { Readings } from './readings.ts';

/** Which of the hall's own cases: of an item, filed on these days, both included. */
export interface OwnSelection {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day;
  readonly itemId?: string;
  /** The department that decides. */
  readonly authority?: string;
}

export interface AskedProcedure {
  readonly itemId: string;
  readonly version?: number | undefined;
}

export interface NamedProcedure extends ProcedureKey {
  readonly name: string;
}

export interface PublishedProcedure extends NamedProcedure {
  readonly flow: Flow;
}

export interface DraftedItem {
  readonly itemId: string;
  readonly name: string;
}

export interface ProposedVersion {
  readonly base: ServiceItem;
  readonly next: ServiceItem;
}

/** What history asks of the other modules. */
export interface HistoryNeighbours {
  readonly calendar: () => Promise<Calendar>;
  /** Ids of cases, a page at a time, in the snapshot of the transaction. */
  readonly selectedCases: (tx: Tx, selection: OwnSelection) => AsyncIterable<readonly string[]>;
  /** Words for what happens to a case of the ledger, by the type of its entry. */
  readonly factWords: Readonly<Record<string, Words>>;
  /** What the steps of the hall's items are called, by their ids; one id of several items has each of its names. */
  readonly stepNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
  /** The flowchart of an item version, or of the one in force where none is named. */
  readonly procedure: (jurisdiction: string, asked: AskedProcedure) => Promise<PublishedProcedure | undefined>;
  /** What the hall publishes with a procedure of its own, by name. */
  readonly procedures: (jurisdiction: string) => Promise<readonly NamedProcedure[]>;
  /** What those who did something are called, by the post the ledger names; posts that are gone are not among them. */
  readonly doers: (jurisdiction: string, posts: readonly string[]) => Promise<ReadonlyMap<string, Words>>;
  /** A paper of the centre's own with its electronic signature, kept; its digest. */
  readonly signed: (paper: PaperText, of: { readonly on: Day; readonly issuer: string }) => Promise<string>;
  readonly hallName: (jurisdiction: string) => Promise<string>;
  /** Items of a hall that somebody is drafting. */
  readonly drafted: (jurisdiction: string) => Promise<readonly DraftedItem[]>;
  readonly departments: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
  /** What is in force of an item, and its draft; undefined where either is missing. */
  readonly draft: (jurisdiction: string, itemId: string) => Promise<ProposedVersion | undefined>;
  readonly personName: (jurisdiction: string, person: string) => Promise<string>;
}

export interface History {
  readonly shell: Shell;
  readonly files: FileStore;
  readonly near: HistoryNeighbours;
  readonly miner: Pick<Miner, 'ask'>;
  /** What was read of logs, kept for all who ask. */
  readonly minings: Readings<Mined>;
  readonly conformances: Readings<Conformance>;
}
