import type { App } from '../../../platform/http/index.ts';
import type { World } from '../world.ts';
import { deskCaseRoutes } from './deskCases.ts';
import { deskFlowRoute } from './deskFlow.ts';
import { deskPaperRoutes } from './deskPapers.ts';
import { deskQueueRoutes } from './deskQueue.ts';
import { draftRoutes } from './drafts.ts';
import { migrationRoutes } from './migrations.ts';
import { replyRoutes } from './replies.ts';
import { revealRoutes } from './reveals.ts';
import { trackingRoutes } from './tracking.ts';

/** Everything under `/desk`, `/tracking` and `/drafts`. */
export function caseworkRoutes(world: World): (app: App) => void {
  const modules = [
    deskQueueRoutes(world),
    deskCaseRoutes(world),
    deskPaperRoutes(world),
    deskFlowRoute(world),
    migrationRoutes(world),
    revealRoutes(world),
    trackingRoutes(world),
    replyRoutes(world),
    draftRoutes(world),
  ];
  return (app) => modules.forEach((add) => add(app));
}
