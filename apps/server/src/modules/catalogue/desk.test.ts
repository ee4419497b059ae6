import { randomBytes, randomUUID } from 'node:crypto';
import { DeskItem, DeskItems, DraftView, Guide, SituationOutcome } from '@yimen/contract';
import { writePath, toJson } from '@yimen/core/catalogue';
import { items } from '@yimen/demo';
import { day, instant, type Instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { connect, type Database } from '../../platform/database/index.ts';
import { evaluateCondition } from '../../platform/feel/index.ts';
import { buildHttp, type App } from '../../platform/http/index.ts';
import { createLog } from '../../platform/log/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { catalogueDeskRoutes, catalogueRoutes, indexDue, itemInForce, itemVersion, publish } from './index.ts';

let fresh: FreshDatabase;
let database: Database<unknown>;
let shell: Shell;
let app: App;
let now: Instant = instant('2026-03-02T01:00:00.000Z');

const water = items.find(({ id }) => id === 'water-abstraction');
if (water === undefined) throw new Error('the demonstration has no water item');
const { jurisdiction } = water;
const path = '/api/v1/desk/catalogue/items/water-abstraction';

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect({ connectionString: fresh.connectionString, applicationName: 'catalogue desk test' });
  const log = createLog('fatal');
  shell = {
    db: database.kysely,
    now: () => now,
    realNow: () => now,
    newId: randomUUID,
    random: randomBytes,
    evaluate: evaluateCondition,
    log,
    demo: true,
  };
  const near = {
    halls: () => Promise.resolve([]),
    authorityNames: () => Promise.resolve(new Map()),
    authoritiesOf: () => Promise.resolve([]),
    seatOf: () => Promise.resolve(undefined),
  };
  const staff = { person: 'mu.lu', name: '穆', jurisdiction, roles: ['catalogueEditor'] as const };
  ({ app } = await buildHttp({
    log,
    newId: randomUUID,
    gate: {
      staff: () => Promise.resolve({ ...staff, sessionId: 's', proved: true }),
      tracked: () => Promise.resolve(undefined),
    },
    routes: [catalogueRoutes(shell, near), catalogueDeskRoutes(shell, near)],
    healthy: () => Promise.resolve(true),
  }));
  await shell.db.transaction().execute((tx) => publish(tx, water, 'test'));
});
afterAll(async () => {
  await app.close();
  await database.close();
  await fresh.drop();
});

const cookies = { yimen_session: 's' };
async function get<S extends z.ZodType>(url: string, shape: S): Promise<z.output<S>> {
  const answer = await app.inject({ url, cookies });
  expect(answer.statusCode, answer.body).toBe(200);
  return shape.parse(answer.json());
}
const post = (url: string, body: object) => app.inject({ method: 'POST', url, payload: body, cookies });
async function save(revision: number, content: unknown): Promise<DraftView> {
  const answer = await post(`${path}/draft`, { revision, content });
  expect(answer.statusCode, answer.body).toBe(200);
  return DraftView.parse(answer.json());
}
const commandId = (): string => randomBytes(12).toString('hex');
const publication = (revision: number, effectiveFrom: string, reason = '电话变更') =>
  post(`${path}/publication`, { commandId: commandId(), revision, effectiveFrom, reason });
const errors = ({ findings }: DraftView): readonly string[] =>
  findings.filter(({ severity }) => severity === 'error').map(({ rule }) => rule);

describe('the catalogue desk', () => {
  test('lists what the hall publishes, by department, kind and state', async () => {
    const list = await get('/api/v1/desk/catalogue/items?q=取水&state=full', DeskItems);
    expect(list).toMatchObject({ total: 1, rows: [{ id: 'water-abstraction', full: true }] });
    expect(list.rows[0]?.findings).toEqual({ errors: 0, warnings: 0 });
    expect((await get('/api/v1/desk/catalogue/items?state=draft', DeskItems)).total).toBe(0);
    expect((await get('/api/v1/desk/catalogue/items?findings=none', DeskItems)).total).toBe(1);
  });

  test('a promise above the statutory limit is an error with its article, and cannot be published', async () => {
    const { draft } = await get(path, DeskItem);
    expect(draft).toMatchObject({ revision: 0, findings: [], changes: [] });
    const wrong = await save(0, writePath(toJson(draft.content), 'limits.promised.count', 46));
    expect(errors(wrong)).toEqual(['promised_exceeds_statutory']);
    expect(wrong.findings[0]?.article).toContain('第三十六条');
    expect(wrong.changes).toMatchObject([{ field: 'limits.promised', effect: 'tighter' }]);
    expect((await publication(wrong.revision, '2026-04-01')).json()).toMatchObject({ code: 'needs_five_steps' });
    const listed = await get('/api/v1/desk/catalogue/items?findings=error&state=draft', DeskItems);
    expect(listed.rows).toMatchObject([{ id: 'water-abstraction', findings: { errors: 1, warnings: 0 } }]);
  });

  test('two editors on one draft: what does not touch is joined, what does is shown, nothing is lost', async () => {
    const { draft } = await get(path, DeskItem);
    const base = toJson(draft.content);
    const mended = await save(draft.revision, writePath(base, 'limits.promised.count', 15));
    const other = await save(draft.revision, writePath(writePath(base, 'theme', '水务'), 'limits.promised.count', 12));
    expect(other.content).toMatchObject({ theme: '水务', limits: { promised: { count: 15 } } });
    expect(other.conflicts).toEqual([{ field: 'limits.promised.count', mine: 12, theirs: 15 }]);
    expect(errors(mended)).toEqual([]);
  });

  test('a correction is published for its day: until then the old one is read, and a running case keeps it', async () => {
    const { draft: proposed } = await get(path, DeskItem);
    // 15 working days instead of 20 is an element of the list, and goes the five steps.
    const five = (await publication(proposed.revision, '2026-04-01')).json<{ code: string; words: { zh: string } }>();
    expect(five).toMatchObject({ code: 'needs_five_steps' });
    expect(five.words.zh).toContain('承诺办结时限由“20个工作日');
    const taken = writePath(toJson(proposed.content), 'limits.promised.count', 20);
    const draft = await save(proposed.revision, writePath(taken, 'service.phone', '0372-0000999'));
    expect((await publication(draft.revision - 1, '2026-04-01')).json()).toMatchObject({ code: 'draft_moved' });
    expect((await publication(draft.revision, '2026-03-01')).json()).toMatchObject({ code: 'starts_in_the_past' });
    expect((await publication(draft.revision, '2026-04-01')).json()).toEqual({
      version: 2,
      effectiveFrom: '2026-04-01',
    });
    const guide = (): Promise<Guide> => get(`/api/v1/items/${jurisdiction}/water-abstraction`, Guide);
    expect((await guide()).detail?.service.phone).not.toBe('0372-0000999');
    expect((await get(path, DeskItem)).versions.map(({ state }) => state)).toEqual(['scheduled', 'inForce']);
    now = instant('2026-04-01T01:00:00.000Z');
    expect((await guide()).detail?.service.phone).toBe('0372-0000999');
    expect(await indexDue(shell.db, day('2026-04-01'))).toBe(1);
    expect(await indexDue(shell.db, day('2026-04-01'))).toBe(0);
    expect((await itemVersion(shell.db, jurisdiction, 'water-abstraction', 1)).service.phone).toBe(water.service.phone);
    expect((await itemInForce(shell.db, jurisdiction, 'water-abstraction', day('2026-04-01')))?.version).toBe(2);
  });

  test('going back is a new version, and the ledger knows who, why and what', async () => {
    const wish = { version: 1, effectiveFrom: '2026-04-02', reason: '新电话未接通' };
    const command = commandId();
    const back = await post(`${path}/rollback`, { commandId: command, ...wish });
    expect(back.json()).toEqual({ version: 3, effectiveFrom: '2026-04-02' });
    expect((await post(`${path}/rollback`, { commandId: command, ...wish })).json()).toEqual(back.json());
    const { versions } = await get(path, DeskItem);
    expect(versions.map(({ version }) => version)).toEqual([3, 2, 1]);
    expect(versions[0]?.changes).toHaveLength(2);
    const { rows } = await sql<{ type: string; body: object }>`select type, body from ledger.entries
      where stream = 'item/water-abstraction' order by revision`.execute(shell.db);
    expect(rows).toMatchObject([
      { type: 'ItemPublished', body: { reason: '电话变更', version: 2 } },
      { type: 'ItemRolledBack', body: { rollbackOf: 1, version: 3 } },
    ]);
  });

  test('example answers show what one applicant needs, and what the table decides', async () => {
    const answers = { forConstruction: false, filedProject: false, waterSource: '地表水', inCityPlanning: false };
    const answer = await post(`${path}/situation`, { answers: { ...answers, annualVolume: 50 } });
    const outcome = SituationOutcome.parse(answer.json());
    expect(outcome).toMatchObject({ promised: { zh: '10个工作日' }, unanswered: [] });
    expect(outcome.tables[0]?.words.zh).toBe('有效期限（年） 10，是否集体讨论 false');
    const outside = await post(`${path}/situation`, { answers: { ...answers, waterSource: '雨水', annualVolume: 1 } });
    expect(SituationOutcome.parse(outside.json()).tables[0]?.words.zh).toContain('超出裁量标准的决定须说明理由');
  });

  test('what is no item is refused with its field, and an unknown item is not found', async () => {
    expect((await post(`${path}/draft`, { revision: 0, content: { name: 1 } })).json()).toMatchObject({
      code: 'draft_invalid',
    });
    expect((await app.inject({ url: '/api/v1/desk/catalogue/items/nothing', cookies })).statusCode).toBe(404);
  });
});
