/**
 * Where the server is killed: the commit not yet asked for; done and not yet answered; the sealed page stored and not yet
 * on record; an upload stored and not yet on record.
 */
export const killPoints = ['beforeCommit', 'afterCommit', 'sealedNotRecorded', 'uploadedNotRecorded'] as const;
export type KillPoint = (typeof killPoints)[number];
