/**
 * Where the server is killed: the commit not yet asked for; asked for and nothing known of it; done and not yet answered;
 * the sealed page stored and not yet on record; an upload stored and not yet on record.
 */
export const killPoints = [
  'beforeCommit',
  'duringCommit',
  'afterCommit',
  'sealedNotRecorded',
  'uploadedNotRecorded',
] as const;
export type KillPoint = (typeof killPoints)[number];
