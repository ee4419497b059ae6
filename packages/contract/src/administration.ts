import { roles } from '@yimen/core/people';
import { z } from 'zod';
import { Day_, Instant_ } from './primitives.ts';

const PersonId_ = z.string().min(1).max(60);

/** One account as an administrator sees it: who, which posts, how guarded. Nothing of any case. */
export const AccountRow = z.object({
  person: z.string(),
  name: z.string(),
  username: z.string(),
  /** Held today or later; `A` is the holder, `B` the standing deputy. */
  posts: z.array(
    z.object({ id: z.string(), name: z.string(), rank: z.enum(['A', 'B']), from: Day_, to: Day_.optional() }),
  ),
  disabled: z.boolean(),
  demonstration: z.boolean(),
  /** Second factors set up. */
  factors: z.int(),
  /** Whether too many wrong tries keep it shut now. */
  locked: z.boolean(),
  lastSeenAt: Instant_.optional(),
});
export type AccountRow = z.infer<typeof AccountRow>;
export const Accounts = z.object({
  accounts: z.array(AccountRow),
  passwordProfile: z.enum(['modern', 'dengbao']),
  posts: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      /** Absent for posts of the centre itself. */
      authorityName: z.string().optional(),
      roles: z.array(z.enum(roles)),
    }),
  ),
});
export type Accounts = z.infer<typeof Accounts>;

export const AccountSwitch = z.object({ person: PersonId_, enabled: z.boolean() });
export const NewAccountBody = z.object({
  username: z.string().regex(/^[a-z0-9][a-z0-9._-]{2,39}$/),
  name: z
    .string()
    .min(1)
    .max(40)
    .regex(/^[^\u0000-\u001f]*$/),
  password: z.string().min(1).max(200),
});
export const AccountNamed = z.object({ person: PersonId_ });
const PostNamed = z.object({ person: PersonId_, post: z.string().min(1).max(80) });
export const PostEnded = PostNamed;
/** From today, and until further notice, unless told. */
export const PostGiven = PostNamed.extend({ from: Day_.optional(), to: Day_.optional() });
export const PasswordProfileChoice = z.object({ passwordProfile: z.enum(['modern', 'dengbao']) });

/** What the system administrator watches: no case, no person. */
export const SystemState = z.object({
  accounts: z.int(),
  disabled: z.int(),
  sessions: z.int(),
  lastBackupAt: Instant_.optional(),
  demonstration: z.boolean(),
});
export type SystemState = z.infer<typeof SystemState>;

/** Everything that is on record though it changes no case; each is an entry of the ledger (GB/T 22239—2019 8.1.4.3). */
export const auditTypes = [
  'signedIn',
  'signInFailed',
  'locked',
  'factorFailed',
  'proved',
  'proofFailed',
  'signedOut',
  'sessionsEnded',
  'factorAdded',
  'factorRemoved',
  'factorsReset',
  'recoveryCodesMade',
  'passwordChanged',
  'accountMade',
  'accountDisabled',
  'accountEnabled',
  'accountUnlocked',
  'postGiven',
  'postEnded',
  'passwordProfileChosen',
  'hallFileTaken',
  'fieldRevealed',
  'caseFileExported',
  'paperAskedAgain',
  'fileDownloaded',
  'accessDenied',
  'keysRotated',
  'logImported',
  'logTaken',
  'logDownloaded',
  'reformRehearsed',
] as const;
export type AuditType = (typeof auditTypes)[number];

/** Which page of the record: of one account, of one kind, before a cursor. */
export const AuditQuery = z.object({
  person: PersonId_.optional(),
  type: z.enum(auditTypes).optional(),
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional(),
});

/** What is on record, the newest first; an empty page is the end. */
export const AuditRecord = z.object({
  entries: z.array(
    z.object({
      /** Where the next page begins. */
      cursor: z.string(),
      at: Instant_,
      type: z.string(),
      person: z.string().optional(),
      personName: z.string().optional(),
      by: z.string().optional(),
      byName: z.string().optional(),
      from: z.string().optional(),
      detail: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
    }),
  ),
});
export type AuditRecord = z.infer<typeof AuditRecord>;
