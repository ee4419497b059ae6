export {
  ACCOUNT_DAYS,
  accountabilityActs,
  decideAccountability,
  openAccountability,
  type AccountabilityAct,
  type AccountabilityCommand,
  type AccountabilityContext,
  type AccountabilityWish,
  type Subject,
} from './decide.ts';
export {
  checkDictionary,
  dictionaryOn,
  misconductFields,
  type Misconduct,
  type MisconductDictionary,
  type MisconductField,
} from './dictionary.ts';
export { groundSources, type Ground, type GroundSource } from './grounds.ts';
export {
  accountabilityRefusals,
  no as accountabilityRefusal,
  type AccountabilityRefusal,
  type AccountabilityRefusalCode,
} from './refusals.ts';
export { shippedDictionary } from './shipped.ts';
export { accountabilityPoints, evolveAccountability, type Accountability, type AccountabilityFact } from './state.ts';
export {
  accountabilityPhases,
  outcomes,
  responsibilityLevels,
  type AccountabilityPhase,
  type OutcomeKind,
  type ResponsibilityLevel,
} from './words.ts';
