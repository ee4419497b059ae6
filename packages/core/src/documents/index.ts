export { checkPaper, paperProblems, type CheckedPaper } from './check.ts';
export type {
  AcceptanceNotice,
  ApplicationForm,
  ApprovalSheet,
  CaseFileCover,
  CaseFileList,
  ContentOf,
  CorrectionNotice,
  DeclinedAcceptance,
  DeclinedGround,
  ExtensionNotice,
  GrantDecision,
  Licence,
  LicenceNotRequired,
  MaterialForm,
  PaperContent,
  PaperServiceMethod,
  PartialGrant,
  ProofOfService,
  Receipt,
  RefusalDecision,
  ReturnNotice,
  SpecialProcedureNotice,
  SpecialProcedureWord,
} from './content.ts';
export { paperKinds, type PaperKind } from './kinds.ts';
export { numberNature, numberSeries, paperNumber, type NumberParts } from './number.ts';
export type {
  Contact,
  Issuer,
  IssuerRole,
  LicenceLine,
  LimitLine,
  Officer,
  PaperHead,
  PaperItem,
  PaperSeal,
  Party,
  Remedies as PaperRemedies,
  SealKind,
  Verification,
} from './parts.ts';
export type { PaperRefusal, PaperRefusalCode } from './refusal.ts';
export type { MandatoryField } from './mandatory.ts';
export { paperRules, paperTitle, sealFor, sealWords, type PaperRule } from './rules.ts';
export {
  formatVerificationCode,
  parseVerificationCode,
  shortHash,
  verificationAddress,
  verificationCode,
  type VerificationCode,
} from './verification.ts';
export { specimens } from './specimens.ts';
export { dayWords, timeWords } from './wording/phrases.ts';
export type { Column, FieldRow, PaperBlock, PaperText } from './wording/text.ts';
export { paperWords } from './wording/words.ts';
