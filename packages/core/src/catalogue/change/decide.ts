import { ok, refuse, type Day, type Result, type Words } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import type { ChangeActor, ChangeFact, Minutes, Opening, PublishedLine } from './facts.ts';
import { checkProposal, needsFeeReview, type ChangeProposal } from './proposal.ts';
import { changeRefusal, type ChangeRefusal, type ChangeRefusalCode, type RefusedAbout } from './refusals.ts';
import { openVisits, type ListChange, type Visit } from './state.ts';
import {
  changeSteps,
  limitsOn,
  returnsTo,
  stepsOfPhase,
  type ChangePhase,
  type ChangeStep,
  type ReviewStep,
} from './steps.ts';

export type ChangeCommand =
  | { readonly type: 'transfer'; readonly opinion: string }
  | { readonly type: 'review'; readonly step: ReviewStep; readonly opinion: string }
  | {
      readonly type: 'return';
      readonly step: Exclude<ChangeStep, 'application'>;
      readonly to: ChangePhase;
      readonly reason: string;
    }
  | { readonly type: 'resubmit'; readonly proposal: ChangeProposal }
  | { readonly type: 'deliberate'; readonly opinion: string; readonly minutes: Minutes }
  | { readonly type: 'reject'; readonly opinion: string; readonly minutes: Minutes }
  | { readonly type: 'withdraw'; readonly reason: string }
  | {
      readonly type: 'publish';
      readonly effectiveFrom: Day;
      readonly items: readonly PublishedLine[];
      readonly authorisations: readonly string[];
      /** What the drafts say that nobody reviewed, in words. */
      readonly moved: readonly Words[];
    };
export type ChangeAct = ChangeCommand['type'];

export interface ChangeContext {
  readonly today: Day;
  readonly calendar: Calendar;
  readonly actor: ChangeActor;
}

type Decided = Result<ChangeFact, ChangeRefusal>;
type Check = readonly [ChangeRefusalCode, RefusedAbout?] | false | undefined;

const blank = (text: string): boolean => text.trim() === '';
const reasoned = (text: string, field: string): Check => blank(text) && ['change_reason_missing', { field }];

function openings(phase: ChangePhase, needsFee: boolean, { today, calendar }: ChangeContext): readonly Opening[] {
  const days = limitsOn(today);
  return stepsOfPhase(phase, needsFee).map((step) => ({
    step,
    dueOn: calendar.workingDayAfter(today, days[step]),
  }));
}

const openAt = (change: ListChange, step: ChangeStep): Visit | undefined =>
  openVisits(change).find((visit) => visit.step === step);

/** Is the change at this step, and does this person hold the office? */
function atStep(change: ListChange, step: ChangeStep, { actor }: ChangeContext): readonly Check[] {
  const { role } = changeSteps[step];
  return [
    openAt(change, step) === undefined && ['change_step'],
    !actor.roles.includes(role) && ['change_office'],
    change.applicants.includes(actor.person) && ['change_own'],
    doneBefore(change, step, actor),
  ];
}

/**
 * 回避: nobody judges twice. The reform office transfers and publishes, which is no judgement; a return after
 * which one looks again at the same step is the same judgement.
 */
function doneBefore({ visits }: ListChange, step: ChangeStep, { person }: ChangeActor): Check {
  if (step === 'publication') return false;
  const other = visits.find((visit) => visit.by === person && visit.step !== step && visit.step !== 'publication');
  return other !== undefined && ['change_same_person', { about: [changeSteps[other.step]] }];
}

const ofApplicant = ({ authority }: ListChange, { actor }: ChangeContext): Check => {
  const head = actor.roles.includes('authorityHead') && actor.authorities.includes(authority);
  return !head && ['change_applicant_only'];
};

const stamp = (step: ChangeStep, change: ListChange, { today, calendar, actor }: ChangeContext) => {
  const opened = openAt(change, step)?.openedOn ?? today;
  return { on: today, by: actor.person, step, days: calendar.workingDaysBetween(opened, today) };
};

function yielding(checks: readonly Check[], fact: () => ChangeFact): Decided {
  const found = checks.find((check): check is Exclude<Check, false | undefined> => Array.isArray(check));
  return found === undefined ? ok(fact()) : refuse(changeRefusal(found[0], found[1]));
}

/** The last review of a round opens the deliberation. */
function afterReview(change: ListChange, step: ReviewStep, context: ChangeContext): readonly Opening[] {
  const others = openVisits(change).filter((visit) => visit.step !== step);
  return others.length > 0 ? [] : openings('deliberation', false, context);
}

const minuted = ({ file, present, heldOn }: Minutes, { today }: ChangeContext): readonly Check[] => [
  blank(file.sha256) && ['change_minutes_missing', { field: 'minutes' }],
  new Set(present.filter((name) => !blank(name))).size < 2 && ['change_alone', { field: 'present' }],
  heldOn > today && ['change_not_yet_held', { field: 'heldOn' }],
];

type Rules = {
  readonly [A in ChangeAct]: (
    change: ListChange,
    command: Extract<ChangeCommand, { type: A }>,
    context: ChangeContext,
  ) => Decided;
};

const rules: Rules = {
  transfer: (change, { opinion }, context) =>
    yielding([...atStep(change, 'transfer', context), reasoned(opinion, 'opinion')], () => ({
      type: 'changeTransferred',
      opinion,
      ...stamp('transfer', change, context),
      opens: openings('review', needsFeeReview(change.proposal), context),
    })),
  review: (change, { step, opinion }, context) =>
    yielding([...atStep(change, step, context), reasoned(opinion, 'opinion')], () => ({
      type: 'changeReviewed',
      opinion,
      ...stamp(step, change, context),
      step,
      opens: afterReview(change, step, context),
    })),
  return: (change, { step, to, reason }, context) =>
    yielding(
      [
        ...atStep(change, step, context),
        !returnsTo[step].some((one: ChangePhase) => one === to) && ['change_return_target', { field: 'to' }],
        reasoned(reason, 'reason'),
      ],
      () => ({
        type: 'changeReturned',
        to,
        reason,
        ...stamp(step, change, context),
        opens: openings(to, needsFeeReview(change.proposal), context),
      }),
    ),
  resubmit: (change, { proposal }, context) => {
    const unlawful = checkProposal(proposal, [change.authority]);
    if (unlawful !== undefined) return refuse(unlawful);
    return yielding(
      [openAt(change, 'application') === undefined && ['change_step'], ofApplicant(change, context)],
      () => ({
        type: 'changeResubmitted',
        proposal,
        ...stamp('application', change, context),
        opens: openings('transfer', false, context),
      }),
    );
  },
  deliberate: (change, { opinion, minutes }, context) =>
    yielding(
      [...atStep(change, 'deliberation', context), reasoned(opinion, 'opinion'), ...minuted(minutes, context)],
      () => ({
        type: 'changeDeliberated',
        opinion,
        minutes,
        ...stamp('deliberation', change, context),
        opens: openings('publication', false, context),
      }),
    ),
  reject: (change, { opinion, minutes }, context) =>
    yielding(
      [...atStep(change, 'deliberation', context), reasoned(opinion, 'opinion'), ...minuted(minutes, context)],
      () => ({ type: 'changeRejected', opinion, minutes, ...stamp('deliberation', change, context), opens: [] }),
    ),
  withdraw: (change, { reason }, context) =>
    yielding([ofApplicant(change, context), reasoned(reason, 'reason')], () => ({
      type: 'changeWithdrawn',
      reason,
      ...stamp(openVisits(change)[0]?.step ?? 'application', change, context),
      opens: [],
    })),
  publish: (change, { effectiveFrom, items, authorisations, moved }, context) =>
    yielding(
      [
        ...atStep(change, 'publication', context),
        effectiveFrom < context.today && ['change_starts_in_past', { field: 'effectiveFrom' }],
        moved.length > 0 && ['change_moved', { about: [joined(moved)] }],
      ],
      () => ({
        type: 'changePublished',
        effectiveFrom,
        items,
        authorisations,
        ...stamp('publication', change, context),
        opens: [],
      }),
    ),
};

const joined = (parts: readonly Words[]): Words => ({
  zh: parts.map(({ zh }) => zh).join('；'),
  en: parts.map(({ en }) => en).join('; '),
});

function applyRule<A extends ChangeAct>(
  change: ListChange,
  command: { readonly [K in A]: Extract<ChangeCommand, { type: K }> }[A],
  context: ChangeContext,
): Decided {
  return rules[command.type](change, command, context);
}

/** Judges an act on a change: the fact it makes, or the refusal in words. */
export function decideChange(change: ListChange, command: ChangeCommand, context: ChangeContext): Decided {
  return change.outcome === undefined ? applyRule(change, command, context) : refuse(changeRefusal('change_closed'));
}

/** 单位申请: the head of a department hands in a proposal for its own items. */
export function applyForChange(proposal: ChangeProposal, context: ChangeContext): Decided {
  const { actor } = context;
  const [authority] = actor.authorities;
  if (!actor.roles.includes('authorityHead') || authority === undefined) return refuse(changeRefusal('change_office'));
  const unlawful = checkProposal(proposal, actor.authorities);
  if (unlawful !== undefined) return refuse(unlawful);
  return ok({
    type: 'changeApplied',
    proposal,
    authority,
    on: context.today,
    by: actor.person,
    step: 'application',
    days: 0,
    opens: openings('transfer', false, context),
  });
}

const text = '—';
const sample: Minutes = { file: { name: text, sha256: text }, present: ['甲', '乙'], heldOn: '0001-01-01' as Day };
const reviews: readonly ReviewStep[] = ['legalReview', 'staffingReview', 'feeReview'];
const returns = ['transfer', ...reviews, 'deliberation', 'publication'] as const;

/** Commands with every blank filled: what refuses one of them is not the form. */
function samplesOf(change: ListChange, { today }: ChangeContext): readonly ChangeCommand[] {
  return [
    { type: 'transfer', opinion: text },
    ...reviews.map((step) => ({ type: 'review', step, opinion: text }) as const),
    { type: 'deliberate', opinion: text, minutes: sample },
    { type: 'reject', opinion: text, minutes: sample },
    { type: 'publish', effectiveFrom: today, items: [], authorisations: [], moved: [] },
    { type: 'resubmit', proposal: change.proposal },
    ...returns.map((step) => ({ type: 'return', step, to: 'application', reason: text }) as const),
    { type: 'withdraw', reason: text },
  ];
}

/** One act somebody could do, with why not. */
export interface ChangeActView {
  readonly act: ChangeAct;
  readonly step?: ChangeStep;
  readonly refusal?: ChangeRefusal;
}

/** Every act with why it may not be done, for a screen that shows all of them; steps the change never takes are left out. */
export function changeActs(change: ListChange, context: ChangeContext): readonly ChangeActView[] {
  const fee = needsFeeReview(change.proposal);
  return samplesOf(change, context)
    .filter((command) => !('step' in command) || command.step !== 'feeReview' || fee)
    .map((command) => {
      const decided = decideChange(change, command, context);
      const step = 'step' in command ? { step: command.step } : {};
      return decided.ok ? { act: command.type, ...step } : { act: command.type, ...step, refusal: decided.error };
    });
}
