import { ok, type Result } from '@yimen/kernel';
import type { CommandOf } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import { opened, undoneBy } from './examination.ts';
import {
  alone,
  at,
  basisGiven,
  filledIn,
  isBlank,
  isOneOf,
  makes,
  opinionGiven,
  passing,
  reasonGiven,
  rule,
  when,
  type ActRule,
  type Problem,
} from './guards.ts';
import { no, type CaseRefusal } from './refusals.ts';
import type { CaseState, InStage, Proposal } from './state.ts';
import { isOpenProcedure } from './suspension.ts';

type DecidingCase = InStage<'deciding'>;

/** A proposal may be made anew until it is signed; the legal review then starts afresh. */
export const proposeDecision: ActRule<'proposeDecision'> = rule(
  'proposeDecision',
  (state) => {
    const found = at(state, 'deciding');
    return found.ok ? passing(found.value, [nothingPending(found.value)]) : found;
  },
  (_state, command): Decision =>
    makes(
      [{ ...command, type: 'decisionProposed' }],
      [filledIn(command.facts, 'facts'), basisGiven(command.basis), ...refusalProblems(command)],
    ),
);

const nothingPending = ({ specialProcedures }: DecidingCase): Problem =>
  when(specialProcedures.some(isOpenProcedure), 'special_procedures_unfinished');

/** What is not granted in full says why, and where to turn: 60 days to the body named, six months to the court (Art. 38). */
function refusalProblems({ outcome, reason, remedies }: CommandOf<'proposeDecision'>): readonly Problem[] {
  if (outcome === 'grant') return [];
  const nowhere = remedies === undefined || isBlank(remedies.reconsiderationBody) || isBlank(remedies.court);
  return [
    when(isBlank(reason), 'refusal_reason_missing', { field: 'reason' }),
    when(nowhere, 'remedies_missing', { field: 'remedies' }),
  ];
}

interface Proposed {
  readonly case: DecidingCase;
  readonly proposal: Proposal;
}

function proposed(state: CaseState): Result<Proposed, CaseRefusal> {
  const found = at(state, 'deciding');
  if (!found.ok) return found;
  const { proposal } = found.value;
  return proposal === undefined ? no('not_proposed') : ok({ case: found.value, proposal });
}

/** 法制审核, by somebody who had no part in the case. */
export const reviewLegality: ActRule<'reviewLegality'> = rule(
  'reviewLegality',
  (state, context) => {
    const found = proposed(state);
    if (!found.ok) return found;
    const involved = [...found.value.case.examiners, found.value.proposal.by];
    return passing(found.value, [
      when(!context.item.procedure.legalReview, 'not_in_procedure'),
      when(isOneOf(context, involved), 'reviewer_not_independent'),
    ]);
  },
  (_proposed, { agreed, opinion }): Decision =>
    makes([{ type: 'legalityReviewed', agreed, opinion }], [opinionGiven(opinion)]),
);

/** 集体讨论: what was resolved, before the decision is signed. */
export const attachMinutes: ActRule<'attachMinutes'> = rule(
  'attachMinutes',
  (state, { item }) => {
    const found = at(state, 'deciding');
    return found.ok ? passing(found.value, [when(!item.procedure.meeting, 'not_in_procedure')]) : found;
  },
  (_state, command, { today }): Decision => {
    const later = command.heldOn > today;
    const range = { zh: `${today}以前`, en: `the days up to ${today}` };
    return makes(
      [{ ...command, type: 'minutesAttached' }],
      [
        filledIn(command.title, 'title'),
        filledIn(command.conclusion, 'conclusion'),
        when(later, 'day_out_of_range', { field: 'heldOn', about: range }),
      ],
    );
  },
);

/** Who proposed or examined does not sign, nor who received; one person only for an instant item authorised so. */
function signerProblems({ case: { examiners, intake }, proposal }: Proposed, context: CaseContext): readonly Problem[] {
  if (alone(context)) return [];
  return [
    when(isOneOf(context, intake), 'receiver_may_not_examine'),
    when(isOneOf(context, [...examiners, proposal.by]), 'proposer_may_not_sign'),
  ];
}

/** The decision is made by this signature; no seal without it. */
export const sign: ActRule<'sign'> = rule(
  'sign',
  (state, context) => {
    const found = proposed(state);
    if (!found.ok) return found;
    const { procedure } = context.item;
    const { legality } = found.value.proposal;
    return passing(found.value, [
      nothingPending(found.value.case),
      when(procedure.legalReview && legality === undefined, 'legal_review_missing'),
      when(legality?.agreed === false, 'legal_review_disagrees'),
      when(procedure.meeting && found.value.case.minutes.length === 0, 'minutes_missing'),
      ...signerProblems(found.value, context),
    ]);
  },
  (_proposed, { opinion }, { today }): Decision =>
    makes([{ type: 'decisionSigned', opinion, decidedOn: today }], [opinionGiven(opinion)]),
);

/** The chief representative sends the case back to a step instead of signing. */
export const declineToSign: ActRule<'declineToSign'> = rule(
  'declineToSign',
  proposed,
  ({ case: state }, { toStepId, reason }, { item: { procedure } }): Decision => {
    const undone = undoneBy(procedure, state.steps, toStepId);
    return makes(
      [{ type: 'signatureDeclined', toStepId, reason, undone }, opened(state.steps, toStepId)],
      [when(state.steps[toStepId]?.status !== 'done', 'step_not_earlier', { field: 'toStepId' }), reasonGiven(reason)],
    );
  },
);

/** The seal keeper seals under the chief representative's approval, which is the signature. */
export const seal: ActRule<'seal'> = rule(
  'seal',
  (state) => at(state, 'signed'),
  (): Decision => makes([{ type: 'decisionSealed' }]),
);
