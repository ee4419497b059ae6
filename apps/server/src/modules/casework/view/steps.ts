import type { Day } from '@yimen/kernel';
import { isAccepted, type LiveCase, type StepState as CoreStep } from '@yimen/core/casework';
import { stepsOf, type ServiceItem, type StepNode } from '@yimen/core/catalogue';
import { specialProcedureRules, type Clock } from '@yimen/core/clock';
import type { CaseView, StepState } from '@yimen/contract';

export interface StepNames {
  readonly authorities: ReadonlyMap<string, string>;
  readonly people: ReadonlyMap<string, string>;
  readonly me: string;
  readonly clocks: readonly Clock[];
  readonly today: Day;
}

/** Every step of the procedure with where it stands; one never opened in an ended or decided case was passed over. */
export function stepViews(live: LiveCase, item: ServiceItem, names: StepNames): StepState[] {
  const run = isAccepted(live) ? live.steps : {};
  const past = live.stage !== 'examining' && isAccepted(live);
  return stepsOf(item.procedure).map((node) => stepView(node, run[node.id], { ...names, item, past }));
}

interface StepReading extends StepNames {
  readonly item: ServiceItem;
  readonly past: boolean;
}

function stepView(node: StepNode, step: CoreStep | undefined, reading: StepReading): StepState {
  const authority = node.authority ?? reading.item.authority;
  return {
    id: node.id,
    name: node.name,
    duty: node.duty,
    authorityName: reading.authorities.get(authority) ?? authority,
    state: stateOf(step, reading.past),
    round: step?.round ?? 0,
    ...holding(step, reading),
    ...(step === undefined ? {} : { openedAt: step.openedAt }),
    ...(step?.status === 'done' ? { closedAt: step.completedAt, opinion: step.opinion, agreed: step.agreed } : {}),
    ...clocked(reading.clocks.find(({ id }) => id === `step:${node.id}`)),
  };
}

function holding(step: CoreStep | undefined, { people, me }: StepReading): Pick<StepState, 'heldBy' | 'heldByMe'> {
  if (step === undefined || !('by' in step)) return { heldByMe: false };
  return { heldBy: people.get(step.by) ?? step.by, heldByMe: step.by === me };
}

function clocked(clock: Clock | undefined): Pick<StepState, 'due' | 'overdue'> {
  return { ...(clock?.due === undefined ? {} : { due: clock.due }), overdue: clock?.state === 'overdue' };
}

function stateOf(step: CoreStep | undefined, past: boolean): StepState['state'] {
  if (step === undefined || step.status === 'undone') return past ? 'skipped' : 'waiting';
  return step.status === 'held' ? 'claimed' : step.status;
}

export function procedureViews(live: LiveCase): CaseView['procedures'] {
  if (!isAccepted(live)) return [];
  return live.specialProcedures.map((run) => ({
    procedureId: run.procedureId,
    procedure: run.procedure,
    name: { zh: specialProcedureRules[run.procedure].zh, en: specialProcedureRules[run.procedure].en },
    plannedEnd: run.plannedEnd,
    servedOn: run.servedOn,
    ...(run.receivedOn === undefined ? {} : { receivedOn: run.receivedOn }),
    ...(run.result === undefined ? {} : { result: run.result }),
    stopsStatutory: run.stopsStatutory,
    stopsPromise: run.stopsPromise,
  }));
}

export function proposalView(live: LiveCase, people: ReadonlyMap<string, string>): CaseView['proposal'] {
  const proposal = 'decision' in live ? live.decision.proposal : live.stage === 'deciding' ? live.proposal : undefined;
  if (proposal === undefined) return undefined;
  return {
    outcome: proposal.outcome,
    facts: proposal.facts,
    basis: proposal.basis,
    conditions: [...proposal.conditions],
    ...(proposal.reason === undefined ? {} : { reason: proposal.reason }),
    proposedBy: people.get(proposal.by) ?? proposal.by,
    at: proposal.at,
  };
}
