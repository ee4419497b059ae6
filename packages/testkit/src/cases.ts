export { cast, fire, housing, officerNamed, type Player } from './cases/cast.ts';
export * as commands from './cases/commands.ts';
export { altered, as } from './cases/altered.ts';
export { authorised, findingsIn, returnedTimes, suspendedOn, type FoundIn } from './cases/findings.ts';
export { evaluate, givenCase, type ExpectedFact, type GivenCase, type Outcome } from './cases/givenCase.ts';
export * as items from './cases/items.ts';
export { aCase, filedOnline } from './cases/journeys.ts';
export { rounds, type Rounds } from './rounds.ts';
export { revisedLine, waterBureau, waterSeat } from './cases/listChange.ts';
