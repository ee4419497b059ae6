import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { flowOf, type PublishedItem, type ServiceItem } from '@yimen/core/catalogue';
import { jurisdiction } from '@yimen/core/people';
import { departments, items } from '@yimen/demo';
import { day, instant } from '@yimen/kernel';
import { freshDatabase, type FreshDatabase } from '@yimen/testkit';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { loadDemoHall } from '../demo/index.ts';
import { publish, writeExchange } from '../modules/catalogue/index.ts';
import { writeBpmn } from '../platform/bpmn/index.ts';
import { connect, type Database } from '../platform/database/index.ts';
import { writeDmn } from '../platform/dmn/index.ts';
import { figuresCommand } from './catalogue-figures.ts';
import { exitCodes, UsageError, type Io } from './command.ts';
import { itemsDiff } from './items-diff.ts';
import { itemsDiscretion } from './items-discretion.ts';
import { itemsExport } from './items-export.ts';
import { itemsImport } from './items-import.ts';
import { itemsLint } from './items-lint.ts';
import { itemsProcedure } from './items-procedure.ts';

const at = instant('2026-03-02T01:00:00.000Z');

// Every command opens the database anew.
const LONG = { timeout: 60_000 };

let fresh: FreshDatabase;
let database: Database<unknown>;
let folder: string;

beforeAll(async () => {
  fresh = await freshDatabase();
  database = connect({ connectionString: fresh.connectionString, applicationName: 'cli items test' });
  folder = await mkdtemp(join(tmpdir(), 'yimen-items-'));
  await loadDemoHall({ db: database.kysely, now: () => at });
  vi.stubEnv('DATABASE_URL', fresh.adminConnectionString);
  vi.stubEnv('DATABASE_APP_URL', fresh.connectionString);
}, 120_000);
afterAll(async () => {
  vi.unstubAllEnvs();
  await database.close();
  await fresh.drop();
  await rm(folder, { recursive: true });
});

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const commands = {
  'items procedure': itemsProcedure,
  'items discretion': itemsDiscretion,
  'items import': itemsImport,
  'items export': itemsExport,
  'items lint': itemsLint,
  'items diff': itemsDiff,
  'catalogue figures': figuresCommand,
} as const;

/** Runs a command as main does, in this process: a command written wrongly is exit code 2. That main finds it is another test. */
async function yimen(name: keyof typeof commands, ...args: readonly string[]): Promise<Outcome> {
  let out = '';
  const io: Io = {
    write: (text) => Promise.resolve(void (out += text)),
    writeError: () => undefined,
    input: () => Readable.from([]),
    now: () => at,
  };
  try {
    const code = await commands[name].run([...args, '--data', folder], io);
    return { code, out, err: '' };
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    return { code: exitCodes.usage, out, err: error.detail.messageEn };
  }
}

async function file(name: string, content: string): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

function called(id: string): ServiceItem {
  const item = items.find((one) => one.id === id);
  if (item === undefined) throw new Error(`the demonstration has no ${id}`);
  return item;
}

const count = async (table: 'draft' | 'item_version', hall: string): Promise<number> => {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from ${sql.ref(`catalogue.${table}`)}
    where jurisdiction = ${hall}`.execute(database.kysely);
  return rows[0]?.n ?? 0;
};

const names = new Map<string, string>(departments.map(({ id, name }) => [id, name]));
const drawn = (item: ServiceItem): Promise<string> =>
  writeBpmn(
    flowOf(item, (authority) => names.get(authority) ?? authority),
    item,
  );

describe('yimen items procedure', LONG, () => {
  const item = called('food-operation');
  const bring = (path: string, ...more: readonly string[]): Promise<Outcome> =>
    yimen('items procedure', path, '--hall', '410500', '--item', 'food-operation', ...more);

  test('takes a drawing into the draft: told first, kept once, and nothing the second time', async () => {
    const [node, ...rest] = item.procedure.examination;
    if (node.kind !== 'step') throw new Error('the first step is a plain one');
    const longer = { ...node, limitDays: node.limitDays + 1 };
    const procedure = { ...item.procedure, examination: [longer, ...rest] as const };
    const path = await file('longer.bpmn', await drawn({ ...item, procedure }));
    const tried = await bring(path, '--dry-run');
    expect([tried.code, tried.err]).toEqual([0, '']);
    expect(tried.out).toContain('未写入任何内容');
    expect(await count('draft', '410500')).toBe(0);
    expect((await bring(path)).out).toContain('已存为草稿');
    expect(await count('draft', '410500')).toBe(1);
    expect(JSON.parse((await bring(path, '--json')).out)).toEqual({ done: false, changes: [] });
  });

  test('refuses what the law forbids at its element with the article, and writes nothing', async () => {
    const before = await count('draft', '410500');
    // As people draw it: known by the names of its tasks, without the marks of an export.
    const plain = (await drawn(item)).replaceAll(/ yimen:[a-zA-Z]+="[^"]*"/g, '');
    const path = await file('unserved.bpmn', plain.replaceAll('送达', '归档'));
    const refused = await bring(path);
    expect(refused.code).toBe(1);
    expect(refused.out).toMatch(/✗ \[元素 decide element decide\] .*行政许可法第四十四条/);
    expect(await count('draft', '410500')).toBe(before);
  });

  test('broken XML is refused with line and column; no such item, file or hall is a wrong call', async () => {
    const broken = await bring(await file('broken.bpmn', (await drawn(item)).replace('</bpmn:definitions>', '')));
    expect(broken.code).toBe(1);
    expect(broken.out).toMatch(/第 \d+ 行第 \d+ 列 line \d+, column \d+/);
    const path = await file('good.bpmn', await drawn(item));
    const wrong = await yimen('items procedure', path, '--hall', '410500', '--item', 'nowhere');
    expect([wrong.code, wrong.err.includes('no item nowhere')]).toEqual([2, true]);
    expect((await bring(join(folder, 'none.bpmn'))).code).toBe(2);
    const elsewhere = await yimen('items procedure', path, '--hall', '410599', '--item', 'food-operation');
    expect([elsewhere.code, elsewhere.err.includes('there is no hall')]).toEqual([2, true]);
  });
});

describe('yimen items discretion', LONG, () => {
  const item = called('water-abstraction');
  const tables = item.discretion ?? [];
  const one = ['--hall', '410500', '--item', 'water-abstraction'] as const;
  const bring = (path: string, ...more: readonly string[]): Promise<Outcome> =>
    yimen('items discretion', path, ...one, ...more);

  test('what items export writes as DMN comes back without a difference', async () => {
    const path = join(folder, 'out.dmn');
    expect((await yimen('items export', path, ...one)).code).toBe(0);
    expect(await readFile(path, 'utf8')).toBe(await writeDmn(tables, item));
    expect(JSON.parse((await bring(path, '--json')).out)).toEqual({ done: false, changes: [] });
  });

  test('a changed cell is told in words and kept as a draft', async () => {
    const [first, ...rest] = tables;
    if (first === undefined) throw new Error('the item has a table');
    const rules = first.rules.map((rule, row) => (row === 0 ? { ...rule, then: ['8', 'false'] } : rule));
    const path = await file('changed.dmn', await writeDmn([{ ...first, rules }, ...rest], item));
    const kept = await bring(path);
    expect([kept.code, kept.err]).toEqual([0, '']);
    expect(kept.out).toContain('已存为草稿');
    const { rows } = await sql<{ then: string }>`select content #>> '{discretion,0,rules,0,then,0}' as then
      from catalogue.draft where jurisdiction = '410500' and item_id = 'water-abstraction'`.execute(database.kysely);
    expect(rows).toEqual([{ then: '8' }]);
  });

  test('a FEEL error in a cell is refused with table, row, column and the place in the cell', async () => {
    const [first] = tables;
    if (first === undefined) throw new Error('the item has a table');
    const rules = first.rules.map((rule, row) => (row === 1 ? { ...rule, when: ['"地表水"', '>= 100 +'] } : rule));
    const refused = await bring(await file('feel.dmn', await writeDmn([{ ...first, rules }], item)));
    expect(refused.code).toBe(1);
    const column = first.inputs[1]?.label ?? '';
    expect(refused.out).toContain(`表“${first.name}”第 2 行“${column}”列`);
    expect(refused.out).toContain(`table “${first.name}”, row 2, column “${column}”`);
    expect(refused.out).toMatch(/第\d+个字符处/);
  });

  test('another hit policy is refused with its line', async () => {
    const xml = (await writeDmn(tables, item))
      .replaceAll(/ hitPolicy="[^"]*"/g, '')
      .replace('<dmn:decisionTable ', '<dmn:decisionTable hitPolicy="PRIORITY" ');
    const refused = await bring(await file('priority.dmn', xml), '--json');
    expect(refused.code).toBe(1);
    expect(refused.out).toContain('不支持命中策略 PRIORITY');
    expect(refused.out).toMatch(/line \d+, column \d+/);
  });
});

describe('yimen items import', LONG, () => {
  const hall = '410506';
  const listed = [called('hr-service'), called('work-injury')].map((item) => ({
    ...item,
    jurisdiction: jurisdiction(hall),
  }));
  const bring = async (list: readonly PublishedItem[], ...more: readonly string[]): Promise<Outcome> =>
    yimen('items import', await file('list.json', writeExchange(list)), '--hall', `${hall}:测试大厅`, ...more);

  test('one item the law would not allow, and a list is not founded at all', async () => {
    const [first, second] = listed;
    if (first === undefined || second === undefined) throw new Error('two items');
    const refused = await bring([first, { ...second, bases: [] }], '--json');
    expect([refused.code, JSON.parse(refused.out)]).toMatchObject([1, { done: 'nothing', refused: 1 }]);
    expect(await count('item_version', hall)).toBe(0);
  });

  test('founds the list of a hall that has none: the hall is there, and its items are in force', async () => {
    expect(JSON.parse((await bring(listed, '--dry-run', '--json')).out)).toMatchObject({ done: 'nothing', added: 2 });
    const founded = await bring(listed, '--json');
    expect([founded.code, JSON.parse(founded.out)]).toMatchObject([0, { done: 'published', added: 2 }]);
    expect([await count('item_version', hall), await count('draft', hall)]).toEqual([2, 0]);
    const lint = await yimen('items lint', '--hall', hall);
    expect([lint.code, lint.out.includes('2 项 items')]).toEqual([0, true]);
  });

  test('makes drafts where a list exists: nothing the public reads changes', async () => {
    const changed = listed.map((item) => ({ ...item, service: { ...item.service, phone: '0372-0000999' } }));
    const drafted = await bring(changed, '--json');
    expect([drafted.code, JSON.parse(drafted.out)]).toMatchObject([0, { done: 'drafted', changed: 2 }]);
    expect([await count('item_version', hall), await count('draft', hall)]).toEqual([2, 2]);
  });

  test('a file that is no exchange file, and an item of another hall, are refused', async () => {
    const path = await file('other.json', '{"format":"other"}');
    const refused = await yimen('items import', path, '--hall', hall);
    expect([refused.code, refused.out.includes('format')]).toEqual([1, true]);
    const foreign = await bring([called('hr-service')]);
    expect([foreign.code, foreign.out.includes('属于其他大厅')]).toEqual([1, true]);
  });
});

describe('yimen items diff and catalogue figures', LONG, () => {
  test('tell two versions of an item in words, and figures as of a day with their formula', async () => {
    const item = called('road-freight');
    const next = { ...item, version: 2, effectiveFrom: day('2026-02-01'), materials: item.materials.slice(1) };
    await database.kysely.transaction().execute((tx) => publish(tx, next, 'test'));
    const diff = await yimen('items diff', 'road-freight', '--hall', '410500');
    expect([diff.code, diff.out.includes('▽ 申请材料取消')]).toEqual([0, true]);
    expect((await yimen('items diff', 'nowhere', '--hall', '410500')).code).toBe(2);
    const figures = (asOf: string) =>
      yimen('catalogue figures', '--hall', '410500', '--as-of', asOf, '--base', '2026-01-01', '--rows');
    const cut = await figures('2026-02-01');
    expect(cut.out.startsWith('2026-02-01\n')).toBe(true);
    expect(cut.out).toContain('road-freight');
    expect((await figures('2026-01-31')).out).not.toBe(cut.out);
    const wrong = await yimen('catalogue figures', '--hall', '410500', '--as-of', '2026-02-30');
    expect([wrong.code, wrong.err.includes('is no day')]).toEqual([2, true]);
  });
});
