import { dayOf } from '@yimen/kernel';
import type { Evolver, Evolvers } from './evolver.ts';
import { body, inStage, joined, personOf } from './evolver.ts';
import type { HandedIn } from './facts.ts';
import { isEnded } from './state.ts';

/** What came later replaces what it answers; the rest stays. */
function merged(before: readonly HandedIn[], now: readonly HandedIn[]): readonly HandedIn[] {
  const replaced = new Set(now.map(({ requirementId }) => requirementId));
  return [...before.filter(({ requirementId }) => !replaced.has(requirementId)), ...now];
}

const applicationFiled: Evolver<'applicationFiled'> = (state, fact, { at }) => {
  if (state.stage !== 'unfiled') throw new Error('a case is filed once');
  return { stage: 'filed', application: { ...body(fact), filedAt: at }, breaches: [] };
};

const applicationReceived: Evolver<'applicationReceived'> = (state, { materials, receivedOn }, { actor }) => {
  const { application, breaches } = inStage(state, 'filed');
  return {
    stage: 'received',
    application: { ...application, materials },
    breaches,
    receivedOn,
    intake: joined([], actor),
  };
};

/** It is the first notice that answered receipt in time; a second, unlawful one does not turn that into silence. */
const correctionNotified: Evolver<'correctionNotified'> = (state, { defects }, { at }) => {
  const received = inStage(state, 'received');
  const notifiedOn = received.correction?.notifiedOn ?? dayOf(at);
  return { ...received, stage: 'awaitingCorrection', correction: { defects, notifiedOn, delivered: [] } };
};

const correctionDelivered: Evolver<'correctionDelivered'> = (state, fact) => {
  const awaiting = inStage(state, 'awaitingCorrection');
  const { answers, materials, complete, deliveredOn } = fact;
  const application = {
    ...awaiting.application,
    answers: { ...awaiting.application.answers, ...answers },
    materials: merged(awaiting.application.materials, materials),
  };
  const correction = { ...awaiting.correction, delivered: merged(awaiting.correction.delivered, materials) };
  return complete
    ? { ...awaiting, stage: 'received', application, correction: { ...correction, completedOn: deliveredOn } }
    : { ...awaiting, application, correction };
};

const caseAccepted: Evolver<'caseAccepted'> = (state, { how, acceptedOn }, { actor }) => {
  const { returnProposal: _fallen, ...received } = inStage(state, 'received');
  return {
    ...received,
    stage: 'examining',
    intake: joined(received.intake, actor),
    acceptance: { how, acceptedOn },
    steps: {},
    examiners: [],
    approvers: [],
    specialProcedures: [],
  };
};

const returnProposed: Evolver<'returnProposed'> = (state, fact, { actor }) => ({
  ...inStage(state, 'received'),
  returnProposal: { ...body(fact), by: personOf(actor) },
});

const breachRecorded: Evolver<'breachRecorded'> = (state, fact, { at }) => {
  if (state.stage === 'unfiled' || isEnded(state)) throw new Error('a breach belongs to a running case');
  return { ...state, breaches: [...state.breaches, { ...body(fact), at }] };
};

/** Only the version: what was done under the old one stays done. */
const versionMoved: Evolver<'versionMoved'> = (state, { to }) => {
  if (state.stage === 'unfiled' || isEnded(state)) throw new Error('a version belongs to a running case');
  return { ...state, application: { ...state.application, itemVersion: to } };
};

export const intakeEvolvers: Evolvers<
  | 'applicationFiled'
  | 'applicationReceived'
  | 'correctionNotified'
  | 'correctionDelivered'
  | 'caseAccepted'
  | 'returnProposed'
  | 'versionMoved'
  | 'breachRecorded'
> = {
  applicationFiled,
  applicationReceived,
  correctionNotified,
  correctionDelivered,
  caseAccepted,
  returnProposed,
  versionMoved,
  breachRecorded,
};
