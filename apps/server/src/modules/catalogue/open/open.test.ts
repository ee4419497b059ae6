import { createHash } from 'node:crypto';
import { EndedItem, Guide, OneOpenItem, OpenChanges, OpenFigures, OpenItems, PublicList } from '@yimen/contract';
import { items } from '@yimen/demo';
import { canonicalJson, type Json } from '@yimen/kernel';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { first, HALL, OPEN, openHall, second, type OpenHall } from './test/world.ts';

let hall: OpenHall;
beforeAll(async () => {
  hall = await openHall();
}, 60_000);
afterAll(() => hall.close());

const get: OpenHall['get'] = (url, headers) => hall.get(url, headers);
const sha256Of = (json: unknown): string =>
  createHash('sha256')
    .update(canonicalJson(json as Json))
    .digest('hex');

describe('open data of a hall', () => {
  test('every item is there once, page by page, and its hash is the hash of its facts', async () => {
    const seen: string[] = [];
    for (let cursor = ''; ;) {
      const page = OpenItems.parse((await get(`${OPEN}/items?limit=7${cursor}`)).json());
      for (const { facts, hash } of page.items) {
        expect(sha256Of(facts), facts.id).toBe(hash);
        seen.push(facts.id);
      }
      if (page.next === undefined) break;
      cursor = `&cursor=${encodeURIComponent(page.next)}`;
    }
    expect(seen.toSorted()).toEqual(items.map(({ id }) => id as string).toSorted());
  });

  test('the guide has the same facts and the same hash, and a change of one letter is another hash', async () => {
    for (const { id } of items) {
      const { hash, ...facts } = Guide.parse((await get(`/api/v1/items/${HALL}/${id}`)).json());
      const open = OneOpenItem.parse((await get(`${OPEN}/items/${id}`)).json());
      expect([open.hash, open.facts], id).toEqual([hash, facts]);
      expect(sha256Of({ ...facts, name: `${facts.name} ` })).not.toBe(hash);
    }
  });

  test('whoever has it already is told so: 304 by its hash', async () => {
    for (const url of [
      `${OPEN}/items/${first.id}`,
      `${OPEN}/items`,
      `${OPEN}/items.csv`,
      `/api/v1/items/${HALL}/${first.id}`,
    ]) {
      const { headers } = await get(url);
      const again = await get(url, { 'if-none-match': String(headers.etag) });
      expect([again.statusCode, again.payload], url).toEqual([304, '']);
      expect((await get(url, { 'if-none-match': '"other"' })).statusCode).toBe(200);
    }
  });

  test('a department renamed is another hash, for it is another fact', async () => {
    const { hash } = OneOpenItem.parse((await get(`${OPEN}/items/${first.id}`)).json());
    const before = hall.names.get(first.authority) ?? '';
    hall.names.set(first.authority, '新名局');
    expect(OneOpenItem.parse((await get(`${OPEN}/items/${first.id}`)).json()).hash).not.toBe(hash);
    hall.names.set(first.authority, before);
  });

  test('an item is found by its code, as of a day, and by version', async () => {
    const code = encodeURIComponent(first.codes.implementation ?? '');
    const of = async (query: string) => OneOpenItem.parse((await get(`${OPEN}/items/${query}`)).json()).facts;
    expect((await of(code)).id).toBe(first.id);
    expect((await of(`${first.id}?on=2026-02-09`)).version).toBe(1);
    expect((await of(first.id)).version).toBe(2);
    expect((await of(`${first.id}?version=1`)).detail?.conditions).toHaveLength(first.conditions.length);
    expect((await get(`${OPEN}/items/gone`)).statusCode).toBe(404);
    expect((await get(`${OPEN}/items/${first.id}?on=2019-01-01`)).statusCode).toBe(404);
    expect((await get('/api/v1/open/halls/999999/items')).statusCode).toBe(404);
  });

  test('as CSV a spreadsheet opens it, and every item is one row that ends with its hash', async () => {
    const reply = await get(`${OPEN}/items.csv`);
    expect(reply.headers['content-type']).toContain('text/csv');
    expect(reply.payload.codePointAt(0)).toBe(0xfeff);
    for (const { id } of items) {
      const { hash } = OneOpenItem.parse((await get(`${OPEN}/items/${id}`)).json());
      expect(reply.payload, id).toContain(`,${hash},`);
    }
  });

  test('the change feed has what began, what changed in words, and what ended', async () => {
    const { changes } = OpenChanges.parse((await get(`${OPEN}/changes?from=2026-01-01&to=2026-02-28`)).json());
    expect(changes.map(({ itemId: id, kind, on }) => [id, kind, on])).toEqual([
      ['gone', 'added', '2026-01-05'],
      [first.id, 'changed', '2026-02-10'],
      ['gone', 'ended', '2026-02-21'],
    ]);
    expect(changes[1]?.changes.map(({ words }) => words.zh).join()).toContain('新的条件');
  });

  test('of each kind of change there is a count, and every count is the number of its rows', async () => {
    const days = 'from=2026-01-01&to=2026-02-28';
    const { counts } = OpenChanges.parse((await get(`${OPEN}/changes?${days}`)).json());
    expect(counts).toEqual({ added: 1, changed: 1, ended: 1 });
    for (const [kind, count] of Object.entries(counts)) {
      const { changes } = OpenChanges.parse((await get(`${OPEN}/changes?${days}&kind=${kind}`)).json());
      expect(changes.map((change) => change.kind)).toEqual(Array.from({ length: count }, () => kind));
    }
  });

  test('an item that left the list says until when it was on it; one that stands or never was has no end', async () => {
    const ended = EndedItem.parse((await get(`${OPEN}/ended/gone`)).json());
    expect(ended).toMatchObject({ name: second.name, lastDay: '2026-02-20', successors: [] });
    expect(ended).not.toHaveProperty('change');
    for (const id of [first.id, 'nowhere']) expect((await get(`${OPEN}/ended/${id}`)).statusCode).toBe(404);
  });

  test('every figure is the number of the items it names, and what was cut names those that are gone', async () => {
    const asked = `${OPEN}/figures?base=2026-02-01&on=2026-03-02`;
    const { figures } = OpenFigures.parse((await get(asked)).json());
    for (const { id, items: behind, formula } of figures) {
      expect(formula.en).not.toBe('');
      const page = OpenFigures.parse((await get(`${asked}&figure=${id}`)).json());
      expect([id, page.rows?.length]).toEqual([id, behind]);
    }
    const { rows } = OpenFigures.parse((await get(`${asked}&figure=cutItems`)).json());
    expect(rows).toMatchObject([{ itemId: 'gone', ended: true }]);
    expect((await get(`${asked}&figure=nothing`)).statusCode).toBe(404);
    expect((await get('/api/v1/open/halls/999999/figures')).statusCode).toBe(404);
  });

  test('without days a figure is of today, and what was cut since the first day of the year', async () => {
    const { base, source } = OpenFigures.parse((await get(`${OPEN}/figures`)).json());
    expect([base, source.on]).toEqual(['2026-01-01', '2026-03-02']);
  });

  test('the public list counts by department, kind, level, theme and letter, each beside the other choices', async () => {
    const list = PublicList.parse((await get(`${OPEN}/list?limit=100`)).json());
    expect([list.total, list.rows.length]).toEqual([items.length, items.length]);
    const sum = (counts: readonly { count: number }[]): number => counts.reduce((all, { count }) => all + count, 0);
    for (const counts of Object.values(list.counts)) expect(sum(counts)).toBe(items.length);
    const [department] = list.counts.departments;
    const narrowed = PublicList.parse((await get(`${OPEN}/list?department=${department?.id ?? ''}&limit=100`)).json());
    expect(narrowed.total).toBe(department?.count);
    expect(narrowed.counts.departments).toEqual(list.counts.departments);
    expect(sum(narrowed.counts.kinds)).toBe(department?.count);
  });

  test('nothing of a person is in it', async () => {
    const text = (await get(`${OPEN}/items?limit=200`)).payload;
    expect(text).not.toMatch(/\b\d{17}[\dX]\b/);
    expect(text).not.toMatch(/(?<!\d)1[3-9]\d{9}(?!\d)/);
  });
});
