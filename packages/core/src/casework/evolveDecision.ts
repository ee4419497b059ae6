import type { Evolver, Evolvers } from './evolver.ts';
import { body, inStage, personOf } from './evolver.ts';
import { withUndone } from './evolveExamination.ts';
import type { InStage, Proposal } from './state.ts';

function proposalOf({ proposal }: InStage<'deciding'>): Proposal {
  if (proposal === undefined) throw new Error('nothing has been proposed');
  return proposal;
}

const decisionProposed: Evolver<'decisionProposed'> = (state, fact, { at, actor }) => ({
  ...inStage(state, 'deciding'),
  proposal: { ...body(fact), by: personOf(actor), at },
});

const legalityReviewed: Evolver<'legalityReviewed'> = (state, fact, { actor }) => {
  const deciding = inStage(state, 'deciding');
  return { ...deciding, proposal: { ...proposalOf(deciding), legality: { ...body(fact), by: personOf(actor) } } };
};

const minutesAttached: Evolver<'minutesAttached'> = (state, fact) => {
  const deciding = inStage(state, 'deciding');
  return { ...deciding, minutes: [...deciding.minutes, body(fact)] };
};

const decisionSigned: Evolver<'decisionSigned'> = (state, { decidedOn }, { actor }) => {
  const deciding = inStage(state, 'deciding');
  const proposal = proposalOf(deciding);
  const { proposal: _signed, ...rest } = deciding;
  const decision = { proposal, outcome: proposal.outcome, decidedOn, signedBy: personOf(actor) };
  return { ...rest, stage: 'signed', decision };
};

/** Back to the examination: the proposal and the minutes fall with the work it stood on. */
const signatureDeclined: Evolver<'signatureDeclined'> = (state, { undone }) => {
  const { proposal: _fallen, minutes: _fallenToo, ...accepted } = inStage(state, 'deciding');
  return { ...accepted, stage: 'examining', steps: withUndone(accepted.steps, undone) };
};

const decisionSealed: Evolver<'decisionSealed'> = (state, _fact, { at }) => ({
  ...inStage(state, 'signed'),
  stage: 'sealed',
  sealedAt: at,
});

const resultIssued: Evolver<'resultIssued'> = (state, fact) => ({
  ...inStage(state, 'sealed'),
  stage: 'issued',
  issued: body(fact),
});

const decisionServed: Evolver<'decisionServed'> = (state, fact) => ({
  ...inStage(state, 'sealed', 'issued'),
  stage: 'served',
  service: body(fact),
});

export const decisionEvolvers: Evolvers<
  | 'decisionProposed'
  | 'legalityReviewed'
  | 'minutesAttached'
  | 'decisionSigned'
  | 'signatureDeclined'
  | 'decisionSealed'
  | 'resultIssued'
  | 'decisionServed'
> = {
  decisionProposed,
  legalityReviewed,
  minutesAttached,
  decisionSigned,
  signatureDeclined,
  decisionSealed,
  resultIssued,
  decisionServed,
};
