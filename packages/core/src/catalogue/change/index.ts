export { beyondCorrection } from './corrections.ts';
export {
  applyForChange,
  changeActs,
  decideChange,
  type ChangeAct,
  type ChangeActView,
  type ChangeCommand,
  type ChangeContext,
} from './decide.ts';
export type { ChangeActor, ChangeFact, ChangeFactType, Minutes, Opening, PublishedLine } from './facts.ts';
export { changeKinds, changeTriggers, lineActs, type ChangeKind, type ChangeTrigger, type LineAct } from './kinds.ts';
export {
  checkProposal,
  itemsGoingOn,
  needsFeeReview,
  touchesFee,
  type ChangeBasis,
  type ChangeLine,
  type ChangeProposal,
  type Seat,
} from './proposal.ts';
export { changeRefusal, changeRefusals, type ChangeRefusal, type ChangeRefusalCode } from './refusals.ts';
export {
  changeOutcomes,
  foldChange,
  openVisits,
  type ChangeOutcome,
  type ListChange,
  type Visit,
  type VisitResult,
} from './state.ts';
export {
  changeLimits,
  changePhases,
  changeSteps,
  limitsOn,
  returnsTo,
  type ChangeLimits,
  type ChangePhase,
  type ChangeStep,
  type ReviewStep,
} from './steps.ts';
