import { Problem } from '@yimen/contract';
import { demoPassword } from '@yimen/demo';
import type { InjectOptions } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openDemoClock } from './demo/index.ts';
import { findCase } from './modules/casework/index.ts';
import type { App, HttpServer, RoutePolicy } from './platform/http/index.ts';
import { buildServer } from './server.ts';
import { openHall, type TestHall } from './test/hall.ts';
import { policyTable } from './test/policyTable.ts';
import { demoCaseId } from './demo/caseId.ts';
import { loadDemo } from './demo/load.ts';
import { wire } from './wiring.ts';

let hall: TestHall;
let server: HttpServer;
let app: App;
let caseId: string;
let cookies: Readonly<Record<'clerk' | 'editor', string>>;

beforeAll(async () => {
  hall = await openHall();
  await loadDemo(hall.parts);
  const demoClock = await openDemoClock(hall.shell.db, hall.shell.realNow);
  const worlds = await wire(hall.parts);
  server = await buildServer({
    shell: hall.shell,
    worlds,
    demoClock,
    moved: () => undefined,
    requestsPerMinute: 1_000_000,
  });
  ({ app } = server);
  caseId = demoCaseId('in-examination');
  cookies = { clerk: await signIn('zhou.min'), editor: await signIn('mu.lu') };
}, 120_000);
afterAll(async () => {
  await app.close();
  await hall.close();
});

async function signIn(username: string): Promise<string> {
  const response = await app.inject({
    method: 'POST',
    url: '/api/v1/session',
    payload: { username, password: demoPassword },
  });
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

const ofApi = (): readonly RoutePolicy[] =>
  server.policies.filter(({ url, method }) => url.startsWith('/api/v1/') && method !== 'HEAD');
/** A route's address with something in place of its parameters. */
const addressOf = (url: string): string => url.replaceAll(/:[a-zA-Z0-9]+/g, 'x1').replaceAll('*', 'x');

describe('the table of policies', () => {
  test('stands on a page, where a change of it is seen in review (else: npm run docs:refusals)', async () => {
    await expect(policyTable(server.policies)).toMatchFileSnapshot('../../../docs/policies.md');
  });

  test('everything outside the API is public pages, and nothing else', () => {
    const others = server.policies.filter(({ url }) => !url.startsWith('/api/v1/'));
    expect(new Set(others.map(({ policy }) => policy))).toEqual(new Set(['public']));
    expect(new Set(others.map(({ url }) => url))).toEqual(
      new Set(['/api/openapi.json', '/api/reference', '/api/health', '/api/*', '/desk', '/desk/', '/desk/*', '/*']),
    );
  });

  test('nobody without a session or a token gets past it', async () => {
    for (const { method, url, policy } of ofApi().filter((route) => route.policy !== 'public')) {
      const options = {
        method,
        url: addressOf(url),
        headers: { cookie: 'yimen_session=forged', 'x-tracking-token': 'forged' },
      } as InjectOptions;
      const response = await app.inject(options);
      const expected = policy === 'tracking' ? 'not_tracking' : 'not_signed_in';
      expect([url, response.statusCode, Problem.parse(response.json()).code]).toEqual([url, 401, expected]);
    }
  });

  test('a session is no tracking token, and a tracking token no session', async () => {
    for (const { method, url } of ofApi().filter((route) => route.policy === 'tracking')) {
      const options = { method, url: addressOf(url), headers: { cookie: cookies.clerk } } as InjectOptions;
      expect((await app.inject(options)).statusCode).toBe(401);
    }
  });
});

describe('what one may not see does not exist', () => {
  test('a case of the hall for an editor of the catalogue, whose post sees no cases', async () => {
    expect(await findCase(hall.shell.db, { jurisdiction: '410500', caseId })).toBeDefined();
    const [seen, hidden] = await Promise.all(
      [cookies.clerk, cookies.editor].map((cookie) =>
        app.inject({ url: `/api/v1/desk/cases/${caseId}`, headers: { cookie } }),
      ),
    );
    expect([seen?.statusCode, hidden?.statusCode]).toEqual([200, 404]);
  });
});
