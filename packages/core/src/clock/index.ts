export {
  defaultClosing,
  dueAfter,
  remainingWorkingDays,
  type Counting,
  type Deadline,
  type DueOptions,
} from './due.ts';
export {
  licensingLaw,
  licensingLimits,
  limitUnits,
  startEvents,
  type Extension,
  type ExtensionSpan,
  type LicensingLimit,
  type Limit,
  type LimitUnit,
  type StartEvent,
  type Suspension,
  type SuspensionSpan,
} from './limit.ts';
export {
  isListedByArticle45,
  isSpecialProcedure,
  namedExclusions,
  specialProcedureRules,
  specialProcedures,
  type NamedExclusion,
  type SpecialProcedure,
  type SpecialProcedureRule,
} from './special-procedures.ts';
export {
  checkExtension,
  checkSpecialProcedure,
  checkSuspension,
  type ExtensionRequest,
  type SpecialProcedureUse,
} from './checks.ts';
export { clockRefusals, type ClockRefusal, type ClockRefusalCode } from './refusals.ts';
export { nextDueAt, type Clock, type ClockKind, type ClockState, type StandardClockKind } from './clock.ts';
export { clocksOf, deemedAcceptanceDay } from './clocks-of.ts';
export {
  explain,
  explainClock,
  type ExplainedDay,
  type ExplainedKind,
  type ExplainedSuspension,
  type Explanation,
} from './explain.ts';
export {
  type ClockFacts,
  type ClockName,
  type ClockRules,
  type Moment,
  type OtherClock,
  type StepTimes,
} from './facts.ts';
export {
  calendarPicture,
  pictureWords,
  type PictureDay,
  type PictureKind,
  type PictureMonth,
  type PictureWeek,
} from './picture.ts';
export { calendarChange, rederive, type CalendarChange, type MovedClock, type Rederivation } from './rederive.ts';
export { explainInWords, type Language } from './words.ts';
export { type LegalBasisRef } from './legal-basis.ts';
