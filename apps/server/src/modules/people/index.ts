export { disableAccount } from './accounts.ts';
export { countAccounts, administratorFault, createAdministrator, type NewAdministrator } from './admin.ts';
export { draftKeyRoutes } from './draftKey.ts';
export { followItems, type ItemsFollowing } from './follow.ts';
export { loadPeople, type NewAccount, type PeopleData } from './load.ts';
export { peopleRefusals } from './refusals.ts';
export { peopleRoutes } from './routes/index.ts';
export { type SessionNeighbours } from './routes/session.ts';
export { liveSessions, staffBehind, sweepSessions } from './session.ts';
export {
  authorisationsOn,
  colleaguesOf,
  hallOfficers,
  peopleNames,
  postNames,
  postsHeld,
  postsOf,
  standingOf,
  type Colleague,
} from './standing.ts';
export { giveTotp, sealedPeopleColumns, totpCode } from './totp.ts';
export { RETURN_PATH } from './routes/provider.ts';
export type { PeopleWorld, TrustedService } from './world.ts';
