import type { Words } from '@yimen/kernel';

interface Row extends Words {
  readonly article?: string;
}

/** Why a drawing is not taken as a procedure; `{}` stands for the name of the shape. */
export const drawingFindings = {
  start_missing: { zh: '应当有且只有一个开始事件', en: 'there must be one start event' },
  unsupported: { zh: '“{}”不能表示为审批程序', en: '“{}” cannot be represented in a procedure' },
  crossed: {
    zh: '“{}”处的分支没有在同一个网关汇合，或者形成回路',
    en: 'the branches at “{}” do not come together at one gateway, or go round',
  },
  condition_missing: { zh: '“{}”之后的条件没有写成 FEEL 表达式', en: 'the condition after “{}” is no FEEL expression' },
  limit_missing: { zh: '“{}”没有写明几个工作日', en: '“{}” does not say how many working days it may take' },
  special_incomplete: {
    zh: '特别程序“{}”没有依据和计划天数，请在事项页填写后再导入',
    en: 'the special procedure “{}” has no basis and planned days; enter them on the item first',
  },
  receipt_missing: {
    zh: '缺少收件和受理环节',
    en: 'receipt and acceptance are missing',
    article: '行政许可法第三十二条',
  },
  decision_missing: { zh: '缺少作出决定的环节', en: 'the decision is missing', article: '行政许可法第三十七条' },
  decided_unexamined: {
    zh: '“{}”可以不经审查到达，或者审查在决定之后',
    en: '“{}” can be reached without an examination, or the examination comes after it',
    article: '行政许可法第三十四条、第三十七条',
  },
  // 一审一核 and 受审分离 are rules of the reform, not of an article: none is cited.
  approval_missing: {
    zh: '一审一核：审查之后缺少每一件都经过的核准',
    en: 'an approval that every case passes after the examination is missing',
  },
  one_inspector: {
    zh: '“{}”：实地核查应当指派两名以上工作人员',
    en: '“{}”: an inspection on the spot takes two officers or more',
    article: '行政许可法第三十四条第三款',
  },
  receiver_approves: {
    zh: '受审分离：“{}”由收件受理的窗口办理',
    en: '“{}” is done by the window that receives and accepts',
  },
  service_missing: {
    zh: '“{}”之后可以不经送达而结束',
    en: 'after “{}” it can end without being served',
    article: '行政许可法第四十四条',
  },
  refusal_missing: {
    zh: '“{}”之后没有不予许可的路径',
    en: 'after “{}” there is no way to a refusal',
    article: '行政许可法第三十八条第二款',
  },
  refusal_unreasoned: {
    zh: '“{}”没有写明说明理由、告知救济途径',
    en: '“{}” does not say that reasons and remedies are given',
    article: '行政许可法第三十八条第二款',
  },
} as const;
export type DrawingCode = keyof typeof drawingFindings;

/** One thing that stands against a drawing, at the element it is about. */
export interface DrawingFinding {
  readonly element: string;
  readonly code: DrawingCode;
  readonly words: Words;
  readonly article?: string;
}

export function drawingFinding(
  code: DrawingCode,
  { id, name }: { readonly id: string; readonly name: string },
): DrawingFinding {
  const { zh, en, article }: Row = drawingFindings[code];
  const called = name === '' ? id : name;
  const words = { zh: zh.replace('{}', called), en: en.replace('{}', called) };
  return { element: id, code, words, ...(article === undefined ? {} : { article }) };
}
