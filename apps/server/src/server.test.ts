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

const lineOf = ({ method, url, policy }: RoutePolicy): string =>
  `${method} ${url}: ${typeof policy === 'string' ? policy : policy.roles.join(', ')}`;
const ofApi = (): readonly RoutePolicy[] =>
  server.policies.filter(({ url, method }) => url.startsWith('/api/v1/') && method !== 'HEAD');
/** A route's address with something in place of its parameters. */
const addressOf = (url: string): string => url.replaceAll(/:[a-zA-Z0-9]+/g, 'x1').replaceAll('*', 'x');

describe('the table of policies', () => {
  test('is this, and a change of it is seen in review', () => {
    expect(ofApi().map(lineOf).toSorted()).toMatchInlineSnapshot(`
      [
        "DELETE /api/v1/account/passkeys/:passkeyId: account",
        "DELETE /api/v1/account/totp: account",
        "DELETE /api/v1/session: public",
        "DELETE /api/v1/tracking/:number/replies/:act: tracking",
        "GET /api/v1/account: account",
        "GET /api/v1/administration/accounts: systemAdministrator, securityAdministrator",
        "GET /api/v1/administration/record: auditAdministrator",
        "GET /api/v1/administration/system: systemAdministrator",
        "GET /api/v1/demo: public",
        "GET /api/v1/desk/cases/:caseId/file.pdf: staff",
        "GET /api/v1/desk/cases/:caseId/files/:sha256: staff",
        "GET /api/v1/desk/cases/:caseId/flow.svg: staff",
        "GET /api/v1/desk/cases/:caseId/papers/:paperId.pdf: staff",
        "GET /api/v1/desk/cases/:caseId: staff",
        "GET /api/v1/desk/catalogue/changes/:changeId/minutes: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/changes/:changeId: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/changes/statistics.pdf: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/changes/statistics.xlsx: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/changes/statistics/bulletins: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/changes/statistics: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/changes: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup, catalogueEditor, supervisor, dutyManager",
        "GET /api/v1/desk/catalogue/items/:itemId/discretion.dmn: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/items/:itemId/manual.pdf: staff",
        "GET /api/v1/desk/catalogue/items/:itemId/manual: staff",
        "GET /api/v1/desk/catalogue/items/:itemId/procedure.bpmn: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/items/:itemId/template: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/items/:itemId: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/items: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/questions: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/star-rules: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/templates: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/words: catalogueEditor, authorityHead",
        "GET /api/v1/desk/catalogue/workbook: catalogueEditor, authorityHead",
        "GET /api/v1/desk/counts: staff",
        "GET /api/v1/desk/draft-key: staff",
        "GET /api/v1/desk/events: staff",
        "GET /api/v1/desk/history/drafts: catalogueEditor",
        "GET /api/v1/desk/history/logs/:log/conformance: supervisor, dutyManager, catalogueEditor",
        "GET /api/v1/desk/history/logs/:log/files/:form: supervisor, dutyManager",
        "GET /api/v1/desk/history/logs/:log/reform: catalogueEditor",
        "GET /api/v1/desk/history/logs/:log/rehearsals: supervisor, dutyManager, catalogueEditor",
        "GET /api/v1/desk/history/logs/:log: supervisor, dutyManager, catalogueEditor",
        "GET /api/v1/desk/history/logs: supervisor, dutyManager, catalogueEditor",
        "GET /api/v1/desk/history/procedures: supervisor, dutyManager, catalogueEditor",
        "GET /api/v1/desk/history/rehearsals/:rehearsalId/paper: supervisor, dutyManager, catalogueEditor, authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup",
        "GET /api/v1/desk/history/rehearsals/:rehearsalId: supervisor, dutyManager, catalogueEditor",
        "GET /api/v1/desk/history/rehearsals: supervisor, dutyManager, catalogueEditor, authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup",
        "GET /api/v1/desk/migrations/:itemId: authorityHead",
        "GET /api/v1/desk/proof/sheets/:day/paper: supervisor, dutyManager, windowHead, auditAdministrator",
        "GET /api/v1/desk/proof/sheets: supervisor, dutyManager, windowHead, auditAdministrator",
        "GET /api/v1/desk/proof: supervisor, dutyManager, windowHead, auditAdministrator",
        "GET /api/v1/desk/queue: staff",
        "GET /api/v1/desk/search: staff",
        "GET /api/v1/desk/supervision/accountability/:accountId: staff",
        "GET /api/v1/desk/supervision/accountability/choice: supervisor",
        "GET /api/v1/desk/supervision/accountability: staff",
        "GET /api/v1/desk/supervision/board: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/cards/:cardId: staff",
        "GET /api/v1/desk/supervision/cards: staff",
        "GET /api/v1/desk/supervision/coverage: staff",
        "GET /api/v1/desk/supervision/duty: staff",
        "GET /api/v1/desk/supervision/events: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/figures: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/ledgers/:authority/:kind/:month: staff",
        "GET /api/v1/desk/supervision/misconduct: staff",
        "GET /api/v1/desk/supervision/post-scores/:post/:month: staff",
        "GET /api/v1/desk/supervision/post-scores: staff",
        "GET /api/v1/desk/supervision/powers: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/proposals/:proposalId/paper: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/proposals/:proposalId: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/proposals: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/publications: supervisor, dutyManager, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/reports/:reportKind/paper: supervisor, dutyManager, windowHead",
        "GET /api/v1/desk/supervision/reports/:reportKind/workbook: supervisor, dutyManager, windowHead",
        "GET /api/v1/desk/supervision/reports/:reportKind: supervisor, dutyManager, windowHead",
        "GET /api/v1/desk/supervision/reports: supervisor, dutyManager, windowHead",
        "GET /api/v1/desk/supervision/rows: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/rules: staff",
        "GET /api/v1/desk/supervision/scores/:authority/:month: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/desk/supervision/scores: supervisor, dutyManager, windowHead, authorityHead, chiefRepresentative",
        "GET /api/v1/drafts/:draftId/guide: public",
        "GET /api/v1/drafts/:draftId: public",
        "GET /api/v1/halls/:jurisdiction/map-code.svg: public",
        "GET /api/v1/halls: public",
        "GET /api/v1/items/:jurisdiction/:itemId/flow.bpmn: public",
        "GET /api/v1/items/:jurisdiction/:itemId/flow.svg: public",
        "GET /api/v1/items/:jurisdiction/:itemId/notice.pdf: public",
        "GET /api/v1/items/:jurisdiction/:itemId/stars: public",
        "GET /api/v1/items/:jurisdiction/:itemId: public",
        "GET /api/v1/items: public",
        "GET /api/v1/open/halls/:jurisdiction/changes: public",
        "GET /api/v1/open/halls/:jurisdiction/ended/:itemId: public",
        "GET /api/v1/open/halls/:jurisdiction/figures: public",
        "GET /api/v1/open/halls/:jurisdiction/items.csv: public",
        "GET /api/v1/open/halls/:jurisdiction/items/:code: public",
        "GET /api/v1/open/halls/:jurisdiction/items: public",
        "GET /api/v1/open/halls/:jurisdiction/list: public",
        "GET /api/v1/open/halls/:jurisdiction/performance/rows: public",
        "GET /api/v1/open/halls/:jurisdiction/performance: public",
        "GET /api/v1/proof/entries/:hash: public",
        "GET /api/v1/proof: public",
        "GET /api/v1/session/factor: public",
        "GET /api/v1/session/proof: account",
        "GET /api/v1/session/provider/return: public",
        "GET /api/v1/session/provider: public",
        "GET /api/v1/session/ways: public",
        "GET /api/v1/session: account",
        "GET /api/v1/tracking/:number/papers/:paperId.pdf: tracking",
        "GET /api/v1/tracking/:number/replies/:act: tracking",
        "GET /api/v1/tracking/:number: tracking",
        "GET /api/v1/verification/:code/proof: public",
        "GET /api/v1/verification/:code: public",
        "PATCH /api/v1/drafts/:draftId: public",
        "PATCH /api/v1/tracking/:number/replies/:act: tracking",
        "POST /api/v1/account/passkeys/options: account",
        "POST /api/v1/account/passkeys: account",
        "POST /api/v1/account/password: account",
        "POST /api/v1/account/recovery-codes: account",
        "POST /api/v1/account/sessions/others/end: account",
        "POST /api/v1/account/totp/confirmation: account",
        "POST /api/v1/account/totp: account",
        "POST /api/v1/administration/accounts/switch: systemAdministrator",
        "POST /api/v1/administration/accounts: systemAdministrator",
        "POST /api/v1/administration/factor-reset: securityAdministrator",
        "POST /api/v1/administration/password-profile: securityAdministrator",
        "POST /api/v1/administration/posts/end: securityAdministrator",
        "POST /api/v1/administration/posts/give: securityAdministrator",
        "POST /api/v1/administration/unlock: securityAdministrator",
        "POST /api/v1/demo/advance: public",
        "POST /api/v1/desk/cases/:caseId/acts: staff",
        "POST /api/v1/desk/cases/:caseId/evidence: staff",
        "POST /api/v1/desk/cases/:caseId/papers/:paperId/again: staff",
        "POST /api/v1/desk/cases/:caseId/reveals: staff",
        "POST /api/v1/desk/cases: staff",
        "POST /api/v1/desk/catalogue/adoptions: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/changes/:changeId/acts: authorityHead, reformOffice, legalOffice, staffingOffice, pricingOffice, leadingGroup",
        "POST /api/v1/desk/catalogue/changes: authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/discretion/preview: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/discretion: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/draft: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/procedure/preview: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/procedure: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/publication: catalogueEditor",
        "POST /api/v1/desk/catalogue/items/:itemId/rollback: catalogueEditor",
        "POST /api/v1/desk/catalogue/items/:itemId/situation: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/template/declining: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items/:itemId/template/taking: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/items: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/questions/dealt: catalogueEditor",
        "POST /api/v1/desk/catalogue/star-rules/trial: catalogueEditor",
        "POST /api/v1/desk/catalogue/star-rules: catalogueEditor",
        "POST /api/v1/desk/catalogue/words: catalogueEditor",
        "POST /api/v1/desk/catalogue/workbook/preview: catalogueEditor, authorityHead",
        "POST /api/v1/desk/catalogue/workbook: catalogueEditor, authorityHead",
        "POST /api/v1/desk/files: staff",
        "POST /api/v1/desk/history/logs/:log/rehearsals: supervisor, dutyManager, catalogueEditor",
        "POST /api/v1/desk/history/logs: supervisor, dutyManager",
        "POST /api/v1/desk/history/own: supervisor, dutyManager",
        "POST /api/v1/desk/migrations/:itemId: authorityHead",
        "POST /api/v1/desk/supervision/accountability/:accountId/acts: staff",
        "POST /api/v1/desk/supervision/accountability: supervisor",
        "POST /api/v1/desk/supervision/cards/:cardId/acts: staff",
        "POST /api/v1/desk/supervision/ledgers/:authority/:kind/:month/preview: staff",
        "POST /api/v1/desk/supervision/ledgers/:authority/:kind/:month: staff",
        "POST /api/v1/desk/supervision/ledgers/:authority/:kind/acts: staff",
        "POST /api/v1/desk/supervision/ledgers/:authority/:kind/duty: supervisor, dutyManager",
        "POST /api/v1/desk/supervision/misconduct: supervisor",
        "POST /api/v1/desk/supervision/post-scores/:post/:month/entries: supervisor",
        "POST /api/v1/desk/supervision/proposals/:proposalId/acts: supervisor, authorityHead",
        "POST /api/v1/desk/supervision/proposals: supervisor",
        "POST /api/v1/desk/supervision/publications/objections: authorityHead, chiefRepresentative",
        "POST /api/v1/desk/supervision/rules: supervisor",
        "POST /api/v1/desk/supervision/scores/:authority/:month/entries: supervisor",
        "POST /api/v1/desk/supervision/scores/sheet: supervisor",
        "POST /api/v1/desk/supervision/urgings: supervisor, dutyManager, chiefRepresentative, authorityHead",
        "POST /api/v1/drafts/:draftId/files: public",
        "POST /api/v1/drafts/:draftId/filing: public",
        "POST /api/v1/drafts/resume: public",
        "POST /api/v1/drafts: public",
        "POST /api/v1/items/:jurisdiction/:itemId/checklist.pdf: public",
        "POST /api/v1/items/:jurisdiction/:itemId/checklist: public",
        "POST /api/v1/session/factor/passkey: public",
        "POST /api/v1/session/factor: public",
        "POST /api/v1/session/proof/passkey: account",
        "POST /api/v1/session/proof: account",
        "POST /api/v1/session: public",
        "POST /api/v1/tracking/:number/acts: tracking",
        "POST /api/v1/tracking/:number/files: tracking",
        "POST /api/v1/tracking/:number/rating: tracking",
        "POST /api/v1/tracking: public",
        "POST /api/v1/verification: public",
        "POST /api/v1/witness/checkpoints: public",
      ]
    `);
  });

  test('stands on a page (else: npm run docs:refusals)', async () => {
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
