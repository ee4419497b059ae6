export { availableActs, type ActAvailability, type AuthorityFor } from './availability.ts';
export type { CaseAct, CaseCommand, CommandOf } from './commands.ts';
export type { CaseContext, Decision as CaseDecision } from './context.ts';
export { acceptanceDue, clockFacts, clockRules, statutoryDueAt, type NoticeNumber } from './deadlines.ts';
export { decide } from './decide.ts';
export type { Actor, CaseEntry, CaseFact, CaseFactType } from './entries.ts';
export { entriesOf, evolve, fold } from './evolve.ts';
export type { IdentityPaper } from '../people/index.ts';
export {
  caseId,
  stages,
  type Acceptance,
  type Agent,
  type Applicant,
  type CaseId,
  type CaseNumber,
  type Channel,
  type Defect,
  type FormAnswers,
  type HandedIn,
  type NaturalPerson,
  type Organisation,
  type Outcome,
  type ServiceMethod,
  type Stage,
} from './facts.ts';
export {
  caseNumber,
  defaultScheme,
  parseCaseNumber,
  QUERY_CODE_BYTES,
  queryCode,
  spokenCaseNumber,
  type CaseNumberScheme,
} from './numbers.ts';
export { neededFor, officerActFor, subjectOf, type Needed } from './performers.ts';
export { refusalOf, refusals, type CaseRefusal, type RefusalCode } from './refusals.ts';
export { stageWords } from './stageWords.ts';
export {
  endings,
  initialState,
  isAccepted,
  isDecided,
  isEnded,
  isReceived,
  liveOf,
  type Accepted,
  type Application,
  type Breach,
  type CaseState,
  type Correction,
  type Decided,
  type Decision,
  type EndedCase,
  type Ending,
  type Extension,
  type LiveCase,
  type Proposal,
  type SpecialProcedureState,
  type StepState,
} from './state.ts';
export {
  holderOf,
  holders,
  publicWords,
  timelineOf,
  type Holder,
  type PublicWord,
  type TimelineEntry,
} from './timeline.ts';
export { flowMarks } from './flowMarks.ts';
export {
  migrate,
  migrationRefusals,
  previewMigration,
  type MigrationEffect,
  type MigrationGround,
  type MigrationRefusal,
  type Migrating,
} from './migration.ts';
