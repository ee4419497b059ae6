export { stepsOf, type HistoryCase, type HistoryEvent, type ProcedureKey, type Transition } from './log.ts';
export {
  conformanceCollector,
  deviationKinds,
  type Conformance,
  type DeviationKind,
  type Published,
} from './conformance/conformance.ts';
export { type Process } from './conformance/process.ts';
export { openMining, type Mined, type Mining } from './mining.ts';
export { type Counts } from './counts.ts';
export { spanWords } from './spanWords.ts';
export { type Spread } from './spread.ts';
export { openRehearsal, type Rehearsal } from './rehearse.ts';
export { type Reform } from './reform.ts';
export { reformBetween, type CalledInLog, type ReadReform } from './reformBetween.ts';
export { mondayToFriday } from './workTime.ts';
