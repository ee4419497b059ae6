import type { LegalBasisRef } from './legal-basis.ts';

export type SpecialProcedure =
  | 'hearing'
  | 'tender'
  | 'auction'
  | 'inspection'
  | 'testing'
  | 'quarantine'
  | 'appraisal'
  | 'expertReview'
  | 'siteVisit'
  | 'consultation'
  | 'publicNotice'
  | 'payment'
  | 'entrustedEvaluation';

export interface SpecialProcedureRule {
  readonly zh: string;
  readonly en: string;
  /** The provision that decides whether its time counts. */
  readonly article: string;
  /** Whether Art. 45 itself takes its time out of the statutory limit. */
  readonly listed: boolean;
  readonly stopsStatutory: boolean;
  readonly stopsPromise: boolean;
}

const art45 = { article: '行政许可法第四十五条', listed: true, stopsStatutory: true, stopsPromise: true };
const unlisted = {
  article: '行政许可法第四十五条',
  listed: false,
  stopsStatutory: false,
  stopsPromise: false,
} as const;

/**
 * The eight procedures of Art. 45, whose time is not counted, and those that are not among them: they stop the statutory clock
 * only by a law of their own, and the promise only where the published guide says so.
 */
export const specialProcedureRules: Readonly<Record<SpecialProcedure, SpecialProcedureRule>> = {
  hearing: { zh: '听证', en: 'hearing', ...art45 },
  tender: { zh: '招标', en: 'tender', ...art45 },
  auction: { zh: '拍卖', en: 'auction', ...art45 },
  inspection: { zh: '检验', en: 'inspection', ...art45 },
  testing: { zh: '检测', en: 'testing', ...art45 },
  quarantine: { zh: '检疫', en: 'quarantine', ...art45 },
  appraisal: { zh: '鉴定', en: 'appraisal', ...art45 },
  expertReview: { zh: '专家评审', en: 'expert review', ...art45 },
  siteVisit: { zh: '现场踏勘', en: 'site visit', ...unlisted },
  consultation: { zh: '征求意见', en: 'consultation', ...unlisted },
  publicNotice: { zh: '公示', en: 'public notice', ...unlisted },
  payment: { zh: '等待缴费', en: 'waiting for payment', ...unlisted },
  entrustedEvaluation: { zh: '委托评估', en: 'entrusted evaluation', ...unlisted },
};

export const specialProcedures: readonly SpecialProcedure[] =
  Object.keys(specialProcedureRules).filter(isSpecialProcedure);

/** Reads a procedure's name in code, as data carries it. */
export function isSpecialProcedure(name: string): name is SpecialProcedure {
  return Object.hasOwn(specialProcedureRules, name);
}

/** Whether Art. 45 lists the procedure. */
export function isListedByArticle45(procedure: SpecialProcedure): boolean {
  return specialProcedureRules[procedure].listed;
}

export interface NamedExclusion {
  readonly procedure: SpecialProcedure;
  readonly basis: LegalBasisRef;
}

/** Laws known to take more time out of their own limits. Not complete: an item may name another, and then cites it. */
export const namedExclusions: readonly NamedExclusion[] = [
  { procedure: 'hearing', basis: { law: '取水许可和水资源费征收管理条例', article: '第十九条' } },
  { procedure: 'consultation', basis: { law: '取水许可和水资源费征收管理条例', article: '第十九条' } },
  { procedure: 'entrustedEvaluation', basis: { law: '企业投资项目核准和备案管理条例', article: '第十条' } },
];
