import { addDays, addMonths, type Day } from '@yimen/kernel';
import type { CommandOf } from './commands.ts';
import type { CaseContext, Decision } from './context.ts';
import type { Applicant } from './facts.ts';
import { at, isBlank, makes, passing, rule, when, type ActRule, type Problem } from './guards.ts';
import { no } from './refusals.ts';
import type { InStage } from './state.ts';
import { within } from './suspension.ts';

/** 制证: only what was granted, in whole or in part; valid from the decision and for as long as the item says, unless told otherwise. */
export const issue: ActRule<'issue'> = rule(
  'issue',
  (state) => {
    const found = at(state, 'sealed');
    return found.ok
      ? passing(found.value, [when(found.value.decision.outcome === 'refuse', 'nothing_to_issue')])
      : found;
  },
  (state, command, { item }): Decision => {
    const validFrom = command.validFrom ?? state.decision.decidedOn;
    const validTo = command.validTo ?? lastDay(validFrom, item.result.validYears);
    const ends = validTo === undefined ? {} : { validTo };
    const backwards = validTo !== undefined && validTo < validFrom;
    return makes(
      [{ ...command, type: 'resultIssued', validFrom, ...ends }],
      [when(backwards, 'validity_wrong', { field: 'validTo' })],
    );
  },
);

/** Three years from 2 March end with 1 March. */
function lastDay(from: Day, years: number | undefined): Day | undefined {
  return years === undefined ? undefined : addDays(addMonths(from, 12 * years), -1);
}

type ToServe = InStage<'sealed' | 'issued'>;

/** 送达, with proof (Art. 44: within ten working days of the decision). */
export const serve: ActRule<'serve'> = rule<'serve', ToServe>(
  'serve',
  (state) => {
    if (state.stage === 'signed') return no('not_sealed');
    const found = at(state, 'sealed', 'issued');
    if (!found.ok) return found;
    const unissued = found.value.stage === 'sealed' && found.value.decision.outcome !== 'refuse';
    return passing(found.value, [when(unissued, 'result_not_issued')]);
  },
  (state, command, context): Decision =>
    makes([{ ...command, type: 'decisionServed' }], serviceProblems(state, command, context)),
);

function serviceProblems(state: ToServe, command: CommandOf<'serve'>, { today }: CaseContext): readonly Problem[] {
  const { method, receiver, receiverIsApplicant, servedOn, proof, witness } = command;
  const { applicant } = state.application;
  const known = receiverIsApplicant || receiver === applicant.agent?.name;
  return [
    when(isBlank(receiver), 'receiver_missing', { field: 'receiver' }),
    when(receiverIsApplicant && !signsAs(applicant).includes(compared(receiver)), 'receiver_not_applicant', {
      field: 'receiver',
    }),
    when(isBlank(proof), known ? 'proof_missing' : 'receiver_without_mandate', { field: 'proof' }),
    when(method === 'leaving' && isBlank(witness), 'witness_missing', { field: 'witness' }),
    within(servedOn, state.decision.decidedOn, today, 'servedOn'),
  ];
}

const compared = (name: string): string => name.normalize('NFKC').replaceAll(/\s/gu, '');

/**
 * Who signs for service as the applicant: the person; of an organisation also its legal representative and the contact it
 * named to receive (Civil Procedure Law, Art. 88). Anybody else needs a mandate or a relation, stated in the proof.
 */
function signsAs(applicant: Applicant): readonly string[] {
  const names =
    applicant.kind === 'organisation'
      ? [applicant.name, applicant.legalRepresentative, applicant.contactName]
      : [applicant.name];
  return names.map(compared);
}

export const close: ActRule<'close'> = rule(
  'close',
  (state) => at(state, 'served'),
  (): Decision => makes([{ type: 'caseClosed' }]),
);
