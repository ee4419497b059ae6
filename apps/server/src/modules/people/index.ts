export { countAccounts, administratorFault, createAdministrator, type NewAdministrator } from './admin.ts';
export { draftKeyRoutes } from './draftKey.ts';
export { loadPeople, type NewAccount, type PeopleData } from './load.ts';
export { peopleRoutes, type SessionNeighbours } from './routes.ts';
export { disableAccount, staffBehind, sweepSessions } from './session.ts';
export { colleaguesOf, peopleNames, postNames, standingOf, type Colleague } from './standing.ts';
