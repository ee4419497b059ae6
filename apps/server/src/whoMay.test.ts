import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { RoutePolicy } from './platform/http/index.ts';
import { addressesOf, ask } from './test/whoMay/ask.ts';
import type { Caller } from './test/whoMay/callers.ts';
import type { Seeded } from './test/whoMay/cases.ts';
import { matrixPage, type Seen } from './test/whoMay/page.ts';
import { declared, rulesOn } from './test/whoMay/rules.ts';
import { openMatrix, type Matrix } from './test/whoMay/world.ts';

let matrix: Matrix;
let rules: ReturnType<typeof rulesOn>;
const seen: Seen[] = [];
const wrong: string[] = [];
const leaks: string[] = [];

beforeAll(async () => {
  matrix = await openMatrix();
  rules = rulesOn(matrix.hall.today(), matrix.cases);
  for (const route of routes()) {
    for (const caller of matrix.callers) await Promise.all(casesOf(route).map((seeded) => look(route, caller, seeded)));
  }
}, 900_000);
afterAll(() => matrix.close());

const routes = (): readonly RoutePolicy[] =>
  matrix.policies.filter(({ url, method }) => url.startsWith('/api/v1/') && method !== 'HEAD' && method !== 'OPTIONS');
/** Each case where the answer may hang on it, one where it cannot. */
const casesOf = ({ url, policy }: RoutePolicy): readonly Seeded[] =>
  policy !== 'public' && /:(?!passkeyId)|urgings|search|cards|rows|figures|items/.test(url)
    ? matrix.cases
    : matrix.cases.slice(0, 1);
const nameOf = ({ method, url }: RoutePolicy): string => `${method} ${url}`;
/** A stream of counts goes on until it is closed: only its refusals are asked for here. */
const isEndless = (route: RoutePolicy, caller: Caller): boolean =>
  route.url.endsWith('/events') && declared(route, caller) === 'in';

async function look(route: RoutePolicy, caller: Caller, seeded: Seeded): Promise<void> {
  if (isEndless(route, caller)) return;
  const must = rules.expected(route, caller, seeded);
  const foreign = rules.foreignTo(caller);
  for (const url of addressesOf(route, seeded)) {
    const { answer, text } = await ask(matrix.app, { route, url, caller, seeded });
    const place = `${route.method} ${url} · ${caller.name} · ${seeded.label}`;
    seen.push({ route: nameOf(route), caller: caller.name, label: seeded.label, answer });
    if (!must.includes(answer)) wrong.push(`${place}: ${answer}, not ${must.join(' or ')}`);
    leaks.push(...foreign.filter((canary) => text.includes(canary)).map((canary) => `${place}: ${canary}`));
  }
}

describe('the matrix of route, role, department and state (P22)', () => {
  test('every answer is as declared: no unexpected allow, no unexpected refusal', () => {
    expect(wrong).toEqual([]);
    expect(seen.length).toBeGreaterThan(5000);
  });

  test('every route of the document is in it', async () => {
    const { paths } = (await matrix.app.inject('/api/openapi.json')).json<{
      paths: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
    }>();
    const documented = Object.entries(paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path.replaceAll(/\{(\w+)\}/g, ':$1')}`),
    );
    expect([...new Set(seen.map(({ route }) => route))].toSorted()).toEqual(documented.toSorted());
  });

  test('stands on a page (else: npm run docs:refusals)', async () => {
    await expect(matrixPage(seen, matrix)).toMatchFileSnapshot('../../../docs/matrix.md');
  });

  test('is not blind: a route declared otherwise than it answers is found', async () => {
    const route = routes().find(({ url }) => url.endsWith('/desk/queue'));
    const [anybody, seeded] = [matrix.callers.at(-1), matrix.cases[0]];
    if (route === undefined || anybody === undefined || seeded === undefined) throw new Error('nothing to ask');
    const { answer } = await ask(matrix.app, { route, url: '/api/v1/desk/queue', caller: anybody, seeded });
    expect(rules.expected({ ...route, policy: 'public' }, anybody, seeded)).not.toContain(answer);
  });
});

describe('canaries of two departments, two towns and five companies (P23)', () => {
  test('appear in no foreign list, search, page, export, evidence, card, draft or file', () => {
    expect(leaks).toEqual([]);
  });

  test('the search is not blind: those whose they are find every one of them', async () => {
    const [mine] = matrix.cases;
    if (mine === undefined) throw new Error('no case');
    const { ofCase, ofCard, ofDraft } = mine.canaries;
    const [name, address, phone, , caseId] = ofCase;
    const pages: readonly [person: string, path: string, canaries: readonly (string | undefined)[]][] = [
      ['li.qing', `/desk/cases/${mine.caseId}`, [name, address, caseId]],
      ['li.qing', '/desk/supervision/rows?figure=inHand', []],
      ['yu.cha', '/desk/supervision/rows?figure=inHand', [caseId]],
      ['li.qing', `/desk/supervision/cards/${mine.cardId}`, ofCard],
      ['mu.lu', `/desk/catalogue/items/${mine.itemId}`, ofDraft],
    ];
    for (const [person, path, canaries] of pages) {
      const { body } = await matrix.app.inject({
        url: `/api/v1${path}`,
        headers: { cookie: `yimen_session=${person}` },
      });
      for (const canary of canaries) expect(body, path).toContain(canary);
    }
    const body = { field: 'applicant.phone', reason: '核对电话号码' };
    expect((await matrix.hall.as('li.qing').post(`/desk/cases/${mine.caseId}/reveals`, body)).body).toContain(phone);
  });
});
