/** Every paper of one case, from the receipt to the file's list of contents. */
export const paperKinds = [
  'applicationForm',
  'receipt',
  'correctionNotice',
  'acceptanceNotice',
  'declinedAcceptance',
  'licenceNotRequired',
  'returnNotice',
  'specialProcedureNotice',
  'extensionNotice',
  'grantDecision',
  'partialGrant',
  'refusalDecision',
  'licence',
  'proofOfService',
  'caseFileCover',
  'caseFileList',
  'approvalSheet',
] as const;

export type PaperKind = (typeof paperKinds)[number];
