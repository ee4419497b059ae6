export { checkRuleSet, type RuleFault } from './checkRules.ts';
export { deedsOf, type Deed } from './deeds.ts';
export { duties, type Duty } from './duties.ts';
export { readCondition, type ExpressionFault } from './expression.ts';
export { failures, otherAnswers, type Answer, type Failure } from './failures.ts';
export {
  ahead,
  conditionOf,
  conditionSaid,
  entryFindings,
  holds,
  nextLook,
  overdueFindings,
  signalFinding,
  type Coming,
  type Finding,
} from './findings.ts';
export { signalMeasures, type SignalName } from './measures.ts';
export { replay, type Replay } from './replay.ts';
export {
  families,
  levelOrder,
  levels,
  isRaisedByHand,
  ruleSetOn,
  watchKinds,
  type ClockRule,
  type Family,
  type Level,
  type LifeLimits,
  type Rule,
  type RuleSet,
  type Rung,
  type SignalRule,
  type Told,
  type Words,
} from './rule.ts';
export { ladderPresets, shippedRuleSet } from './shipped/index.ts';
export type { Around, Scene } from './signals/index.ts';
export { tell, untold, versionOf, type Mark, type Reading, type Story } from './story.ts';
export { peerFindings, type PeerMonth } from './peers.ts';
export { powerFigures, type PowerFigure } from './powers.ts';
export { visitDays } from './visits.ts';
export * from './accountability/index.ts';
export * from './card/index.ts';
export * from './coverage/index.ts';
export * from './proposal/index.ts';
export * from './publishing/index.ts';
export * from './revision/index.ts';
