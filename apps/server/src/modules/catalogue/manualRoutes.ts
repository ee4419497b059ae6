import { Manual } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, sendUnlessKnown, staffOf, type App } from '../../platform/http/index.ts';
import { hashOfJson } from './entry.ts';
import { handoutOf } from './handouts.ts';
import { makeManual, type MadeManual } from './manual.ts';
import { fullVersion, itemInForce } from './queries.ts';
import type { SheetWorld } from './sheetRoutes.ts';

const params = z.object({ itemId: z.string().max(120) });
const querystring = z.object({
  language: z.enum(['zh', 'en']).optional(),
  /** The version a running case keeps; the one in force where none is named. */
  version: z
    .string()
    .regex(/^[1-9]\d{0,5}$/)
    .transform(Number)
    .optional(),
});
const tags = ['catalogue desk'];
const AT = '/api/v1/desk/catalogue/items/:itemId/manual';

/** 业务手册 of an item, for the officers of its own hall: on the screen and on paper, made of the same facts. */
export function manualRoutes(world: SheetWorld): (app: App) => void {
  return (app) => {
    const page = { tags, summary: '业务手册 / handling manual', params, querystring, response: { 200: Manual } };
    app.get(AT, { config: { policy: 'staff' }, schema: page }, async (request, reply) => {
      const made = await manualFor(world, request);
      return made === undefined ? notFound(request, reply) : reply.send(made.answer);
    });
    const paper = { tags, summary: '业务手册（打印） / printed handling manual', params, querystring };
    const config = { policy: 'staff', answers: { status: 200, type: 'application/pdf' } } as const;
    app.get(`${AT}.pdf`, { config, schema: paper }, async (request, reply) => {
      const made = await manualFor(world, request);
      return made === undefined ? notFound(request, reply) : sendPaper(world, request, reply, made);
    });
  };
}

type Asked = FastifyRequest<{ Params: z.infer<typeof params>; Querystring: z.infer<typeof querystring> }>;

async function manualFor({ shell, near }: SheetWorld, request: Asked): Promise<MadeManual | undefined> {
  const { jurisdiction } = staffOf(request);
  const { version, language = 'zh' } = request.query;
  const { itemId } = request.params;
  const now = await itemInForce(shell.db, jurisdiction, itemId, dayOf(shell.now()));
  const asksForNow = version === undefined || version === now?.version;
  const item = asksForNow ? now : await fullVersion(shell.db, { jurisdiction, itemId, version });
  if (item === undefined) return undefined;
  return makeManual(item, { authorities: await near.authorityNames(jurisdiction), inForce: now?.version, language });
}

function sendPaper(world: SheetWorld, request: Asked, reply: FastifyReply, { guide, sheet }: MadeManual) {
  const { language = 'zh' } = request.query;
  const made = handoutOf({ kind: 'manual', guide, sheet, language, codes: [] });
  return sendUnlessKnown(request, reply, hashOfJson(made).toString('hex'), async () => ({
    bytes: (await world.print(made)).pdf,
    name: `manual-${guide.id}.pdf`,
    mediaType: 'application/pdf',
  }));
}
