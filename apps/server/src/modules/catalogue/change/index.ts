export { issueBulletins } from './bulletins.ts';
export { changeRoutes } from './routes.ts';
export type { ChangeNeighbours, ChangeWorld, Following, HeldFile } from './world.ts';
