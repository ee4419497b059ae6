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
  type LegalBasisRef,
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
