import type { Words } from '@yimen/contract';
import type { Calendar } from '@yimen/core/calendar';
import type { Day } from '@yimen/kernel';
import type { FileStore } from '../../platform/files/index.ts';
import type { Shell, Tx } from '../../platform/shell.ts';
import type { Miner } from './miner.ts';
import type { Minings } from './minings.ts';

/** Which of the hall's own cases: of an item, filed on these days, both included. */
export interface OwnSelection {
  readonly jurisdiction: string;
  readonly from: Day;
  readonly to: Day;
  readonly itemId?: string;
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
  readonly personName: (jurisdiction: string, person: string) => Promise<string>;
}

export interface History {
  readonly shell: Shell;
  readonly files: FileStore;
  readonly near: HistoryNeighbours;
  readonly miner: Pick<Miner, 'ask'>;
  /** What was read of logs, kept for all who ask. */
  readonly minings: Minings;
}
