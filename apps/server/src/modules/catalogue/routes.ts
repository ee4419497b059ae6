import { Guide, Hall, ItemList, JurisdictionCode } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import { z } from 'zod';
import { isKnown, notFound, notModified, type App } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { guideOf, summaryOf } from './guide.ts';
import { countItems, entriesInForce, entryInForce } from './queries.ts';
import { nearestThemes, searchItems } from './search.ts';
import { keepMissed } from './words/missed.ts';

/** What the catalogue shows of the network, through its own door. */
export interface CatalogueNeighbours {
  readonly halls: () => Promise<readonly Omit<Hall, 'itemCount'>[]>;
  readonly authorityNames: (jurisdiction: string) => Promise<ReadonlyMap<string, string>>;
}

const PAGE = 20;
const Asked = z.object({
  jurisdiction: JurisdictionCode,
  q: z.string().max(100).optional(),
  theme: z.string().max(60).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,5}$/)
    .optional(),
  /** The visitor pressed the key that searches: what is found nowhere is kept for the catalogue office, without who asked. */
  submitted: z.literal('true').optional(),
});
const ItemParams = z.object({ jurisdiction: JurisdictionCode, itemId: z.string().max(120) });
const config = { policy: 'public' } as const;

/** Halls, search and guides: what Art. 30 wants everybody to be able to read. */
export function catalogueRoutes(shell: Shell, near: CatalogueNeighbours): (app: App) => void {
  return (app) => {
    hallsRoute(app, shell, near);
    itemsRoute(app, shell, near);
    guideRoute(app, shell, near);
  };
}

function hallsRoute(app: App, shell: Shell, near: CatalogueNeighbours): void {
  const response = { 200: z.object({ halls: z.array(Hall) }) };
  const schema = { tags: ['catalogue'], summary: '大厅 / halls', response };
  app.get('/api/v1/halls', { config, schema }, async () => {
    const [halls, counts] = await Promise.all([near.halls(), countItems(shell.db)]);
    return { halls: halls.map((hall) => ({ ...hall, itemCount: counts.get(hall.jurisdiction) ?? 0 })) };
  });
}

function itemsRoute(app: App, shell: Shell, near: CatalogueNeighbours): void {
  const schema = {
    tags: ['catalogue'],
    summary: '查找事项 / search items',
    querystring: Asked,
    response: { 200: ItemList },
  };
  app.get('/api/v1/items', { config, schema }, (request) => listItems(shell, near, request.query));
}

function guideRoute(app: App, shell: Shell, near: CatalogueNeighbours): void {
  const schema = {
    tags: ['catalogue'],
    summary: '办事指南 / service guide',
    params: ItemParams,
    response: { 200: Guide },
  };
  app.get('/api/v1/items/:jurisdiction/:itemId', { config, schema }, async (request, reply) => {
    const { jurisdiction, itemId } = request.params;
    const entry = await entryInForce(shell.db, jurisdiction, itemId, dayOf(shell.now()));
    if (entry === undefined) return notFound(request, reply);
    const guide = guideOf(entry, await near.authorityNames(jurisdiction));
    if (isKnown(request, reply, guide.hash)) return notModified(reply);
    return reply.send(guide);
  });
}

async function listItems(shell: Shell, near: CatalogueNeighbours, asked: z.infer<typeof Asked>): Promise<ItemList> {
  const { jurisdiction, q, theme } = asked;
  const offset = Number(asked.cursor ?? 0);
  const [found, authorities] = await Promise.all([
    searchItems(shell.db, { jurisdiction, q, theme, offset, limit: PAGE }),
    near.authorityNames(jurisdiction),
  ]);
  const ids = found.hits.map(({ itemId }) => itemId);
  const entries = await entriesInForce(shell.db, jurisdiction, ids, dayOf(shell.now()));
  const items = found.hits.flatMap(({ itemId, matched }) => {
    const entry = entries.get(itemId);
    return entry === undefined ? [] : [summaryOf(entry, authorities, matched)];
  });
  const next = offset + PAGE < found.total ? { next: String(offset + PAGE) } : {};
  const nothing = found.themes.length === 0 && q !== undefined ? await inVain(shell, asked, q) : {};
  return { items, total: found.total, themes: [...found.themes], ...nothing, ...next };
}

async function inVain(
  shell: Shell,
  { jurisdiction, submitted }: z.infer<typeof Asked>,
  q: string,
): Promise<Pick<ItemList, 'nearest'>> {
  if (submitted !== undefined) await keepMissed(shell.db, jurisdiction, q, dayOf(shell.now()));
  return { nearest: [...(await nearestThemes(shell.db, jurisdiction, q))] };
}
