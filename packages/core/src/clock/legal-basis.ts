/** The provision a limit rests on, as it is cited to the applicant. */
export interface LegalBasisRef {
  /** Name of the law, without 《》. */
  readonly law: string;
  /** 第四十二条第一款. */
  readonly article: string;
  /** The words of the provision. */
  readonly text?: string;
}
