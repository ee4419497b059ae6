import type { Words } from '../words.ts';

/** What a case may rest on besides cards and proposals: each has a document or a row of its own. */
export type GroundSource = 'complaint' | 'inspection' | 'audit' | 'ledgerRow' | 'transfer';

export interface Ground {
  readonly source: GroundSource;
  /** Its number: of the complaint, the record of the check, the letter of the audit, or the serial in the ledger. */
  readonly reference: string;
}

export const groundSources: { readonly [S in GroundSource]: Words & { readonly reference: Words } } = {
  complaint: {
    zh: '投诉举报',
    en: 'a complaint or report',
    reference: { zh: '受理编号', en: 'number it was taken under' },
  },
  inspection: {
    zh: '检查发现',
    en: 'a spot check',
    reference: { zh: '检查记录编号', en: 'number of the record of the check' },
  },
  audit: { zh: '审计移送', en: 'an audit', reference: { zh: '审计移送函文号', en: 'number of the audit’s letter' } },
  ledgerRow: {
    zh: '部门台账行',
    en: 'a row of a department’s ledger',
    reference: { zh: '台账中的证照号、文号', en: 'its serial in the ledger' },
  },
  transfer: {
    zh: '其他机关移送',
    en: 'handed over by another authority',
    reference: { zh: '移送函文号', en: 'number of the letter' },
  },
};
