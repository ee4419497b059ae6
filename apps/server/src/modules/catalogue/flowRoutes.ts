import { flowOf, flowPicture, type ServiceItem } from '@yimen/core/catalogue';
import { JurisdictionCode } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { ncName, writeBpmn } from '../../platform/bpmn/index.ts';
import { notFound, sendBytes, type App } from '../../platform/http/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { itemInForce } from './queries.ts';
import type { CatalogueNeighbours } from './routes.ts';

type Near = Pick<CatalogueNeighbours, 'authorityNames'>;

const params = z.object({ jurisdiction: JurisdictionCode, itemId: z.string().max(120) });
const querystring = z.object({ language: z.enum(['zh', 'en']).optional() });
const tags = ['catalogue'];
const policy = 'public' as const;

/** The procedure in force as a picture and as BPMN 2.0; what is published for information only has none. */
export function flowRoutes(shell: Shell, near: Near): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/items/:jurisdiction/:itemId/flow.svg',
      {
        config: { policy, answers: { status: 200, type: 'image/svg+xml' } },
        schema: { tags, summary: '流程图 / flowchart', params, querystring },
      },
      (request, reply) =>
        withItem(shell, request, reply, async (item) => {
          const names = await near.authorityNames(item.jurisdiction);
          const { language = 'zh' } = request.query;
          const flow = flowOf(item, (authority) => names.get(authority) ?? authority);
          return file(flowPicture(flow, { title: item.name, language }), `${ncName(item.id)}.svg`, 'image/svg+xml');
        }),
    );
    app.get(
      '/api/v1/items/:jurisdiction/:itemId/flow.bpmn',
      {
        config: { policy, answers: { status: 200, type: 'application/xml' } },
        schema: { tags, summary: '流程模型（BPMN 2.0） / process model', params },
      },
      (request, reply) =>
        withItem(shell, request, reply, async (item) => {
          const names = await near.authorityNames(item.jurisdiction);
          const flow = flowOf(item, (authority) => names.get(authority) ?? authority);
          return file(await writeBpmn(flow, item), `${ncName(item.id)}.bpmn`, 'application/xml');
        }),
    );
  };
}

interface Sent {
  readonly bytes: Uint8Array;
  readonly name: string;
  readonly mediaType: string;
}

const file = (text: string, name: string, mediaType: string): Sent => ({
  bytes: Buffer.from(text, 'utf8'),
  name,
  mediaType: `${mediaType}; charset=utf-8`,
});

async function withItem(
  shell: Shell,
  request: FastifyRequest<{ Params: { jurisdiction: string; itemId: string } }>,
  reply: FastifyReply,
  make: (item: ServiceItem) => Promise<Sent>,
) {
  const { jurisdiction, itemId } = request.params;
  const item = await itemInForce(shell.db, jurisdiction, itemId, dayOf(shell.now()));
  return item === undefined ? notFound(request, reply) : sendBytes(reply, await make(item));
}
