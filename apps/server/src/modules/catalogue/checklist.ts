import type { Checklist, ChecklistRequest, Guide } from '@yimen/contract';
import {
  checklistSheet,
  situate,
  situationQuestions,
  type GuideSheet,
  type ServiceItem,
  type SituationRefusal,
} from '@yimen/core/catalogue';
import { ok, refuse, type Result } from '@yimen/kernel';
import { evaluateCondition } from '../../platform/feel/index.ts';
import { guideOf } from './guide.ts';

export interface MadeChecklist {
  readonly guide: Guide;
  readonly sheet: GuideSheet;
  readonly answer: Checklist;
}

/** One person's checklist of an item, by the answers given; refused where an answer does not fit its question. */
export function makeChecklist(
  item: ServiceItem,
  { answers, language = 'zh' }: ChecklistRequest,
  authorities: ReadonlyMap<string, string>,
): Result<MadeChecklist, SituationRefusal> {
  const guide = guideOf(item, authorities);
  const { detail } = guide;
  if (detail === undefined) throw new Error(`${item.id} is full and has no detail`);
  const questions = situationQuestions(detail);
  const asked = new Set(questions.map(({ id }) => id));
  const known = Object.fromEntries(Object.entries(answers).filter(([id]) => asked.has(id)));
  const situated = situate(item, known, evaluateCondition);
  if (!situated.ok) return refuse(situated.error);
  const sheet = checklistSheet({ ...guide, detail }, { situated: situated.value, answers: known }, language);
  const { jurisdiction, id, name, version, hash } = guide;
  return ok({ guide, sheet, answer: { guide: { jurisdiction, id, name, version, hash }, questions, ...sheet } });
}
