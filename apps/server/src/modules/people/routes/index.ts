import type { App } from '../../../platform/http/index.ts';
import type { PeopleWorld } from '../world.ts';
import { accountRoutes } from './account.ts';
import { administrationRoutes } from './administration.ts';
import { providerRoutes } from './provider.ts';
import { sessionRoutes, type SessionNeighbours } from './session.ts';

/** Signing in, one's own account, and the administration of accounts. */
export function peopleRoutes(world: PeopleWorld, near: SessionNeighbours): (app: App) => void {
  return (app) => {
    const all = [
      sessionRoutes(world, near),
      providerRoutes(world),
      accountRoutes(world),
      administrationRoutes(world, near),
    ];
    for (const routes of all) routes(app);
  };
}
