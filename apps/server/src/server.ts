import { fileURLToPath } from 'node:url';
import { sql } from 'kysely';
import { demoRoutes, type DemoClock } from './demo/index.ts';
import {
  catalogueDeskRoutes,
  catalogueRoutes,
  changeRoutes,
  flowRoutes,
  manualRoutes,
  openRoutes,
  sheetRoutes,
  starRoutes,
  starRuleRoutes,
  wordRoutes,
} from './modules/catalogue/index.ts';
import { caseworkRoutes } from './modules/casework/index.ts';
import { documentsRoutes } from './modules/documents/index.ts';
import { authorityNames, findHall } from './modules/network/index.ts';
import { draftKeyRoutes, liveSessions, peopleRoutes, staffBehind } from './modules/people/index.ts';
import { proofRoutes } from './modules/proof/index.ts';
import { ratingRoutes } from './modules/rating/index.ts';
import { historyRoutes } from './modules/history/index.ts';
import { heartbeatOf, supervisionRoutes } from './modules/supervision/index.ts';
import type { WitnessingParts } from './platform/checkpoint/index.ts';
import { recordAudit } from './platform/audit/index.ts';
import { buildHttp, serveWeb, type App, type Denial, type HttpServer } from './platform/http/index.ts';
import type { Shell } from './platform/shell.ts';
import { evidenceParts, ratedCase, trackedBy, type Worlds } from './wiring.ts';
import { deskNeighbours, starNeighbours } from './wiringChanges.ts';

export interface ServerParts {
  readonly shell: Shell;
  readonly worlds: Worlds;
  /** Present only in a demonstration; without it the routes of the time control do not exist. */
  readonly demoClock: DemoClock | undefined;
  /** For whom this installation keeps checkpoints; for nobody without it. */
  readonly witnessing?: WitnessingParts;
  /** Told when the demonstration's time was moved. */
  readonly moved: () => void;
  /** Requests a minute from one address, where it is not the ordinary number. */
  readonly requestsPerMinute?: number;
}

/** `apps`, where portal and desk are built. */
const APPS = fileURLToPath(new URL('../../', import.meta.url));
const HEALTH_MS = 2000;

/** Every module's routes on one server: the only place that knows them all. It does not listen yet. */
export function buildServer(parts: ServerParts): Promise<HttpServer> {
  const { shell, worlds, requestsPerMinute } = parts;
  return buildHttp({
    log: shell.log,
    newId: shell.newId,
    gate: {
      staff: (cookie) => staffBehind(shell, cookie),
      tracked: trackedBy(worlds.cases),
      alive: (sessionIds) => liveSessions(shell, sessionIds),
    },
    routes: routesOf(parts),
    web: (app) => serveWeb(app, APPS, shell.demo),
    healthy: () => isHealthy(shell),
    denied: (denial) => recordDenial(shell, denial),
    alarms: () => alarmsOf(shell),
    ...(requestsPerMinute === undefined ? {} : { requestsPerMinute }),
  });
}

/** The routes of every module, for whoever builds a server with another gate. */
export function routesOf({
  shell,
  worlds,
  demoClock,
  moved,
  witnessing,
}: ServerParts): readonly ((app: App) => void)[] {
  const { db } = shell;
  const names = (jurisdiction: string): Promise<ReadonlyMap<string, string>> => authorityNames(db, jurisdiction);
  const hallName = async (jurisdiction: string): Promise<string> => (await findHall(db, jurisdiction))?.name ?? '';
  return [
    peopleRoutes(worlds.people, { hallName, authorityNames: names }),
    draftKeyRoutes(shell),
    flowRoutes(shell, { authorityNames: names }),
    catalogueRoutes(shell, deskNeighbours(worlds.changes)),
    catalogueDeskRoutes(shell, deskNeighbours(worlds.changes)),
    changeRoutes(worlds.changes),
    sheetRoutes(worlds.sheets),
    openRoutes(worlds.sheets),
    manualRoutes(worlds.sheets),
    wordRoutes(shell),
    starRoutes(shell),
    starRuleRoutes(shell, starNeighbours(shell)),
    caseworkRoutes(worlds.cases),
    documentsRoutes(worlds.papers),
    ratingRoutes(shell, ratedCase(worlds.cases)),
    proofRoutes({ shell, ...evidenceParts(worlds), witnessing }),
    supervisionRoutes(worlds.supervision),
    historyRoutes(worlds.history),
    ...(demoClock === undefined ? [] : [demoRoutes(shell, demoClock, moved)]),
  ];
}

/** A stream for each person: what they were refused is read together, and nobody else waits for it. */
function recordDenial(shell: Shell, { staff, method, route, from }: Denial): Promise<void> {
  const { jurisdiction, person, name } = staff;
  return recordAudit(shell, {
    jurisdiction,
    stream: `denied:${person}`,
    type: 'accessDenied',
    actor: { kind: 'officer', person, name },
    from,
    body: { method, route },
  });
}

async function isHealthy({ db, log }: Shell): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => void setTimeout(resolve, HEALTH_MS, false).unref());
  const asked = sql`select 1`.execute(db).then(
    () => true,
    (error: unknown) => {
      log.warn({ err: error }, 'the database does not answer');
      return false;
    },
  );
  return Promise.race([asked, late]);
}

/** What a machine watching this one should know: the scheduler of supervision has been silent too long (dead-man). */
async function alarmsOf(shell: Shell): Promise<readonly string[]> {
  const { silent, at } = await heartbeatOf({ shell });
  return silent ? [`supervision silent since ${at ?? 'the beginning'}`] : [];
}
