import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { authorityId, personId, postId, type Authorisation, type Posting } from '@yimen/core/people';
import { day, instant, instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import { freshDatabase } from '@yimen/testkit';
import type { LightMyRequestResponse } from 'fastify';
import { openInstallationKeys } from '../../../keys.ts';
import { createLocalCrypto } from '../../../platform/crypto/index.ts';
import { connect } from '../../../platform/database/index.ts';
import { evaluateCondition } from '../../../platform/feel/index.ts';
import { buildHttp, openEvents, type HttpServer } from '../../../platform/http/index.ts';
import { createLog } from '../../../platform/log/index.ts';
import type { Shell } from '../../../platform/shell.ts';
import {
  draftKeyRoutes,
  liveSessions,
  loadPeople,
  peopleRoutes,
  staffBehind,
  type PeopleData,
  type PeopleWorld,
} from '../index.ts';

export const hall = '410500';
export const zhujian = authorityId('zhujian');

export const posting = (person: string, post: string, more: Partial<Posting> = {}): Posting => ({
  person: personId(person),
  post: postId(post),
  rank: 'A',
  from: day('2020-01-01'),
  ...more,
});
export const paper = (id: string, post: string, more: Partial<Authorisation> = {}): Authorisation => ({
  id,
  number: `安住建授〔2026〕${id}号`,
  authority: zhujian,
  post: postId(post),
  acts: ['examine'],
  items: 'all',
  handling: 'direct',
  instant: false,
  from: day('2026-01-01'),
  to: day('2026-12-31'),
  ...more,
});

export const data: PeopleData = {
  people: ['li', 'wang', 'zhao', 'old'].map((id) => ({ id, name: `${id}某` })),
  posts: [
    { id: postId('examiner'), authority: zhujian, name: '审核岗', roles: ['examiner'] },
    { id: postId('chief'), authority: zhujian, name: '首席代表', roles: ['chiefRepresentative'] },
    { id: postId('hall'), name: '值班主任', roles: ['dutyManager'] },
  ],
  postings: [
    posting('li', 'examiner'),
    posting('wang', 'examiner', { rank: 'B' }),
    posting('zhao', 'chief'),
    posting('old', 'chief', { to: day('2024-12-31') }),
    posting('wang', 'hall', { from: day('2026-06-01') }),
  ],
  delegations: [
    {
      id: 'd1',
      post: postId('chief'),
      toPerson: personId('li'),
      from: day('2026-03-02'),
      to: day('2026-03-06'),
      reason: '外出学习',
    },
  ],
  authorisations: [paper('1', 'examiner', { items: ['permit'] }), paper('2', 'chief', { acts: ['sign'] })],
  accounts: ['li', 'wang', 'zhao', 'old'].map((person) => ({
    person,
    username: `${person}.Name`,
    password: `correct ${person} horse`,
    demonstration: true,
  })),
};

/** A hall with four people, a server that knows them, and a clock the test moves. */
export interface TestWorld {
  readonly shell: Shell;
  readonly people: PeopleWorld;
  readonly server: HttpServer;
  readonly logged: () => string;
  readonly pass: (minutes: number) => void;
  readonly signIn: (
    username: string,
    password: string,
    more?: { readonly cookie?: string; readonly from?: string },
  ) => Promise<LightMyRequestResponse>;
  readonly whoAmI: (cookie: string) => Promise<LightMyRequestResponse>;
  readonly close: () => Promise<void>;
}

export function cookieOf(response: LightMyRequestResponse): string {
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

/** What an installation may be besides. */
export interface WorldOptions extends Pick<PeopleWorld, 'trusted'> {
  /** Whether it is a demonstration, which waives second factors; it is, unless told. */
  readonly demo?: boolean;
}

export async function openWorld({ trusted, demo = true }: WorldOptions = {}): Promise<TestWorld> {
  const fresh = await freshDatabase();
  const database = connect<unknown>({
    connectionString: fresh.connectionString,
    applicationName: 'people test',
    max: 20,
  });
  const lines: string[] = [];
  let clock: Instant = instant('2026-03-02T01:00:00.000Z');
  const shell = { ...shellOf(database.kysely, () => clock, lines), demo };
  await shell.db.transaction().execute((tx) => loadPeople(tx, hall, data, clock));
  const keyFolder = await mkdtemp(join(tmpdir(), 'yimen-people-'));
  const path = join(keyFolder, 'personal.json');
  const { keeper } = await openInstallationKeys({
    db: shell.db,
    crypto: createLocalCrypto({ keyFolder }),
    path,
    now: shell.now,
  });
  const people = { shell, keeper, origins: ['http://localhost:80'], trusted };
  const server = await serverFor(people);
  return {
    shell,
    people,
    server,
    logged: () => lines.join(''),
    pass: (minutes) => void (clock = instantFromMillis(millisOf(clock) + minutes * 60_000)),
    ...callers(server),
    close: async () => {
      await server.app.close();
      await database.close();
      await fresh.drop();
      await rm(keyFolder, { recursive: true, force: true });
    },
  };
}

function shellOf(db: Shell['db'], now: () => Instant, lines: string[]): Shell {
  const log = createLog('info', { write: (line) => lines.push(line) });
  const world = { newId: randomUUID, random: randomBytes, evaluate: evaluateCondition, log, demo: true };
  return { db, now, realNow: now, ...world };
}

function callers({ app }: HttpServer): Pick<TestWorld, 'signIn' | 'whoAmI'> {
  return {
    signIn: (username, password, more = {}) =>
      app.inject({
        method: 'POST',
        url: '/api/v1/session',
        headers: more.cookie === undefined ? {} : { cookie: more.cookie },
        payload: { username, password },
        remoteAddress: more.from ?? '10.0.0.1',
      }),
    whoAmI: (cookie) => app.inject({ url: '/api/v1/session', headers: { cookie } }),
  };
}

function serverFor(world: PeopleWorld): Promise<HttpServer> {
  const near = {
    hallName: () => Promise.resolve('市民之家'),
    authorityNames: () => Promise.resolve(new Map([['zhujian', '住房和城乡建设局']])),
  };
  return buildHttp({
    log: world.shell.log,
    newId: randomUUID,
    gate: {
      staff: (cookie) => staffBehind(world.shell, cookie),
      tracked: () => Promise.resolve(undefined),
      alive: (ids) => liveSessions(world.shell, ids),
    },
    routes: [
      peopleRoutes(world, near),
      draftKeyRoutes(world.shell),
      (app) =>
        void app.get('/api/v1/stream', { config: { policy: 'account' } }, (request, reply) => {
          openEvents(request, reply).write('event: open\n\n');
        }),
      (app) => void app.get('/api/v1/managers', { config: { policy: { roles: ['dutyManager'] } } }, () => ({})),
    ],
    healthy: () => Promise.resolve(true),
  });
}
