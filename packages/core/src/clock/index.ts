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
  type Limit,
  type LimitUnit,
  type StartEvent,
  type Suspension,
  type SuspensionSpan,
} from './limit.ts';
export {
  isListedByArticle45,
  namedExclusions,
  specialProcedureRules,
  specialProcedures,
  type NamedExclusion,
  type SpecialProcedure,
} from './special-procedures.ts';
