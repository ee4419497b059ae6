import { Draft, Problem, TrackGrant } from '@yimen/contract';
import { demoPassword } from '@yimen/demo';
import fc from 'fast-check';
import type { InjectOptions, LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDemoClock } from './demo/index.ts';
import { demoCaseId, loadDemo } from './demo/load.ts';
import { findCase, queryCodeOf } from './modules/casework/index.ts';
import type { App } from './platform/http/index.ts';
import { buildServer } from './server.ts';
import { arbitraryOf, type JsonSchema } from './test/arbitrary.ts';
import { lines, openHall, type TestHall } from './test/hall.ts';
import { wire } from './wiring.ts';

/** What `npm test` sends to each operation; the promise (P27) is 200 valid and 200 invalid, which the nightly run sends. */
const RUNS = 40;
/** Streams do not end by themselves; signing out would end the callers' sessions. */
const LEFT_OUT = new Set(['get /api/v1/desk/events', 'delete /api/v1/session']);

let hall: TestHall;
let app: App;
let known: Readonly<Record<string, string>>;
let callers: readonly Record<string, string>[];
/** Answers by status, to prove that the requests got past the doors. */
const answered = new Map<number, number>();

beforeAll(async () => {
  hall = await openHall();
  await loadDemo(hall.parts);
  const worlds = await wire(hall.parts);
  const demoClock = await openDemoClock(hall.shell.db, hall.shell.realNow);
  ({ app } = await buildServer({
    shell: hall.shell,
    worlds,
    demoClock,
    moved: () => undefined,
    requestsPerMinute: 1_000_000,
  }));
  const key = { jurisdiction: '410500', caseId: demoCaseId('in-examination') };
  const number = (await findCase(hall.shell.db, key))?.number ?? '';
  const queryCode = queryCodeOf(hall.world.keys, key);
  const { token } = TrackGrant.parse((await post('/api/v1/tracking', { number, queryCode })).json());
  const draft = Draft.parse(
    (await post('/api/v1/drafts', { jurisdiction: '410500', itemId: 'construction-permit' })).json(),
  );
  known = { ...key, number, draftId: draft.draftId, itemId: 'construction-permit' };
  const officers = await Promise.all(['zhou.min', 'li.qing', 'mu.lu'].map(cookieOf));
  callers = [{}, { 'x-tracking-token': token }, ...officers.map((cookie) => ({ cookie }))];
}, 120_000);
afterAll(async () => {
  await app.close();
  await hall.close();
});

const post = (url: string, payload: object): Promise<LightMyRequestResponse> =>
  app.inject({ method: 'POST', url, payload });

async function cookieOf(username: string): Promise<string> {
  const response = await post('/api/v1/session', { username, password: demoPassword });
  return String(response.headers['set-cookie']).split(';')[0] ?? '';
}

interface Operation {
  readonly requestBody?: { readonly content: { readonly [type: string]: { readonly schema: JsonSchema } } };
  readonly parameters?: readonly Parameter[];
}
interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly schema: JsonSchema;
}
interface Chosen extends Parameter {
  readonly value: string;
}

test('whatever is sent by a stranger, a follower or an officer: no 5xx, and every refusal is a problem', async () => {
  const { paths } = (await app.inject('/api/openapi.json')).json<{
    paths: Record<string, Record<string, Operation>>;
  }>();
  const operations = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
  );
  lines.length = 0;
  for (const { path, method, operation } of operations) {
    if (LEFT_OUT.has(`${method} ${path}`)) continue;
    await fc.assert(
      fc.asyncProperty(requestTo(path, method, operation), async (request) =>
        check(request, await app.inject(request)),
      ),
      { numRuns: RUNS },
    );
  }
  expect(lines.filter((line) => line.includes('"level":50'))).toEqual([]);
  // Enough of them were let in and answered for the rest to mean something.
  const [done, refused] = [answered.get(200) ?? 0, answered.get(422) ?? 0];
  expect([operations.length > 25, done > 100, refused > 100]).toEqual([true, true, true]);
}, 180_000);

function check(request: InjectOptions, response: LightMyRequestResponse): void {
  const { statusCode, headers, body } = response;
  answered.set(statusCode, (answered.get(statusCode) ?? 0) + 1);
  expect(statusCode, `${JSON.stringify(request)}\n${body}\n${lines.at(-1) ?? ''}`).toBeLessThan(500);
  if (statusCode < 400) return;
  expect(headers['content-type']).toContain('application/problem+json');
  expect(Problem.parse(response.json()).status).toBe(statusCode);
}

function requestTo(
  path: string,
  method: string,
  { requestBody, parameters = [] }: Operation,
): fc.Arbitrary<InjectOptions> {
  const shape = requestBody?.content['application/json']?.schema;
  const body =
    shape === undefined
      ? fc.constant(undefined)
      : fc.oneof({ weight: 4, arbitrary: arbitraryOf(shape) }, { weight: 1, arbitrary: fc.jsonValue() });
  const parts = {
    body,
    caller: fc.nat({ max: callers.length - 1 }),
    // Another address each time: how often one may ask is another test.
    remoteAddress: fc.ipV4(),
    chosen: fc.tuple(...parameters.map(valueFor)),
  };
  return fc.record(parts).map(({ body: payload, caller, remoteAddress, chosen }) => {
    const json = payload === undefined ? {} : { payload: JSON.stringify(payload) };
    const headers = { ...callers[caller], ...(payload === undefined ? {} : { 'content-type': 'application/json' }) };
    // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the methods of an OpenAPI document
    return { method: method.toUpperCase() as 'GET', url: addressOf(path, chosen), headers, remoteAddress, ...json };
  });
}

function valueFor(parameter: Parameter): fc.Arbitrary<Chosen> {
  const real = known[parameter.name];
  const value = fc.oneof(
    { weight: 2, arbitrary: arbitraryOf(parameter.schema) },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
    ...(real === undefined ? [] : [{ weight: 8, arbitrary: fc.constant(real) }]),
  );
  return value.map((chosen) => ({ ...parameter, value: String(chosen) }));
}

function addressOf(path: string, chosen: readonly Chosen[]): string {
  const query = new URLSearchParams();
  for (const one of chosen) if (one.in === 'query') query.append(one.name, one.value);
  const filled = chosen
    .filter((one) => one.in === 'path')
    .reduce((url, { name, value }) => url.replace(`{${name}}`, () => encodeURIComponent(value.toWellFormed())), path);
  return `${filled}?${query.toString()}`;
}
