import { Reply, ReplyAct, ReplyChange } from '@yimen/contract';
import { z } from 'zod';
import { notFound, type App } from '../../../platform/http/index.ts';
import { dropReply, findReply, saveReply } from '../replies.ts';
import type { World } from '../world.ts';
import { trackedCase } from './tracking.ts';

const tags = ['tracking'];
const config = { policy: 'tracking' } as const;
const Params = z.object({ number: z.string().max(40), act: ReplyAct });
const url = '/api/v1/tracking/:number/replies/:act';

/** What an applicant types for their case, kept as it is typed and found again on any device with number and code. */
export function replyRoutes(world: World): (app: App) => void {
  const { db } = world.shell;
  return (app) => {
    app.get(
      url,
      { config, schema: { tags, summary: '已填内容 / typed so far', params: Params, response: { 200: Reply } } },
      async (request, reply) => {
        const tracked = await trackedCase(world, request, request.params.number);
        if (tracked === undefined) return notFound(request, reply);
        return reply.send(await findReply(world, tracked.key, request.params.act));
      },
    );
    app.patch(
      url,
      {
        config,
        schema: { tags, summary: '保存 / save', params: Params, body: ReplyChange, response: { 200: Reply } },
      },
      async (request, reply) => {
        const tracked = await trackedCase(world, request, request.params.number);
        if (tracked === undefined) return notFound(request, reply);
        const { act } = request.params;
        return reply.send(await saveReply(world, tracked.key, { act, change: request.body }));
      },
    );
    app.delete(
      url,
      { config, schema: { tags, summary: '删除 / drop', params: Params, response: { 204: z.null() } } },
      async (request, reply) => {
        const tracked = await trackedCase(world, request, request.params.number);
        if (tracked === undefined) return notFound(request, reply);
        await dropReply(db, tracked.key, request.params.act);
        return reply.code(204).send(null);
      },
    );
  };
}
