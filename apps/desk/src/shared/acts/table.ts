import { CaseCommand_ } from '@yimen/contract';
import type { CaseAct, CaseCommand } from '@yimen/core/casework';
import { refuse, ok, type Result } from '@yimen/kernel';
import type { FieldErrors, Values } from '../forms/fields.ts';
import { acceptanceActs } from './acceptance.ts';
import { decisionActs } from './decision.ts';
import { endingActs } from './ending.ts';
import { examinationActs } from './examination.ts';
import type { ActContext, ActExtra, ActTable } from './spec.ts';

/** Acts somebody does at a desk; filing has its own screen and lapsing is the worker's. */
export type DeskAct = Exclude<CaseAct, 'file' | 'lapse'>;

export const actTable: ActTable<DeskAct> = {
  ...acceptanceActs,
  ...examinationActs,
  ...decisionActs,
  ...endingActs,
};

export function isDeskAct(act: string): act is DeskAct {
  return Object.hasOwn(actTable, act);
}

export interface Composed {
  readonly values: Values;
  readonly context: ActContext;
  readonly extra: ActExtra;
}

/** The command as the contract has it, or where its shape is wrong. */
export function compose(act: DeskAct, { values, context, extra }: Composed): Result<CaseCommand, FieldErrors> {
  const parsed = CaseCommand_.safeParse({ type: act, ...actTable[act].body(values, context, extra) });
  if (parsed.success) return ok(parsed.data);
  const errors = parsed.error.issues.map(({ path }) => [
    String(path[0] ?? 'form'),
    { zh: '格式不对，请检查', en: 'Not in the right form, please check' },
  ]);
  return refuse(Object.fromEntries(errors) as FieldErrors);
}
