import { dayOf } from '@yimen/kernel';
import type { CaseEntry } from './entries.ts';
import { inStage, type Evolver, type Evolvers } from './evolver.ts';
import { isEnded, type CaseState, type Ending } from './state.ts';

function end(state: CaseState, stage: Ending, { at }: CaseEntry, reason?: string): CaseState {
  if (state.stage === 'unfiled' || isEnded(state)) throw new Error(`a case at ${state.stage} cannot end`);
  return { stage, endedOn: dayOf(at), ...(reason === undefined ? {} : { reason }), was: state };
}

const acceptanceDeclined: Evolver<'acceptanceDeclined'> = (state, { reason }, entry) =>
  end(inStage(state, 'received'), 'declined', entry, reason);

const licenceNotRequiredDeclared: Evolver<'licenceNotRequiredDeclared'> = (state, { reason }, entry) =>
  end(inStage(state, 'received'), 'notRequired', entry, reason);

/** Not agreed, the papers go on as if no return had been proposed. */
const returnDecided: Evolver<'returnDecided'> = (state, { agreed }, entry) => {
  const received = inStage(state, 'received');
  const { returnProposal, ...rest } = received;
  return agreed ? end(received, 'returned', entry, returnProposal?.reason) : rest;
};

const caseClosed: Evolver<'caseClosed'> = (state, _fact, entry) => end(inStage(state, 'served'), 'closed', entry);

const applicationWithdrawn: Evolver<'applicationWithdrawn'> = (state, { reason }, entry) =>
  end(state, 'withdrawn', entry, reason);

const caseTerminated: Evolver<'caseTerminated'> = (state, { reason }, entry) => end(state, 'terminated', entry, reason);

const caseVoided: Evolver<'caseVoided'> = (state, { reason }, entry) => end(state, 'void', entry, reason);

export const endingEvolvers: Evolvers<
  | 'acceptanceDeclined'
  | 'licenceNotRequiredDeclared'
  | 'returnDecided'
  | 'caseClosed'
  | 'applicationWithdrawn'
  | 'caseTerminated'
  | 'caseVoided'
> = {
  acceptanceDeclined,
  licenceNotRequiredDeclared,
  returnDecided,
  caseClosed,
  applicationWithdrawn,
  caseTerminated,
  caseVoided,
};
