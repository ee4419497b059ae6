import type { MaterialRequirement, ServiceItem } from './item.ts';

/** What the applicant answered; the values FEEL conditions speak of. */
export type Answers = { readonly [questionId: string]: string | number | boolean };

/** Is this FEEL expression true of these answers? The evaluator is a library outside the core. */
export type Evaluate = (feel: string, answers: Answers) => boolean;

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
