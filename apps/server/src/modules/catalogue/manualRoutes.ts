import { manualSheet, type ServiceItem } from '@yimen/core/catalogue';
import { checkPaper, paperKinds, paperWords, specimens } from '@yimen/core/documents';
import { dayOf } from '@yimen/kernel';
import { z } from 'zod';
import { notFound, sendUnlessKnown, staffOf, type App } from '../../platform/http/index.ts';
import { hashOfJson } from './entry.ts';
import { guideOf } from './guide.ts';
import { handoutOf } from './handouts.ts';
import { itemInForce } from './queries.ts';
import type { SheetWorld } from './sheetRoutes.ts';

const params = z.object({ itemId: z.string().max(120) });
const querystring = z.object({ language: z.enum(['zh', 'en']).optional() });

/** 业务手册 of an item, for the officers of its own hall. */
export function manualRoutes(world: SheetWorld): (app: App) => void {
  return (app) => {
    const schema = { tags: ['catalogue desk'], summary: '业务手册 / handling manual', params, querystring };
    const config = { policy: 'staff', answers: { status: 200, type: 'application/pdf' } } as const;
    app.get('/api/v1/desk/catalogue/items/:itemId/manual.pdf', { config, schema }, async (request, reply) => {
      const { language = 'zh' } = request.query;
      const { jurisdiction } = staffOf(request);
      const item = await itemInForce(world.shell.db, jurisdiction, request.params.itemId, dayOf(world.shell.now()));
      if (item === undefined) return notFound(request, reply);
      const made = manualOf(item, await world.near.authorityNames(jurisdiction), language);
      return sendUnlessKnown(request, reply, hashOfJson(made).toString('hex'), async () => ({
        bytes: (await world.print(made)).pdf,
        name: `manual-${item.id}.pdf`,
        mediaType: 'application/pdf',
      }));
    });
  };
}

function manualOf(item: ServiceItem, authorities: ReadonlyMap<string, string>, language: 'zh' | 'en') {
  const guide = guideOf(item, authorities);
  const { detail } = guide;
  if (detail === undefined) throw new Error(`${item.id} is full and has no detail`);
  const parts = { discretion: item.discretion ?? [], templates: templateNames(item) };
  const sheet = manualSheet({ ...guide, detail }, parts, language);
  return handoutOf({ kind: 'manual', guide, sheet, language, codes: [] });
}

/** The papers a case is handled with, by the titles they bear; a licence is called what the item grants. */
function templateNames({ kind, result }: ServiceItem): readonly string[] {
  // The specimens are those of a licence; papers of other kinds of power have titles of their own.
  const kinds = kind === 'licence' ? paperKinds.filter((one) => one !== 'licence') : [];
  const titles = kinds.flatMap((one) => {
    const checked = checkPaper(specimens[one]);
    return checked.ok ? [paperWords(checked.value).title] : [];
  });
  return [...new Set([...titles, result.name])];
}
