import type { Decision } from './context.ts';
import { at, basisGiven, makes, reasonGiven, rule, type ActRule } from './guards.ts';
import { no } from './refusals.ts';
import { ok } from '@yimen/kernel';

/** The applicant's own act until the decision is signed; a clerk does it only on a written request, and says so. */
export const withdraw: ActRule<'withdraw'> = rule(
  'withdraw',
  (state) => at(state, 'filed', 'received', 'awaitingCorrection', 'examining', 'deciding'),
  (_state, { reason }, { actor }): Decision =>
    makes([{ type: 'applicationWithdrawn', reason }], actor.kind === 'officer' ? [reasonGiven(reason)] : []),
);

/** 终止: the application has lost its object (the applicant has died, corrections never came); not a refusal. */
export const terminate: ActRule<'terminate'> = rule(
  'terminate',
  (state) => at(state, 'received', 'awaitingCorrection', 'examining', 'deciding'),
  (_state, { reason, basis }): Decision =>
    makes([{ type: 'caseTerminated', reason, basis }], [reasonGiven(reason), basisGiven(basis)]),
);

/** 作废: a data error, for no other cause, by the supervisor; nothing is deleted. */
export const voidCase: ActRule<'void'> = rule(
  'void',
  (state) => (state.stage === 'unfiled' ? no('not_filed') : ok(state)),
  (_state, { reason }): Decision => makes([{ type: 'caseVoided', reason }], [reasonGiven(reason)]),
);
