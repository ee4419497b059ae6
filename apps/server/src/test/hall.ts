import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { CaseCommand, CommandOf } from '@yimen/core/casework';
import { anyang, applicantOf, items } from '@yimen/demo';
import { addDays, dayOf, instant, instantAt, type Day, type Instant } from '@yimen/kernel';
import { freshDatabase } from '@yimen/testkit';
import type { LightMyRequestResponse } from 'fastify';
import { loadDemoHall } from '../demo/index.ts';
import { openCalendar } from '../modules/calendar/index.ts';
import {
  catalogueDeskRoutes,
  catalogueRoutes,
  changeRoutes,
  manualRoutes,
  openRoutes,
  starRoutes,
  starRuleRoutes,
  wordRoutes,
} from '../modules/catalogue/index.ts';
import { caseworkRoutes, type World } from '../modules/casework/index.ts';
import { historyRoutes, openMiner } from '../modules/history/index.ts';
import { documentsRoutes, makePapers, type PaperWorld } from '../modules/documents/index.ts';
import { standingOf } from '../modules/people/index.ts';
import { proofRoutes } from '../modules/proof/index.ts';
import { ratingRoutes } from '../modules/rating/index.ts';
import { supervisionRoutes, type Supervision } from '../modules/supervision/index.ts';
import { openInstallationKeys } from '../keys.ts';
import { createLocalCrypto } from '../platform/crypto/index.ts';
import { connect, type Database } from '../platform/database/index.ts';
import { makeDemoCa, pressHere } from '../platform/documents/index.ts';
import { evaluateCondition } from '../platform/feel/index.ts';
import { createLocalFiles } from '../platform/files/index.ts';
import { buildHttp, type App } from '../platform/http/index.ts';
import { ringPath } from '../platform/personal/index.ts';
import { createLog } from '../platform/log/index.ts';
import type { Shell } from '../platform/shell.ts';
import { evidenceParts, ratedCase, trackedBy, wire, type WiringParts, type Worlds } from '../wiring.ts';
import { deskNeighbours, starNeighbours } from '../wiringChanges.ts';

/** The demonstration hall on a database of its own, with a clock the test moves and everything else real. */
export interface TestHall {
  readonly shell: Shell;
  readonly parts: WiringParts;
  readonly database: Database<unknown>;
  readonly world: World;
  readonly papers: PaperWorld;
  readonly supervision: Supervision;
  readonly worlds: Worlds;
  readonly app: App;
  /** Where files, keys and certificates lie. */
  readonly folder: string;
  readonly adminConnectionString: string;
  readonly at: (day: string, time?: string) => void;
  readonly days: (count: number) => void;
  readonly today: () => Day;
  readonly as: (person: string) => Caller;
  /** The public, and with a token whoever follows a case. */
  readonly anybody: (token?: string) => Caller;
  readonly makePapers: (caseId: string) => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface Caller {
  readonly get: (path: string) => Promise<LightMyRequestResponse>;
  readonly post: (path: string, body: object) => Promise<LightMyRequestResponse>;
  readonly patch: (path: string, body: object) => Promise<LightMyRequestResponse>;
}

const START = '2026-03-02';

export async function openHall(extra: Pick<WiringParts, 'scanner'> = {}): Promise<TestHall> {
  const fresh = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'yimen-hall-'));
  const database = connect<unknown>({
    connectionString: fresh.connectionString,
    applicationName: 'hall test',
    max: 20,
  });
  const clock = testClock();
  const parts = { ...(await partsIn(folder, database, clock.now)), ...extra };
  await loadDemoHall(parts.shell);
  const worlds = await wire(parts);
  const { cases, papers, supervision } = worlds;
  const app = await serve(parts.shell, worlds);
  return {
    shell: parts.shell,
    parts,
    database,
    world: cases,
    papers,
    supervision,
    worlds,
    app,
    folder,
    adminConnectionString: fresh.adminConnectionString,
    ...clock,
    as: (person) => caller(app, { cookie: `yimen_session=${person}` }),
    anybody: (token) => caller(app, token === undefined ? {} : { 'x-tracking-token': token }),
    makePapers: (caseId) => makePapers(papers, { jurisdiction: anyang, caseId }),
    close: async () => {
      await app.close();
      await database.close();
      await fresh.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function testClock() {
  let clock: Instant = instantAt(dayOf(instant(`${START}T00:00:00.000Z`)), '09:30');
  return {
    now: (): Instant => clock,
    today: (): Day => dayOf(clock),
    at: (on: string, time = '09:30'): void => void (clock = instantAt(on as Day, time)),
    days: (count: number): void => void (clock = instantAt(addDays(dayOf(clock), count), '09:30')),
  };
}

async function partsIn(folder: string, database: Database<unknown>, now: () => Instant): Promise<WiringParts> {
  const shell: Shell = {
    db: database.kysely,
    now,
    realNow: now,
    newId: randomUUID,
    random: randomBytes,
    evaluate: evaluateCondition,
    log: createLog('error', { write: (line) => lines.push(line) }),
    demo: true,
  };
  const crypto = createLocalCrypto({ keyFolder: join(folder, 'keys') });
  const path = ringPath(folder);
  return {
    shell,
    ...(await openInstallationKeys({ db: shell.db, crypto, path, now })),
    calendar: openCalendar(shell.db, now),
    files: createLocalFiles({ folder: join(folder, 'files'), crypto }),
    press: pressHere(crypto),
    miner: openMiner(),
    ca: await makeDemoCa({ crypto, folder: join(folder, 'certificates'), now }),
    origin: 'http://127.0.0.1',
  };
}

/** What was logged as an error; a test that expects none reads it. */
export const lines: string[] = [];

async function serve(shell: Shell, worlds: Worlds): Promise<App> {
  const { cases, papers, supervision } = worlds;
  const { app } = await buildHttp({
    log: shell.log,
    newId: randomUUID,
    // The cookie is the person: how a session is proved is another module's test.
    gate: { staff: (cookie) => staffCalled(shell, cookie), tracked: trackedBy(cases) },
    routes: [
      caseworkRoutes(cases),
      documentsRoutes(papers),
      ratingRoutes(shell, ratedCase(cases)),
      proofRoutes({ shell, ...evidenceParts(worlds), witnessing: undefined }),
      supervisionRoutes(supervision),
      catalogueRoutes(shell, deskNeighbours(worlds.changes)),
      catalogueDeskRoutes(shell, deskNeighbours(worlds.changes)),
      wordRoutes(shell),
      starRoutes(shell),
      starRuleRoutes(shell, starNeighbours(shell)),
      changeRoutes(worlds.changes),
      openRoutes(worlds.sheets),
      manualRoutes(worlds.sheets),
      historyRoutes(worlds.history),
    ],
    healthy: () => Promise.resolve(true),
    requestsPerMinute: 100_000,
  });
  return app;
}

export async function staffCalled({ db }: Shell, cookie: string) {
  const [person = '', jurisdiction = anyang] = cookie.split('@');
  const standing = await standingOf(db, jurisdiction, person);
  if (standing === undefined) return undefined;
  const roles = standing.posts.flatMap((post) => post.roles);
  return { person, name: standing.name, jurisdiction, roles, sessionId: person, proved: true };
}

function caller(app: App, headers: Record<string, string>): Caller {
  const url = (path: string): string => `/api/v1${path}`;
  return {
    get: (path) => app.inject({ url: url(path), headers }),
    post: (path, payload) => app.inject({ method: 'POST', url: url(path), headers, payload }),
    patch: (path, payload) => app.inject({ method: 'PATCH', url: url(path), headers, payload }),
  };
}

export const commandId = (): string => randomUUID();

/** A filing of the construction permit with every material, at the counter. */
export function fileCommand(itemId = 'construction-permit', without: readonly string[] = []): CommandOf<'file'> {
  const item = items.find(({ id }) => id === itemId);
  if (item === undefined) throw new Error(itemId);
  const materials = item.materials
    .filter(({ id }) => !without.includes(id))
    .map(({ id, copies, form }) => ({ requirementId: id, copies, form }));
  const answers = Object.fromEntries(
    item.form
      .flatMap(({ questions }) => questions)
      .map(({ id, type, options }) => [id, SAMPLES[type] ?? options?.[0] ?? '']),
  );
  const key = item.serves.includes('organisation') ? 'company-1' : 'citizen-1';
  return { type: 'file', itemId: item.id, applicant: applicantOf(key), answers, materials, channel: 'window' };
}

/** What a clerk sends in one go at the counter. */
export function intakeCommands(itemId?: string, last: CaseCommand = { type: 'accept' }): CaseCommand[] {
  const file = fileCommand(itemId);
  return [file, { type: 'receive', materials: file.materials }, last];
}

const SAMPLES: Readonly<Record<string, string | number | boolean>> = {
  text: '测试内容',
  longText: '测试内容',
  number: 12,
  day: '2026-06-01',
  yesNo: true,
};
