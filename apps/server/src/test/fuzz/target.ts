import { Draft, TrackGrant } from '@yimen/contract';
import { demoPassword } from '@yimen/demo';
import type { InjectOptions } from 'fastify';
import { sql } from 'kysely';
import { openDemoClock } from '../../demo/index.ts';
import { demoCaseId } from '../../demo/caseId.ts';
import { loadDemo } from '../../demo/load.ts';
import { findCase, queryCodeOf } from '../../modules/casework/index.ts';
import type { App, RoutePolicy } from '../../platform/http/index.ts';
import { buildServer } from '../../server.ts';
import { wire } from '../../wiring.ts';
import { openHall, type TestHall } from '../hall.ts';
import type { Known } from './requests.ts';

/** The whole server with the demonstration's cases in it, and what its callers know. */
export interface Target {
  readonly hall: TestHall;
  readonly app: App;
  readonly policies: readonly RoutePolicy[];
  readonly known: Known;
  /** Cookies by user name. */
  readonly officers: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
}

const jurisdiction = '410500';
const STAFF = [
  'zhou.min',
  'li.qing',
  'wang.lei',
  'zhao.yan',
  'gao.jun',
  'qin.lan',
  'tan.song',
  'luo.gang',
  'yu.cha',
  'mu.lu',
];

export async function openTarget(): Promise<Target> {
  const hall = await openHall();
  await loadDemo(hall.parts);
  const worlds = await wire(hall.parts);
  const demoClock = await openDemoClock(hall.shell.db, hall.shell.realNow);
  const { app, policies } = await buildServer({
    shell: hall.shell,
    worlds,
    demoClock,
    moved: () => undefined,
    requestsPerMinute: 1_000_000,
  });
  const officers: Readonly<Record<string, string>> = Object.fromEntries(
    await Promise.all(STAFF.map(async (name) => [name, await cookieOf(app, name)] as const)),
  );
  const { tokens, values } = await publicValues(hall, app);
  const callers = [
    {},
    ...tokens.map((token) => ({ 'x-tracking-token': token })),
    ...Object.values(officers).map((cookie) => ({ cookie })),
  ];
  const close = async (): Promise<void> => {
    await app.close();
    await hall.close();
  };
  return { hall, app, policies, officers, known: { callers, values }, close };
}

async function publicValues(hall: TestHall, app: App) {
  const ids = await sql<{ id: string }>`select case_id as id from casework.cases order by case_id limit 12`.execute(
    hall.shell.db,
  );
  const caseIds = [demoCaseId('in-examination'), ...ids.rows.map(({ id }) => id)];
  const found = await Promise.all(caseIds.map((caseId) => grantOf(hall, app, caseId)));
  const begun = { jurisdiction, itemId: 'construction-permit' };
  const drafts = await Promise.all(
    [1, 2, 3].map(async () => Draft.parse((await post(app, '/api/v1/drafts', begun)).json()).draftId),
  );
  const papers = await sql<{ id: string }>`select paper_id as id from documents.papers limit 8`.execute(hall.shell.db);
  return {
    tokens: found.map(({ token }) => token).slice(0, 3),
    values: {
      jurisdiction: [jurisdiction],
      itemId: [begun.itemId],
      caseId: caseIds,
      number: found.map(({ number }) => number).slice(0, 3),
      draftId: drafts,
      paperId: papers.rows.map(({ id }) => id),
      q: ['施工许可', found[0]?.number ?? ''],
    },
  };
}

async function grantOf(
  hall: TestHall,
  app: App,
  caseId: string,
): Promise<{ readonly token: string; readonly number: string }> {
  const key = { jurisdiction, caseId };
  const number = (await findCase(hall.shell.db, key))?.number ?? '';
  const queryCode = queryCodeOf(hall.world.keys, key);
  return TrackGrant.parse((await post(app, '/api/v1/tracking', { number, queryCode })).json());
}

const post = (app: App, url: string, payload: object, headers: InjectOptions['headers'] = {}) =>
  app.inject({ method: 'POST', url, payload, headers: headers ?? {} });

async function cookieOf(app: App, username: string): Promise<string> {
  const response = await post(app, '/api/v1/session', { username, password: demoPassword });
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}
