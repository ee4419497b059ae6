import { Month_, PostScoresView, ScoreEntryRequest, ScoreView } from '@yimen/contract';
import { z } from 'zod';
import { notFound, refuseWith, type App } from '../../../platform/http/index.ts';
import { askingOf } from '../asking.ts';
import { monthDue } from '../ledgers/duties.ts';
import { todayOf, type Supervision } from '../world.ts';
import { postScoresOf, postScoreView } from './posts.ts';
import { enterPoints } from './sheets.ts';

const tags = ['supervision'];
/** Any officer may ask: whoever may see no post is answered with none. */
const staff = { policy: 'staff' } as const;
const supervisor = { policy: { roles: ['supervisor'] } } as const;
const PostParams = z.object({ post: z.string().min(1).max(60), month: Month_ });

/** 岗位计分: posts by month, for those a post's score concerns. */
export function postScoreRoutes(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/post-scores',
    {
      config: staff,
      schema: {
        tags,
        summary: '岗位月度计分 / scores of posts',
        querystring: z.object({ month: Month_.optional() }),
        response: { 200: PostScoresView },
      },
    },
    (request) =>
      askingOf(world, request).then((asking) =>
        postScoresOf(world, asking, request.query.month ?? monthDue(todayOf(world))),
      ),
  );
  app.get(
    '/api/v1/desk/supervision/post-scores/:post/:month',
    {
      config: staff,
      schema: { tags, summary: '一个岗位的计分 / a post’s score', params: PostParams, response: { 200: ScoreView } },
    },
    async (request, reply) => {
      const view = await postScoreView(world, await askingOf(world, request), request.params);
      return view === undefined ? notFound(request, reply) : view;
    },
  );
  entryRoute(world, app);
}

function entryRoute(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/post-scores/:post/:month/entries',
    {
      config: supervisor,
      schema: {
        tags,
        summary: '登记岗位扣分、加分 / enter points of a post',
        params: PostParams,
        body: ScoreEntryRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const asking = await askingOf(world, request);
      if ((await postScoreView(world, asking, request.params)) === undefined) return notFound(request, reply);
      const { post: scored, month } = request.params;
      const done = await enterPoints(world, { ...asking, subject: 'post', scored, month, ...request.body });
      return done.ok ? reply.code(204).send(null) : refuseWith(reply, done.error);
    },
  );
}
