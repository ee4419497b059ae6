import { specialProcedures, specialProcedureRules, type SpecialProcedure } from '../../clock/index.ts';
import type { StepNode } from '../procedure.ts';
import type { DrawnNode } from './drawn.ts';

/** What a task is in the law's skeleton; everything else is a step of the examination. */
export type Part =
  | 'receive'
  | 'check'
  | 'correct'
  | 'special'
  | 'legalReview'
  | 'meeting'
  | 'decide'
  | 'issue'
  | 'refusal'
  | 'serve'
  | 'step';

/** Our own export marks its tasks; of others the name is read, the more special first. */
const named: readonly (readonly [Part, RegExp])[] = [
  ['refusal', /不予(行政)?许可|不予批准|驳回/],
  ['correct', /补正/],
  ['receive', /收件|接件|登记申请/],
  ['check', /受理/],
  ['legalReview', /法制审核/],
  ['meeting', /集体(讨论|审议)|会议审议/],
  ['serve', /送达|出证|领证|取件|交付/],
  ['issue', /制发|制证|发证|颁发|制作.*(证|批文|批复)/],
  ['decide', /决定|签批|签发/],
];

export function partOf(node: DrawnNode): Part {
  const marked = node.marks['part'];
  const known = parts.find((part) => part === marked);
  if (known !== undefined) return known;
  if (specialOf(node) !== undefined) return 'special';
  return named.find(([, words]) => words.test(node.name))?.[0] ?? 'step';
}

const parts: readonly Part[] = [
  'receive',
  'check',
  'correct',
  'special',
  'legalReview',
  'meeting',
  'decide',
  'issue',
  'refusal',
  'serve',
  'step',
];

/** Which special procedure a task is, by mark or by its name. */
export function specialOf({ name, marks }: DrawnNode): SpecialProcedure | undefined {
  return specialProcedures.find((one) => one === marks['procedure'] || specialProcedureRules[one].zh === name);
}

export function dutyOf({ name, marks }: DrawnNode): StepNode['duty'] {
  const marked = duties.find((duty) => duty === marks['duty']);
  if (marked !== undefined) return marked;
  if (/征求|会签|联审|会审|协查/.test(name)) return 'consultation';
  return /核准|复核|审批|审定|审核/.test(name) ? 'approval' : 'examination';
}

const duties: readonly StepNode['duty'][] = ['examination', 'approval', 'consultation'];
