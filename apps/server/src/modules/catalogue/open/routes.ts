import { Readable } from 'node:stream';
import {
  Day_,
  EndedItem,
  JurisdictionCode,
  OneOpenItem,
  OpenChanges,
  OpenFigures,
  OpenItems,
  PublicList,
} from '@yimen/contract';
import { addDays, day, dayOf, yearOf, type Day } from '@yimen/kernel';
import { z } from 'zod';
import { isKnown, notFound, notModified, type App } from '../../../platform/http/index.ts';
import { changesBetween, countChanges } from './changes.ts';
import { itemsCsv } from './csv.ts';
import { endedItem } from './ended.ts';
import { openFigures } from './figures.ts';
import { hallTag, itemsPage, oneItem, openItem, tagOf } from './items.ts';
import { publicList } from './lists.ts';
import { sourceOf, type OpenWorld } from './source.ts';

/** A number in an address, as the document says it: decimal digits and nothing a converter would forgive. */
const wholeNumber = (pattern: RegExp) => z.string().regex(pattern).transform(Number);

const tags = ['open data'];
const config = { policy: 'public' } as const;
const Hall = z.object({ jurisdiction: JurisdictionCode });
const Text = z
  .string()
  .max(120)
  .regex(/^[^\u0000-\u001f]+$/);
const Offset = z.string().regex(/^\d{1,6}$/);
const Page = z.object({
  on: Day_.optional(),
  cursor: Text.optional(),
  limit: wholeNumber(/^([1-9]\d?|1\d\d|200)$/).optional(),
});
const PAGE = 50;

/**
 * 开放数据: everything published of a hall for everybody's programs. Public, without personal data, under the limits of
 * every public route; the guide, the notice and the touch screen say the same and bear the same hashes.
 */
export function openRoutes(world: OpenWorld): (app: App) => void {
  return (app) => {
    itemsRoute(app, world);
    csvRoute(app, world);
    itemRoute(app, world);
    changesRoute(app, world);
    listRoute(app, world);
    figuresRoute(app, world);
    endedRoute(app, world);
  };
}

const today = ({ shell }: OpenWorld, on: Day | undefined): Day => on ?? dayOf(shell.now());

function itemsRoute(app: App, world: OpenWorld): void {
  const schema = {
    tags,
    summary: '大厅全部事项 / all items of a hall',
    params: Hall,
    querystring: Page,
    response: { 200: OpenItems },
  };
  app.get('/api/v1/open/halls/:jurisdiction/items', { config, schema }, async (request, reply) => {
    const { jurisdiction } = request.params;
    const { cursor = '', limit = PAGE } = request.query;
    const on = today(world, request.query.on);
    const source = await sourceOf(world, jurisdiction, on);
    if (source === undefined) return notFound(request, reply);
    const names = await world.near.authorityNames(jurisdiction);
    const found = await itemsPage(world.shell.db, { jurisdiction, on, after: cursor, limit: limit + 1 });
    const items = found.slice(0, limit).map((entry) => openItem(entry, names));
    const last = items.at(-1);
    const next = found.length > limit && last !== undefined ? { next: last.facts.id } : {};
    const known = isKnown(request, reply, tagOf(JSON.stringify([source, items.map(({ hash }) => hash), next]), names));
    return known ? notModified(reply) : reply.send({ source, items, ...next });
  });
}

function csvRoute(app: App, world: OpenWorld): void {
  const answers = { status: 200, type: 'text/csv' } as const;
  const querystring = z.object({ on: Day_.optional() });
  const schema = { tags, summary: '大厅全部事项（CSV） / all items as CSV', params: Hall, querystring };
  app.get(
    '/api/v1/open/halls/:jurisdiction/items.csv',
    { config: { ...config, answers }, schema },
    async (request, reply) => {
      const { jurisdiction } = request.params;
      const on = today(world, request.query.on);
      const source = await sourceOf(world, jurisdiction, on);
      if (source === undefined) return notFound(request, reply);
      const names = await world.near.authorityNames(jurisdiction);
      const tag = tagOf(await hallTag(world.shell.db, jurisdiction, on), names);
      if (isKnown(request, reply, tag)) return notModified(reply);
      return reply
        .type('text/csv; charset=utf-8')
        .header('content-disposition', `attachment; filename="items-${jurisdiction}-${on}.csv"`)
        .header('link', '<https://creativecommons.org/licenses/by/4.0/>; rel="license"')
        .send(Readable.from(itemsCsv(world.shell.db, { jurisdiction, on, names })));
    },
  );
}

function itemRoute(app: App, world: OpenWorld): void {
  const schema = {
    tags,
    summary: '单个事项（按标识或编码，可指定版本或日期） / one item, by id or code, of a version or as of a day',
    params: Hall.extend({ code: Text }),
    querystring: z.object({ on: Day_.optional(), version: wholeNumber(/^[1-9]\d{0,4}$/).optional() }),
    response: { 200: OneOpenItem },
  };
  app.get('/api/v1/open/halls/:jurisdiction/items/:code', { config, schema }, async (request, reply) => {
    const { jurisdiction, code } = request.params;
    const on = today(world, request.query.on);
    const source = await sourceOf(world, jurisdiction, on);
    const entry = await oneItem(world.shell.db, { jurisdiction, code, version: request.query.version, on });
    if (source === undefined || entry === undefined) return notFound(request, reply);
    const item = openItem(entry, await world.near.authorityNames(jurisdiction));
    if (isKnown(request, reply, item.hash)) return notModified(reply);
    return reply.send({ ...item, source });
  });
}

function changesRoute(app: App, world: OpenWorld): void {
  const schema = {
    tags,
    summary: '事项变化 / what changed between two days',
    params: Hall,
    querystring: z.object({
      from: Day_.optional(),
      to: Day_.optional(),
      kind: z.enum(['added', 'changed', 'ended']).optional(),
      cursor: Offset.optional(),
    }),
    response: { 200: OpenChanges },
  };
  app.get('/api/v1/open/halls/:jurisdiction/changes', { config, schema }, async (request, reply) => {
    const { jurisdiction } = request.params;
    const to = today(world, request.query.to);
    const from = request.query.from ?? addDays(to, -30);
    const source = await sourceOf(world, jurisdiction, to);
    if (source === undefined) return notFound(request, reply);
    const names = await world.near.authorityNames(jurisdiction);
    const offset = Number(request.query.cursor ?? 0);
    const asked = { jurisdiction, from, to, kind: request.query.kind, offset, limit: PAGE + 1 };
    const [found, counts] = await Promise.all([
      changesBetween(world.shell.db, asked, names),
      countChanges(world.shell.db, asked),
    ]);
    const next = found.length > PAGE ? { next: String(offset + PAGE) } : {};
    return reply.send({ source, from, to, changes: found.slice(0, PAGE), counts, ...next });
  });
}

function listRoute(app: App, world: OpenWorld): void {
  const schema = {
    tags,
    summary: '公开清单及数量 / the public list, with counts',
    params: Hall,
    querystring: z.object({
      on: Day_.optional(),
      department: Text.optional(),
      kind: Text.optional(),
      level: Text.optional(),
      theme: Text.optional(),
      letter: Text.optional(),
      cursor: Offset.optional(),
      limit: wholeNumber(/^([1-9]\d?|100)$/).optional(),
    }),
    response: { 200: PublicList },
  };
  app.get('/api/v1/open/halls/:jurisdiction/list', { config, schema }, async (request, reply) => {
    const { jurisdiction } = request.params;
    const { cursor, limit = PAGE, on, ...choices } = request.query;
    const hall = (await world.near.halls()).find((one) => one.jurisdiction === jurisdiction);
    if (hall === undefined) return notFound(request, reply);
    const asked = { jurisdiction, on: today(world, on), ...choices, offset: Number(cursor ?? 0), limit };
    const list = await publicList(world.shell.db, asked, await world.near.authorityNames(jurisdiction));
    return reply.send({ hall: { jurisdiction, name: hall.name }, ...list });
  });
}

function figuresRoute(app: App, world: OpenWorld): void {
  const schema = {
    tags,
    summary: '清单数字和精简情况 / figures of the list, and what was cut since a day',
    params: Hall,
    querystring: z.object({
      on: Day_.optional(),
      base: Day_.optional(),
      figure: Text.optional(),
      cursor: Offset.optional(),
    }),
    response: { 200: OpenFigures },
  };
  app.get('/api/v1/open/halls/:jurisdiction/figures', { config, schema }, async (request, reply) => {
    const { jurisdiction } = request.params;
    const on = today(world, request.query.on);
    const { figure, cursor, base = beginningOf(on) } = request.query;
    const source = await sourceOf(world, jurisdiction, on);
    if (source === undefined) return notFound(request, reply);
    const asked = { jurisdiction, on, base, figure, offset: Number(cursor ?? 0), limit: PAGE };
    const found = await openFigures(world.shell.db, asked, await world.near.authorityNames(jurisdiction));
    return found === undefined ? notFound(request, reply) : reply.send({ source, base, ...found });
  });
}

function endedRoute(app: App, world: OpenWorld): void {
  const schema = {
    tags,
    summary: '退出清单的事项及其承接事项 / an item that left the list, and what took its place',
    params: Hall.extend({ itemId: Text }),
    response: { 200: EndedItem },
  };
  app.get('/api/v1/open/halls/:jurisdiction/ended/:itemId', { config, schema }, async (request, reply) => {
    const { jurisdiction, itemId } = request.params;
    const names = await world.near.authorityNames(jurisdiction);
    const ended = await endedItem(world.shell.db, { jurisdiction, itemId, on: today(world, undefined) }, names);
    return ended === undefined ? notFound(request, reply) : reply.send(ended);
  });
}

/** 基期: the first day of the year, unless another is asked for. */
const beginningOf = (on: Day): Day => day(`${String(yearOf(on))}-01-01`);
