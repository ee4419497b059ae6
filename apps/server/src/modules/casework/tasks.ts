import type { Accepted, CaseAct, CaseState, LiveCase } from '@yimen/core/casework';
import { findStep, type ServiceItem } from '@yimen/core/catalogue';
import type { OfficerAct } from '@yimen/core/people';

type InStage<S extends LiveCase['stage']> = Extract<LiveCase, { readonly stage: S }>;

/** One act an open case waits for, and whose it is. A person's queue is all of these that the person may do. */
export interface Task {
  readonly duty: OfficerAct;
  readonly act: CaseAct;
  /** The step or the special procedure it concerns. */
  readonly on?: string;
  readonly authority: string;
  /** The officer who has taken the step. */
  readonly holder?: string;
  /** Officers whose own work stands against it (受审分离, 一审一核). */
  readonly barred?: readonly string[];
}

const DUTY_OF_STEP = { examination: 'examine', approval: 'approve', consultation: 'consult' } as const;

/** What the case waits for. Nothing while the applicant has it, and nothing after its end. */
export function tasksOf(state: CaseState, item: ServiceItem): readonly Task[] {
  const simple = (duty: OfficerAct, act: CaseAct): readonly Task[] => [{ duty, act, authority: item.authority }];
  switch (state.stage) {
    case 'filed':
      return simple('receive', 'receive');
    case 'received':
      if (state.returnProposal === undefined) return simple('accept', 'accept');
      return barring(simple('confirmReturn', 'confirmReturn'), [state.returnProposal.by]);
    case 'examining':
      return examinationTasks(state, item);
    case 'deciding':
      return decidingTasks(state, item);
    case 'signed':
      return simple('seal', 'seal');
    case 'sealed':
      return state.decision.outcome === 'refuse' ? simple('serve', 'serve') : simple('issue', 'issue');
    case 'issued':
      return simple('serve', 'serve');
    case 'served':
      return simple('close', 'close');
    default:
      return [];
  }
}

function examinationTasks(state: InStage<'examining'>, item: ServiceItem): readonly Task[] {
  const steps = Object.entries(state.steps).flatMap(([stepId, step]): readonly Task[] => {
    const node = findStep(item.procedure, stepId);
    if (node === undefined || (step.status !== 'open' && step.status !== 'held')) return [];
    const authority = node.authority ?? item.authority;
    const duty = DUTY_OF_STEP[node.duty];
    const held = step.status === 'held';
    const holder = held ? { holder: step.by } : {};
    const barred = barredFromStep(state, item, duty);
    return [{ duty, act: held ? 'completeStep' : 'claimStep', on: stepId, authority, ...holder, barred }];
  });
  return [...steps, ...procedureTasks(state, item)];
}

function procedureTasks(state: InStage<'examining'>, item: ServiceItem): readonly Task[] {
  return state.specialProcedures
    .filter(({ receivedOn }) => receivedOn === undefined)
    .map(({ procedureId }) => ({
      duty: 'specialProcedure',
      act: 'endSpecialProcedure',
      on: procedureId,
      authority: item.authority,
    }));
}

function decidingTasks(state: InStage<'deciding'>, item: ServiceItem): readonly Task[] {
  const [duty, act] = decidingTask(state, item);
  return [{ duty, act, authority: item.authority, barred: barredFromDeciding(state, item, duty) }];
}

function decidingTask(state: InStage<'deciding'>, item: ServiceItem): readonly [OfficerAct, CaseAct] {
  const { proposal, minutes } = state;
  if (proposal === undefined) return ['proposeDecision', 'proposeDecision'];
  if (item.procedure.legalReview && proposal.legality === undefined) return ['legalReview', 'reviewLegality'];
  if (item.procedure.meeting && minutes.length === 0) return ['attachMinutes', 'attachMinutes'];
  return ['sign', 'sign'];
}

const barring = (tasks: readonly Task[], barred: readonly string[]): readonly Task[] =>
  tasks.map((task) => ({ ...task, barred }));

/** An instant item may be one person's from receipt to signature, under an authorisation that says so. */
function barredFromStep(state: Accepted, item: ServiceItem, duty: OfficerAct): readonly string[] {
  if (item.handling === 'instant') return [];
  const others = duty === 'approve' ? state.examiners : state.approvers;
  return [...new Set([...state.intake, ...others])];
}

/** The signer had no part in the case; the legal reviewer none in its substance. */
function barredFromDeciding(state: InStage<'deciding'>, item: ServiceItem, duty: OfficerAct): readonly string[] {
  if (item.handling === 'instant' || state.proposal === undefined) return [];
  const substance = [...state.examiners, state.proposal.by];
  if (duty === 'legalReview') return substance;
  return duty === 'sign' ? [...new Set([...state.intake, ...substance])] : [];
}
