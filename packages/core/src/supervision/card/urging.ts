import type { Day } from '@yimen/kernel';
import { isEnded, type CaseState } from '../../casework/index.ts';
import { cardRefusal, type CardRefusal } from './refusals.ts';
import type { Card } from './state.ts';

export const urgingAnswers = {
  awaited: { zh: '等待答复', en: 'answer awaited' },
  overdue: { zh: '逾期未答复', en: 'answer overdue' },
  answered: { zh: '已答复', en: 'answered' },
  answeredLate: { zh: '逾期答复', en: 'answered late' },
} as const;
export type UrgingAnswer = keyof typeof urgingAnswers;

/** How the answer to an urging (督办) stands on a day; undefined for a card that is none. */
export function urgingAnswer({ raised, explanation }: Card, today: Day): UrgingAnswer | undefined {
  if (raised.family !== 'urging') return undefined;
  if (explanation !== undefined) return explanation.late === true ? 'answeredLate' : 'answered';
  return raised.explainBy !== undefined && today > raised.explainBy ? 'overdue' : 'awaited';
}

/** What stands against urging a case: there is nothing left to hurry once it has ended. */
export function urgeRefusal(state: CaseState): CardRefusal | undefined {
  return isEnded(state) ? cardRefusal('urge_case_ended') : undefined;
}
