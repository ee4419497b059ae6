import { comesBefore, lanesOf, type Procedure, type StepNode } from '../catalogue/index.ts';
import type { CaseContext } from './context.ts';
import type { CaseFact } from './entries.ts';
import type { FormAnswers } from './facts.ts';
import type { Accepted, StepState } from './state.ts';

type Steps = Accepted['steps'];

/**
 * What follows in the examination: the steps that now open, or its end. A condition that is not met is passed over; a
 * parallel group is behind us only when every branch is done.
 */
export function nextFacts(
  context: Pick<CaseContext, 'item' | 'evaluate'>,
  steps: Steps,
  answers: FormAnswers,
): readonly CaseFact[] {
  const pending = pendingSteps(context, steps, answers);
  if (pending.length === 0) return [{ type: 'examinationCompleted' }];
  return pending.filter(({ id }) => !isOpen(steps[id])).map(({ id }) => opened(steps, id));
}

function pendingSteps(
  { item, evaluate }: Pick<CaseContext, 'item' | 'evaluate'>,
  steps: Steps,
  answers: FormAnswers,
): readonly StepNode[] {
  for (const node of item.procedure.examination) {
    if (node.kind === 'when' && !evaluate(node.condition, answers)) continue;
    const pending = lanesOf(node).flatMap((lane) => lane.find(({ id }) => steps[id]?.status !== 'done') ?? []);
    if (pending.length > 0) return pending;
  }
  return [];
}

export const isOpen = (step: StepState | undefined): boolean => step?.status === 'open' || step?.status === 'held';

export function opened(steps: Steps, stepId: string): CaseFact {
  return { type: 'stepOpened', stepId, round: (steps[stepId]?.round ?? 0) + 1 };
}

/** Every step whose work falls when the case goes back to `toStepId`: that one and all that follow it. */
export function undoneBy(procedure: Procedure, steps: Steps, toStepId: string): readonly string[] {
  return Object.entries(steps)
    .filter(([id, { status }]) => status !== 'undone' && (id === toStepId || comesBefore(procedure, toStepId, id)))
    .map(([id]) => id);
}
