import type { Words } from '../words.ts';

/** The four levels on which somebody answers (四个层次的责任人). */
export type ResponsibilityLevel = 'handling' | 'examining' | 'approving' | 'leading';
export const responsibilityLevels: { readonly [L in ResponsibilityLevel]: Words } = {
  handling: { zh: '直接责任（承办）', en: 'directly, as the handler' },
  examining: { zh: '审核责任', en: 'for examining' },
  approving: { zh: '批准责任', en: 'for approving' },
  leading: { zh: '领导责任（直接负责的主管人员）', en: 'as the officer in charge' },
};

/** One way of holding somebody to account. Heavier ones weigh more; `points` come off the department's yearly assessment. */
export interface Outcome {
  readonly name: Words;
  readonly weight: number;
  readonly points: number;
  readonly article: string;
}

const TWELVE = '《中华人民共和国公职人员政务处分法》第十二条第一款';

/** 处理方式, from the lightest. Sanctions proper (政务处分) are for those the law names: the case is handed to them. */
export type OutcomeKind =
  'notPursued' | 'reminded' | 'criticised' | 'selfExamined' | 'admonished' | 'referred' | 'prosecuted';
export const outcomes: { readonly [K in OutcomeKind]: Outcome } = {
  notPursued: { name: { zh: '不予追究', en: 'not pursued' }, weight: 0, points: 0, article: TWELVE },
  reminded: { name: { zh: '谈话提醒', en: 'reminded in a talk' }, weight: 1, points: 0.5, article: TWELVE },
  criticised: { name: { zh: '批评教育', en: 'criticised' }, weight: 2, points: 0.5, article: TWELVE },
  selfExamined: {
    name: { zh: '责令检查', en: 'ordered to examine oneself in writing' },
    weight: 3,
    points: 1,
    article: TWELVE,
  },
  admonished: { name: { zh: '予以诫勉', en: 'admonished' }, weight: 4, points: 2, article: TWELVE },
  referred: {
    name: { zh: '移送任免机关、监察机关处理', en: 'handed to the appointing or supervisory authority' },
    weight: 5,
    points: 5,
    article: '《中华人民共和国行政许可法》第七十二条、第七十四条；《中华人民共和国公职人员政务处分法》第三条',
  },
  prosecuted: {
    name: { zh: '涉嫌犯罪，移送监察机关、司法机关', en: 'suspected of a crime, handed to supervision or justice' },
    weight: 6,
    points: 10,
    article: '《中华人民共和国行政许可法》第七十三条、第七十四条、第七十五条第二款、第七十七条',
  },
};

/** 线索 → 核实 → 陈述申辩 → 决定 → 送达 → 申诉 → 复核 → 结案. */
export type AccountabilityPhase = 'lead' | 'statement' | 'deciding' | 'serving' | 'appealable' | 'reviewing' | 'closed';
export const accountabilityPhases: { readonly [P in AccountabilityPhase]: Words } = {
  lead: { zh: '线索核实', en: 'lead being verified' },
  statement: { zh: '陈述申辩', en: 'the person may state' },
  deciding: { zh: '待决定', en: 'to be decided' },
  serving: { zh: '待送达', en: 'to be served' },
  appealable: { zh: '已送达，可申诉', en: 'served, may be appealed' },
  reviewing: { zh: '申诉复核', en: 'under review' },
  closed: { zh: '已结案', en: 'closed' },
};
