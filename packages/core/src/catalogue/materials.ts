import type { MaterialRequirement, ServiceItem } from './item.ts';
import type { Answers, Evaluate } from './answers.ts';

/** The materials this application must bring before it can be accepted: required, and their condition true. */
export function requiredMaterials(
  item: Pick<ServiceItem, 'materials'>,
  answers: Answers,
  evaluate: Evaluate,
): readonly MaterialRequirement[] {
  return item.materials.filter(
    ({ necessity, condition }) => necessity === 'required' && (condition === undefined || evaluate(condition, answers)),
  );
}
