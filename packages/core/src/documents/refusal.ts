/** Why a paper cannot be made: which member, which article, and the words for the officer who tried. */
export interface PaperRefusal {
  readonly code: PaperRefusalCode;
  readonly field: string;
  readonly article: string;
  readonly words: { readonly zh: string; readonly en: string };
}

export type PaperRefusalCode =
  | 'missing'
  | 'wrong_issuer'
  | 'wrong_seal'
  | 'wrong_number'
  | 'deemed_not_dated_back'
  | 'competent_authority_missing'
  | 'not_a_suspension'
  | 'procedure_not_named'
  | 'wrong_approver'
  | 'extension_late'
  | 'out_of_order'
  | 'remedies_missing'
  | 'witness_missing';
