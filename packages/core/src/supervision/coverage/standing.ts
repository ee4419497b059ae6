import type { Words } from '../words.ts';
import type { Mismatch } from './checks.ts';
import type { LedgerRow } from './ledgerRow.ts';

export type RowStanding = 'covered' | 'laterEntry' | 'explained' | 'carded' | 'unexplained' | 'exempt';

export const standings: Readonly<Record<RowStanding, Words>> = {
  covered: { zh: '有办件', en: 'has its case' },
  laterEntry: { zh: '已补录', en: 'entered later' },
  explained: { zh: '已说明', en: 'explained' },
  carded: { zh: '已发牌', en: 'carded' },
  unexplained: { zh: '未说明', en: 'unexplained' },
  exempt: { zh: '无须有办件', en: 'needs no case' },
};

export interface ReconciledRow {
  readonly row: LedgerRow;
  readonly standing: RowStanding;
  readonly caseNumber?: string;
  readonly caseId?: string;
  readonly mismatch?: Mismatch;
}
