import type { Day } from '@yimen/kernel';
import type { AuthorityId, PersonId } from '../../people/index.ts';
import type { ChangeFact, Minutes } from './facts.ts';
import type { ChangeProposal } from './proposal.ts';
import { changeSteps, type ChangePhase, type ChangeStep } from './steps.ts';

export const changeOutcomes = {
  published: { zh: '已公布', en: 'published' },
  rejected: { zh: '审议未通过', en: 'not agreed to' },
  withdrawn: { zh: '已撤回', en: 'withdrawn' },
} as const;
export type ChangeOutcome = keyof typeof changeOutcomes;

/** How a step ended; `cut`: another step beside it ended the round. */
export type VisitResult = 'done' | 'returned' | 'rejected' | 'withdrawn' | 'cut';

/** One time a change was at a step. */
export interface Visit {
  readonly step: ChangeStep;
  readonly openedOn: Day;
  readonly dueOn: Day;
  readonly doneOn?: Day;
  readonly result?: VisitResult;
  readonly by?: PersonId;
  /** Working days it took. */
  readonly days?: number;
}

/** A change as its facts make it. */
export interface ListChange {
  readonly proposal: ChangeProposal;
  readonly authority: AuthorityId;
  /** Everybody who handed it in, first and again. */
  readonly applicants: readonly PersonId[];
  /** Counts how often it was handed in. */
  readonly round: number;
  readonly phase: ChangePhase;
  readonly visits: readonly Visit[];
  readonly minutes?: Minutes;
  readonly outcome?: ChangeOutcome;
  readonly effectiveFrom?: Day;
}

const results = {
  changeApplied: 'done',
  changeTransferred: 'done',
  changeReviewed: 'done',
  changeReturned: 'returned',
  changeResubmitted: 'done',
  changeDeliberated: 'done',
  changeRejected: 'rejected',
  changeWithdrawn: 'withdrawn',
  changePublished: 'done',
} as const satisfies Readonly<Record<ChangeFact['type'], VisitResult>>;

const outcomes: Partial<Readonly<Record<ChangeFact['type'], ChangeOutcome>>> = {
  changeRejected: 'rejected',
  changeWithdrawn: 'withdrawn',
  changePublished: 'published',
};

/** The step ends; whatever ends a round ends what stands beside it too. */
function closed(visits: readonly Visit[], fact: ChangeFact): readonly Visit[] {
  const result = results[fact.type];
  return visits.map((visit) => {
    if (visit.doneOn !== undefined) return visit;
    if (visit.step === fact.step) return { ...visit, doneOn: fact.on, result, by: fact.by, days: fact.days };
    return result === 'done' ? visit : { ...visit, doneOn: fact.on, result: 'cut' };
  });
}

const opened = ({ on, opens }: ChangeFact): readonly Visit[] => opens.map((opening) => ({ ...opening, openedOn: on }));

/** The application itself is a step that took no time: it is done when it is there. */
const begun = ({ on, by, days }: ChangeFact): Visit => ({
  step: 'application',
  openedOn: on,
  dueOn: on,
  doneOn: on,
  result: 'done',
  by,
  days,
});

function phaseOf(visits: readonly Visit[]): ChangePhase {
  const open = visits.find(({ doneOn }) => doneOn === undefined);
  return open === undefined ? 'closed' : changeSteps[open.step].phase;
}

function first(fact: Extract<ChangeFact, { readonly type: 'changeApplied' }>): ListChange {
  const visits = [begun(fact), ...opened(fact)];
  const { proposal, authority, by } = fact;
  return { proposal, authority, applicants: [by], round: 1, phase: phaseOf(visits), visits };
}

function next(change: ListChange, fact: ChangeFact): ListChange {
  const visits = [...closed(change.visits, fact), ...opened(fact)];
  const outcome = outcomes[fact.type];
  const moved = { ...change, visits, phase: phaseOf(visits), ...(outcome === undefined ? {} : { outcome }) };
  if (fact.type === 'changeResubmitted') {
    const applicants = [...new Set([...change.applicants, fact.by])];
    return { ...moved, proposal: fact.proposal, round: change.round + 1, applicants };
  }
  if (fact.type === 'changePublished') return { ...moved, effectiveFrom: fact.effectiveFrom };
  return 'minutes' in fact ? { ...moved, minutes: fact.minutes } : moved;
}

/** A change from its facts, or from where it stood; undefined without any. */
export function foldChange(facts: readonly ChangeFact[], from?: ListChange): ListChange | undefined {
  return facts.reduce<ListChange | undefined>((change, fact) => {
    if (fact.type === 'changeApplied') return first(fact);
    return change === undefined ? undefined : next(change, fact);
  }, from);
}

/** Steps that wait now. */
export const openVisits = ({ visits }: Pick<ListChange, 'visits'>): readonly Visit[] =>
  visits.filter(({ doneOn }) => doneOn === undefined);
