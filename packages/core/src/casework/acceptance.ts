import { ok } from '@yimen/kernel';
import { requiredMaterials } from '../catalogue/index.ts';
import { articles } from './articles.ts';
import type { CaseContext, Decision } from './context.ts';
import type { CaseFact } from './entries.ts';
import { acceptanceDue } from './deadlines.ts';
import { nextFacts } from './examination.ts';
import {
  at,
  basisGiven,
  isBlank,
  makes,
  passing,
  reasonGiven,
  rule,
  when,
  type ActRule,
  type Problem,
} from './guards.ts';
import type { InStage } from './state.ts';

type ReceivedCase = InStage<'received'>;

/**
 * Silence is acceptance (Art. 32(4)), dated back to the day of receipt, or to the day on which the last correction came.
 * Later than the five working days no other outcome of receipt is left.
 */
export function isLapsed(state: ReceivedCase, { item, today, calendar }: CaseContext): boolean {
  return today > acceptanceDue(item, silentSince(state), calendar);
}

function silentSince(state: ReceivedCase): ReceivedCase['receivedOn'] {
  return state.correction?.completedOn ?? state.receivedOn;
}

function deemedAcceptance(state: ReceivedCase, context: CaseContext): readonly CaseFact[] {
  const since = silentSince(state);
  const due = acceptanceDue(context.item, since, context.calendar);
  return [
    {
      type: 'breachRecorded',
      rule: 'silentOnAcceptance',
      article: articles.oneNotice,
      detail: `${since}收到，至${due}未作受理、补正或者不予受理的告知`,
    },
    { type: 'caseAccepted', how: 'deemed', acceptedOn: since },
    ...nextFacts(context, {}, state.application.answers),
  ];
}

/** The worker's act; running it twice, or too early, is harmless. */
export const lapse: ActRule<'lapse'> = rule(
  'lapse',
  (state) => ok(state),
  (state, _command, context): Decision =>
    makes(state.stage === 'received' && isLapsed(state, context) ? deemedAcceptance(state, context) : []),
);

/** Everything that still stands open at receipt: no silence yet, no return awaiting the window head. */
export function openProblems(state: ReceivedCase, context: CaseContext): readonly Problem[] {
  return [
    when(isLapsed(state, context), 'acceptance_lapsed'),
    when(state.returnProposal !== undefined, 'return_pending'),
  ];
}

/** An officer who accepts after the five days only puts on record what the law has done already. */
export const accept: ActRule<'accept'> = rule(
  'accept',
  (state, context) => {
    const received = at(state, 'received');
    if (!received.ok || isLapsed(received.value, context)) return received;
    return passing(received.value, [...openProblems(received.value, context), missing(received.value, context)]);
  },
  (state, _command, context): Decision => {
    if (isLapsed(state, context)) return makes(deemedAcceptance(state, context));
    const acceptedOn = state.correction?.completedOn ?? context.today;
    return makes([
      { type: 'caseAccepted', how: 'officer', acceptedOn },
      ...nextFacts(context, {}, state.application.answers),
    ]);
  },
);

function missing({ application }: ReceivedCase, { item, evaluate }: CaseContext): Problem {
  const handedIn = new Set(application.materials.map(({ requirementId }) => requirementId));
  const lacking = requiredMaterials(item, application.answers, evaluate).filter(({ id }) => !handedIn.has(id));
  const about = { field: 'materials', about: lacking.map(({ name }) => name).join('、') };
  return when(lacking.length > 0, 'materials_missing', about);
}

const atReceipt = (state: Parameters<typeof at>[0], context: CaseContext): ReturnType<typeof at<'received'>> => {
  const received = at(state, 'received');
  return received.ok ? passing(received.value, openProblems(received.value, context)) : received;
};

/**
 * 不予受理, a sealed dated paper with remedies. Incomplete papers are no ground until the applicant has been told once
 * what to correct (Art. 32(4)); lack of competence names who is competent (Art. 32(2)).
 */
export const declineAcceptance: ActRule<'declineAcceptance'> = rule(
  'declineAcceptance',
  atReceipt,
  (state, command, { item }): Decision => {
    const { ground, competentAuthority, reason, basis } = command;
    const unnamed = ground === 'notCompetent' && isBlank(competentAuthority);
    return makes(
      [{ ...command, type: 'acceptanceDeclined', remedies: item.remedies }],
      [
        reasonGiven(reason),
        basisGiven(basis),
        when(unnamed, 'competent_authority_missing', { field: 'competentAuthority' }),
        when(ground === 'notConforming' && state.correction === undefined, 'correction_must_come_first'),
      ],
    );
  },
);

/** 依法不需要取得行政许可: told at once (Art. 32(1)). */
export const declareLicenceNotRequired: ActRule<'declareLicenceNotRequired'> = rule(
  'declareLicenceNotRequired',
  atReceipt,
  (_state, { reason, basis }): Decision =>
    makes([{ type: 'licenceNotRequiredDeclared', reason, basis }], [reasonGiven(reason), basisGiven(basis)]),
);
