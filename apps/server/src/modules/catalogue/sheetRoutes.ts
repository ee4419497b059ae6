import { Checklist, ChecklistRequest, JurisdictionCode } from '@yimen/contract';
import { guideSheet, type ServiceItem } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { qrSvg, type Handout } from '../../platform/documents/index.ts';
import { notFound, refuseWith, sendBytes, sendUnlessKnown, type App } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { makeChecklist, type MadeChecklist } from './checklist.ts';
import { guideOf } from './guide.ts';
import { handoutOf, type SheetKind } from './handouts.ts';
import { itemInForce } from './queries.ts';
import { CATALOGUE_REFUSALS } from './refusals.ts';
import type { CatalogueNeighbours } from './routes.ts';

/** What the sheets need besides the catalogue: the press, and where the public reaches the portal. */
export interface SheetWorld {
  readonly shell: Shell;
  readonly near: CatalogueNeighbours;
  readonly print: (handout: Handout) => Promise<{ readonly pdf: Uint8Array }>;
  readonly origin: string;
}

const params = z.object({ jurisdiction: JurisdictionCode, itemId: z.string().max(120) });
const tags = ['catalogue'];
const policy = 'public' as const;
const pdf = { status: 200, type: 'application/pdf' } as const;

/** The notice of an item, and the checklist of one person's situation, on screen and on paper. */
export function sheetRoutes(world: SheetWorld): (app: App) => void {
  return (app) => {
    noticeRoute(app, world);
    checklistRoute(app, world);
    checklistPdfRoute(app, world);
    mapRoute(app, world);
  };
}

function noticeRoute(app: App, world: SheetWorld): void {
  const querystring = z.object({ language: z.enum(['zh', 'en']).optional() });
  const schema = { tags, summary: '服务告知单 / notice sheet', params, querystring };
  app.get(
    '/api/v1/items/:jurisdiction/:itemId/notice.pdf',
    { config: { policy, answers: pdf }, schema },
    (request, reply) =>
      withItem(world, request, reply, async (item) => {
        const { language = 'zh' } = request.query;
        const guide = guideOf(item, await world.near.authorityNames(item.jurisdiction));
        return sendUnlessKnown(request, reply, `${guide.hash}-${language}`, async () => {
          const sheet = guideSheet(guide, language);
          const codes = [guideCode(world, item, language)];
          const made = await world.print(handoutOf({ kind: 'notice', guide, sheet, language, codes }));
          return pdfFile(made.pdf, item, 'notice');
        });
      }),
  );
}

function checklistRoute(app: App, world: SheetWorld): void {
  const schema = {
    tags,
    summary: '个人材料清单 / checklist',
    params,
    body: ChecklistRequest,
    response: { 200: Checklist },
  };
  app.post('/api/v1/items/:jurisdiction/:itemId/checklist', { config: { policy }, schema }, (request, reply) =>
    withChecklist(world, request, reply, ({ answer }) => reply.send(answer)),
  );
}

function checklistPdfRoute(app: App, world: SheetWorld): void {
  const schema = { tags, summary: '个人材料清单（打印） / printed checklist', params, body: ChecklistRequest };
  app.post(
    '/api/v1/items/:jurisdiction/:itemId/checklist.pdf',
    { config: { policy, answers: pdf }, schema },
    (request, reply) =>
      withChecklist(world, request, reply, async ({ guide, sheet }, item) => {
        const { language = 'zh' } = request.body;
        const map = {
          content: await mapOf(world, item.jurisdiction),
          caption: words(language, '扫码导航到大厅', 'The way here'),
        };
        const codes = [guideCode(world, item, language), map];
        const made = await world.print(handoutOf({ kind: 'checklist', guide, sheet, language, codes }));
        return sendBytes(reply, pdfFile(made.pdf, item, 'checklist'));
      }),
  );
}

/** A code that a telephone opens in whatever map it has; nobody else's service is asked. */
function mapRoute(app: App, world: SheetWorld): void {
  const schema = {
    tags,
    summary: '大厅位置码 / code of the way to the hall',
    params: z.object({ jurisdiction: JurisdictionCode }),
  };
  app.get(
    '/api/v1/halls/:jurisdiction/map-code.svg',
    { config: { policy, answers: { status: 200, type: 'image/svg+xml' } }, schema },
    async (request, reply) => {
      const content = await mapOf(world, request.params.jurisdiction);
      if (content === '') return notFound(request, reply);
      return sendBytes(reply, { bytes: Buffer.from(qrSvg(content)), name: 'map.svg', mediaType: 'image/svg+xml' });
    },
  );
}

const words = (language: 'zh' | 'en', zh: string, en: string): string => (language === 'zh' ? zh : en);

async function mapOf({ near }: SheetWorld, jurisdiction: string): Promise<string> {
  const hall = (await near.halls()).find((one) => one.jurisdiction === jurisdiction);
  return hall === undefined ? '' : `geo:0,0?q=${encodeURIComponent(`${hall.address} ${hall.name}`)}`;
}

function guideCode({ origin }: SheetWorld, { jurisdiction, id }: ServiceItem, language: 'zh' | 'en') {
  return {
    content: `${origin}/halls/${jurisdiction}/items/${encodeURIComponent(id)}`,
    caption: words(language, '扫码看最新指南', 'The guide as it is now'),
  };
}

const pdfFile = (bytes: Uint8Array, { id }: ServiceItem, kind: SheetKind) => ({
  bytes,
  name: `${kind}-${id}.pdf`,
  mediaType: 'application/pdf',
});

type OfItem = FastifyRequest<{ Params: z.infer<typeof params> }>;

async function withItem(
  { shell }: SheetWorld,
  request: OfItem,
  reply: FastifyReply,
  answer: (item: ServiceItem) => Promise<FastifyReply>,
) {
  const { jurisdiction, itemId } = request.params;
  const item = await itemInForce(shell.db, jurisdiction, itemId, dayOf(shell.now()));
  return item === undefined ? notFound(request, reply) : answer(item);
}

function withChecklist(
  world: SheetWorld,
  request: FastifyRequest<{ Params: z.infer<typeof params>; Body: ChecklistRequest }>,
  reply: FastifyReply,
  answer: (made: MadeChecklist, item: ServiceItem) => FastifyReply | Promise<FastifyReply>,
) {
  return withItem(world, request, reply, async (item) => {
    const made = makeChecklist(item, request.body, await world.near.authorityNames(item.jurisdiction));
    if (made.ok) return answer(made.value, item);
    return refuseWith(reply, CATALOGUE_REFUSALS.situation_unclear);
  });
}
