export { creditCodeCheck, isCreditCode } from './creditCode.ts';
export {
  authorityId,
  jurisdiction,
  personId,
  postId,
  type AuthorityId,
  type Jurisdiction,
  type PersonId,
  type PostId,
} from './ids.ts';
export { actRefusals, inherentActs, mayAct, type ActRefusal, type ActWanted } from './mayAct.ts';
export { isPaperNumber, type IdentityPaper } from './papers.ts';
export {
  passwordFault,
  passwordFaults,
  passwordProfiles,
  usedBefore,
  type PasswordFault,
  type PasswordProfile,
  type PasswordProfileName,
} from './password.ts';
export {
  providerRefusals,
  provesSecondFactor,
  type FactorEvidence,
  type ProvedBy,
  type ProviderRefusal,
} from './provider.ts';
export { isResidentId, residentIdBirthday, residentIdCheck } from './residentId.ts';
export { roleWords } from './roleWords.ts';
export {
  administratorRoles,
  breaksSeparation,
  isAdministrator,
  needsFreshProof,
  needsSecondFactor,
  PROOF_MINUTES,
  type AdministratorRole,
} from './signIn.ts';
export {
  officerActs,
  roles,
  type Authorisation,
  type Authority,
  type Delegation,
  type OfficerAct,
  type Post,
  type Posting,
  type Role,
  type Standing,
} from './standing.ts';
export { termFault, type Term, type TermFault } from './term.ts';
