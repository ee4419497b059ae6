export type { CaseAct, CaseCommand, CommandOf } from './commands.ts';
export type { Actor, CaseEntry, CaseFact, CaseFactType } from './entries.ts';
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
