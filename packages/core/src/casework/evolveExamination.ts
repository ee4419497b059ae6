import { dayOf } from '@yimen/kernel';
import type { Evolver, Evolvers } from './evolver.ts';
import { body, inStage, joined, personOf } from './evolver.ts';
import type { Accepted, InStage, StepState } from './state.ts';

type Examining = InStage<'examining'>;

const stepAt = ({ steps }: Accepted, stepId: string): StepState => {
  const step = steps[stepId];
  if (step === undefined) throw new Error(`step ${stepId} was never opened`);
  return step;
};

function withStep(state: Examining, stepId: string, change: (step: StepState) => StepState): Examining {
  return { ...state, steps: { ...state.steps, [stepId]: change(stepAt(state, stepId)) } };
}

/** The steps whose work falls; they keep their round, so that the next one is counted on. */
export function withUndone(steps: Accepted['steps'], undone: readonly string[]): Accepted['steps'] {
  const fallen = Object.entries(steps).filter(([id]) => undone.includes(id));
  const marked = fallen.map(([id, { round, openedAt }]) => [id, { status: 'undone', round, openedAt }] as const);
  return { ...steps, ...Object.fromEntries(marked) };
}

const stepOpened: Evolver<'stepOpened'> = (state, { stepId, round }, { at }) => {
  const examining = inStage(state, 'examining');
  return { ...examining, steps: { ...examining.steps, [stepId]: { status: 'open', round, openedAt: at } } };
};

const stepClaimed: Evolver<'stepClaimed'> = (state, { stepId, by }) =>
  withStep(inStage(state, 'examining'), stepId, ({ round, openedAt }) => ({ status: 'held', round, openedAt, by }));

const stepReleased: Evolver<'stepReleased'> = (state, { stepId }) =>
  withStep(inStage(state, 'examining'), stepId, ({ round, openedAt }) => ({ status: 'open', round, openedAt }));

const stepHandedOver: Evolver<'stepHandedOver'> = (state, { stepId, to }) =>
  withStep(inStage(state, 'examining'), stepId, ({ round, openedAt }) => ({ status: 'held', round, openedAt, by: to }));

const stepCompleted: Evolver<'stepCompleted'> = (state, { stepId, agreed, opinion, duty }, { at, actor }) => {
  const examining = inStage(state, 'examining');
  const by = personOf(actor);
  const { round, openedAt } = stepAt(examining, stepId);
  const done: StepState = { status: 'done', round, openedAt, by, completedAt: at, agreed, opinion };
  return {
    ...examining,
    steps: { ...examining.steps, [stepId]: done },
    examiners: duty === 'examination' ? joined(examining.examiners, actor) : examining.examiners,
    approvers: duty === 'approval' ? joined(examining.approvers, actor) : examining.approvers,
  };
};

const stepReturned: Evolver<'stepReturned'> = (state, { undone }) => {
  const examining = inStage(state, 'examining');
  return { ...examining, steps: withUndone(examining.steps, undone) };
};

const examinationCompleted: Evolver<'examinationCompleted'> = (state) => ({
  ...inStage(state, 'examining'),
  stage: 'deciding',
  minutes: [],
});

const specialProcedureStarted: Evolver<'specialProcedureStarted'> = (state, fact) => {
  const accepted = inStage(state, 'examining', 'deciding');
  return { ...accepted, specialProcedures: [...accepted.specialProcedures, body(fact)] };
};

const specialProcedureEnded: Evolver<'specialProcedureEnded'> = (state, { procedureId, receivedOn, result }) => {
  const accepted = inStage(state, 'examining', 'deciding');
  const specialProcedures = accepted.specialProcedures.map((run) =>
    run.procedureId === procedureId ? { ...run, receivedOn, result } : run,
  );
  return { ...accepted, specialProcedures };
};

const timeExtended: Evolver<'timeExtended'> = (state, fact, { at }) => ({
  ...inStage(state, 'examining', 'deciding'),
  extension: { ...body(fact), extendedOn: dayOf(at) },
});

export const examinationEvolvers: Evolvers<
  | 'stepOpened'
  | 'stepClaimed'
  | 'stepReleased'
  | 'stepHandedOver'
  | 'stepCompleted'
  | 'stepReturned'
  | 'examinationCompleted'
  | 'specialProcedureStarted'
  | 'specialProcedureEnded'
  | 'timeExtended'
> = {
  stepOpened,
  stepClaimed,
  stepReleased,
  stepHandedOver,
  stepCompleted,
  stepReturned,
  examinationCompleted,
  specialProcedureStarted,
  specialProcedureEnded,
  timeExtended,
};
