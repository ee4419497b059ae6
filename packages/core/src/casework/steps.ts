import { ok, type Result } from '@yimen/kernel';
import { comesBefore, findStep } from '../catalogue/index.ts';
import type { PersonId } from '../people/index.ts';
import type { CaseContext, Decision } from './context.ts';
import { isOpen, nextFacts, opened, undoneBy } from './examination.ts';
import {
  alone,
  at,
  hasRole,
  makes,
  officer,
  opinionGiven,
  passing,
  reasonGiven,
  rule,
  when,
  type ActRule,
  type Problem,
} from './guards.ts';
import { no, type CaseRefusal } from './refusals.ts';
import { isEnded, liveOf, type CaseState, type InStage, type StepState } from './state.ts';

type Examining = InStage<'examining'>;

/** The steps an act could be done on: those that are open. */
function openSteps(state: CaseState): readonly string[] {
  const live = isEnded(state) ? undefined : liveOf(state);
  if (live?.stage !== 'examining') return [];
  return Object.entries(live.steps).flatMap(([id, step]) => (isOpen(step) ? [id] : []));
}

interface StepAtHand {
  readonly case: Examining;
  readonly stepId: string;
  readonly step: StepState;
}

function openStep(state: CaseState, stepId: string): Result<StepAtHand, CaseRefusal> {
  const examining = at(state, 'examining');
  if (!examining.ok) return examining;
  const step = examining.value.steps[stepId];
  if (step === undefined || !isOpen(step)) return no('step_not_open', { field: 'stepId' });
  return ok({ case: examining.value, stepId, step });
}

/** An open step this officer may work on: not held by another, and nobody who is kept apart from it by the separations. */
function ownStep(state: CaseState, context: CaseContext, stepId: string): Result<StepAtHand, CaseRefusal> {
  const found = openStep(state, stepId);
  if (!found.ok) return found;
  const { step } = found.value;
  const others = step.status === 'held' && step.by !== officer(context);
  return passing(found.value, [
    when(others, 'step_held_by_another', { field: 'stepId' }),
    ...separation(found.value, context, officer(context)),
  ]);
}

/**
 * 受审分离 and 一审一核: who received or accepted neither examines nor approves; who examined does not approve, nor the
 * other way round after a return. Consultation by another authority binds nobody here.
 */
function separation(
  { case: { intake, examiners, approvers }, stepId }: StepAtHand,
  context: CaseContext,
  person: PersonId | undefined,
): readonly Problem[] {
  const duty = findStep(context.item.procedure, stepId)?.duty;
  if (person === undefined || duty === undefined || duty === 'consultation' || alone(context)) return [];
  return [
    when(intake.includes(person), 'receiver_may_not_examine'),
    when(duty === 'approval' && examiners.includes(person), 'examiner_may_not_approve'),
    when(duty === 'examination' && approvers.includes(person), 'approver_may_not_examine'),
  ];
}

/** Nobody takes what they hold already; the screen offers to complete it instead. */
function freeStep(state: CaseState, context: CaseContext, stepId: string): Result<StepAtHand, CaseRefusal> {
  const found = ownStep(state, context, stepId);
  if (!found.ok) return found;
  return found.value.step.status === 'held' ? no('step_held_already', { field: 'stepId' }) : found;
}

export const claimStep: ActRule<'claimStep'> = rule(
  'claimStep',
  freeStep,
  ({ stepId }, _command, context): Decision => {
    const by = officer(context);
    return makes(by === undefined ? [] : [{ type: 'stepClaimed', stepId, by }]);
  },
  openSteps,
);

/** A held step may be freed or passed on by its holder, or by whoever answers for the desk while the holder is away. */
function heldStep(state: CaseState, context: CaseContext, stepId: string): Result<StepAtHand, CaseRefusal> {
  const found = openStep(state, stepId);
  if (!found.ok) return found;
  const { step } = found.value;
  if (step.status !== 'held') return no('step_not_held', { field: 'stepId' });
  const inCharge = (['chiefRepresentative', 'authorityHead', 'windowHead'] as const).some((role) =>
    hasRole(context, role),
  );
  return passing(found.value, [when(step.by !== officer(context) && !inCharge, 'step_held_by_another')]);
}

export const releaseStep: ActRule<'releaseStep'> = rule(
  'releaseStep',
  heldStep,
  ({ stepId }, { reason }): Decision => makes([{ type: 'stepReleased', stepId, reason }], [reasonGiven(reason)]),
  openSteps,
);

export const handOverStep: ActRule<'handOverStep'> = rule(
  'handOverStep',
  heldStep,
  (held, { to, reason }, context): Decision =>
    makes(
      [{ type: 'stepHandedOver', stepId: held.stepId, to, reason }],
      [reasonGiven(reason), ...separation(held, context, to)],
    ),
  openSteps,
);

/** With an opinion: a signature without one does not count as an examination. */
export const completeStep: ActRule<'completeStep'> = rule(
  'completeStep',
  ownStep,
  ({ case: state, stepId, step }, { agreed, opinion }, context): Decision => {
    const by = officer(context);
    const duty = findStep(context.item.procedure, stepId)?.duty;
    if (by === undefined || duty === undefined) return no('not_for_this_actor');
    const { round, openedAt } = step;
    const done = { status: 'done', round, openedAt, by, completedAt: context.now, agreed, opinion } as const;
    const following = nextFacts(context, { ...state.steps, [stepId]: done }, state.application.answers);
    return makes([{ type: 'stepCompleted', stepId, duty, agreed, opinion }, ...following], [opinionGiven(opinion)]);
  },
  openSteps,
);

/** Back to an earlier, completed step, with reason; its work and all that was built on it falls. */
export const returnToStep: ActRule<'returnToStep'> = rule(
  'returnToStep',
  ownStep,
  ({ case: state, stepId }, { toStepId, reason }, { item: { procedure } }): Decision => {
    const done = state.steps[toStepId]?.status === 'done';
    const earlier = done && comesBefore(procedure, toStepId, stepId);
    const undone = undoneBy(procedure, state.steps, toStepId);
    return makes(
      [{ type: 'stepReturned', fromStepId: stepId, toStepId, reason, undone }, opened(state.steps, toStepId)],
      [when(!earlier, 'step_not_earlier', { field: 'toStepId' }), reasonGiven(reason)],
    );
  },
  openSteps,
);
