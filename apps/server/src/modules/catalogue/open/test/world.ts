import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { itemId, type ServiceItem } from '@yimen/core/catalogue';
import { items } from '@yimen/demo';
import { day, instant } from '@yimen/kernel';
import { freshDatabase } from '@yimen/testkit';
import { sha256 } from '../../../../platform/crypto/local.ts';
import { connect } from '../../../../platform/database/index.ts';
import { pressHere } from '../../../../platform/documents/index.ts';
import { evaluateCondition } from '../../../../platform/feel/index.ts';
import { buildHttp, type App } from '../../../../platform/http/index.ts';
import { createLog } from '../../../../platform/log/index.ts';
import type { Shell } from '../../../../platform/shell.ts';
import { catalogueRoutes, openRoutes, publish, sheetRoutes } from '../../index.ts';

export const HALL = '410500';
export const OPEN = `/api/v1/open/halls/${HALL}`;

function item(at: number): ServiceItem {
  const found = items[at];
  if (found === undefined) throw new Error('the demonstration has fewer items');
  return found;
}
export const first = item(0);
export const second = item(1);

type Reply = Awaited<ReturnType<typeof ask>>;
const ask = (app: App, url: string, headers: Readonly<Record<string, string>>) => app.inject({ url, headers });

/** A hall whose lists are the demonstration's, with one item changed and one abolished since. */
export interface OpenHall {
  readonly app: App;
  readonly folder: string;
  /** What a department is called; a test renames one. */
  readonly names: Map<string, string>;
  readonly get: (url: string, headers?: Readonly<Record<string, string>>) => Promise<Reply>;
  readonly put: (item: ServiceItem) => Promise<unknown>;
  readonly close: () => Promise<void>;
}

export async function openHall(): Promise<OpenHall> {
  const fresh = await freshDatabase();
  const folder = await mkdtemp(join(tmpdir(), 'yimen-open-'));
  const database = connect({ connectionString: fresh.connectionString, applicationName: 'open data test' });
  const now = () => instant('2026-03-02T01:00:00.000Z');
  const shell: Shell = {
    db: database.kysely,
    now,
    realNow: now,
    newId: randomUUID,
    random: randomBytes,
    evaluate: evaluateCondition,
    log: createLog('fatal'),
    demo: true,
  };
  const put = (item: ServiceItem) => shell.db.transaction().execute((tx) => publish(tx, item, 'test'));
  for (const item of items) await put(item);
  await put({ ...first, version: 2, effectiveFrom: day('2026-02-10'), conditions: [...first.conditions, '新的条件'] });
  await put({ ...second, id: itemId('gone'), effectiveFrom: day('2026-01-05'), effectiveTo: day('2026-02-20') });
  const names = new Map<string, string>(items.map(({ authority }) => [authority, `安阳市${authority}局`]));
  const app = await served(shell, names);
  return {
    app,
    folder,
    names,
    get: (url, headers = {}) => ask(app, url, headers),
    put,
    close: async () => {
      await app.close();
      await database.close();
      await fresh.drop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function served(shell: Shell, names: ReadonlyMap<string, string>): Promise<App> {
  const hall = {
    jurisdiction: HALL,
    name: '市民之家',
    divisionName: '安阳市',
    address: '演示路1号',
    hours: '9–17',
    phone: '1',
    demonstration: true,
  };
  const near = { halls: () => Promise.resolve([hall]), authorityNames: () => Promise.resolve(names) };
  const world = { shell, near, origin: 'http://localhost', print: pressHere({ sha256 }).renderHandout };
  const { app } = await buildHttp({
    log: shell.log,
    newId: randomUUID,
    gate: { staff: () => Promise.resolve(undefined), tracked: () => Promise.resolve(undefined) },
    routes: [catalogueRoutes(shell, near), sheetRoutes(world), openRoutes(world)],
    web: () => Promise.resolve(),
    healthy: () => Promise.resolve(true),
    denied: () => Promise.resolve(),
    alarms: () => Promise.resolve([]),
    requestsPerMinute: 1_000_000,
  });
  return app;
}
