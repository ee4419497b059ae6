import { Month_, ScoreEntryRequest, ScoreSheetRequest, ScoresView, ScoreView } from '@yimen/contract';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, type App } from '../../../platform/http/index.ts';
import { askingOf } from '../asking.ts';
import { monthDue } from '../ledgers/duties.ts';
import { todayOf, type Supervision } from '../world.ts';
import { postScoreRoutes } from './postRoutes.ts';
import { chooseSheet, enterPoints, type ScoreProblem } from './sheets.ts';
import { scoresOf, scoreView } from './view.ts';

const tags = ['supervision'];
const heads = {
  policy: { roles: ['supervisor', 'dutyManager', 'windowHead', 'authorityHead', 'chiefRepresentative'] },
} as const;
const supervisor = { policy: { roles: ['supervisor'] } } as const;
const ScoreParams = z.object({ authority: z.string().min(1).max(60), month: Month_ });

/** 绩效计分: departments by month, by a sheet that is data; every point opens what it stands on. */
export function scoreRoutes(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/scores',
    {
      config: heads,
      schema: {
        tags,
        summary: '部门月度计分 / scores of departments',
        querystring: z.object({ month: Month_.optional() }),
        response: { 200: ScoresView },
      },
    },
    (request) =>
      askingOf(world, request).then((asking) =>
        scoresOf(world, asking, request.query.month ?? monthDue(todayOf(world))),
      ),
  );
  app.get(
    '/api/v1/desk/supervision/scores/:authority/:month',
    {
      config: heads,
      schema: {
        tags,
        summary: '一个部门的计分 / a department’s score',
        params: ScoreParams,
        response: { 200: ScoreView },
      },
    },
    async (request, reply) => {
      const asking = await askingOf(world, request);
      const view = await scoreView(world, asking, { jurisdiction: asking.jurisdiction, ...request.params });
      return view === undefined ? notFound(request, reply) : view;
    },
  );
  writeRoutes(world, app);
  postScoreRoutes(world, app);
}

function writeRoutes(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/scores/:authority/:month/entries',
    {
      config: supervisor,
      schema: {
        tags,
        summary: '登记扣分、加分 / enter points',
        params: ScoreParams,
        body: ScoreEntryRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const known = (await world.near.authorityNames(jurisdiction)).has(request.params.authority);
      if (!known) return notFound(request, reply);
      const { authority: scored, month } = request.params;
      const done = await enterPoints(world, {
        jurisdiction,
        standing,
        subject: 'department',
        scored,
        month,
        ...request.body,
      });
      return done.ok ? reply.code(204).send(null) : refused(reply, done.error);
    },
  );
  sheetRoute(world, app);
}

function sheetRoute(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/scores/sheet',
    {
      config: supervisor,
      schema: {
        tags,
        summary: '选定计分模型 / choose the sheet',
        body: ScoreSheetRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await chooseSheet(world, { jurisdiction, standing, ...request.body });
      return done.ok ? reply.code(204).send(null) : refused(reply, done.error);
    },
  );
}

const refused = (reply: FastifyReply, problem: ScoreProblem): FastifyReply => refuseWith(reply, problem);
