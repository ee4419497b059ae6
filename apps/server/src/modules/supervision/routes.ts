import {
  Board,
  CardActed_,
  CardActRequest,
  CardDuty,
  CardList,
  CardView,
  Day_,
  FiguresAnswer,
  PowersAnswer,
  RowsAnswer,
  UrgeRequest,
} from '@yimen/contract';
import type { Day } from '@yimen/kernel';
import { families, levels, phases } from '@yimen/core/supervision';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, type App } from '../../platform/http/index.ts';
import { askingOf, scopeOf } from './asking.ts';
import { asSupervisor } from './asSupervisor.ts';
import { boardOf } from './board.ts';
import { cardDuty, listCards, viewCard } from './cards.ts';
import type { Asking } from './sight.ts';
import { figuresOf, figureView } from './figures.ts';
import { actOnCard, type CardProblem } from './handle.ts';
import { powersOf } from './powers.ts';
import { caseFigures, rowsOf } from './rows.ts';
import { accountabilityRoutes } from './accountability/routes.ts';
import { ledgerRoutes } from './ledgers/routes.ts';
import { proposalRoutes } from './proposals/routes.ts';
import { publishingRoutes } from './publishing/routes.ts';
import { ruleRoutes } from './rules/routes.ts';
import { scoreRoutes } from './scores/routes.ts';
import { streamBoard } from './stream.ts';
import { urgeCase } from './urge.ts';
import { todayOf, type Supervision } from './world.ts';

const tags = ['supervision'];
const staff = { policy: 'staff' } as const;
/** The board is for whoever watches over the hall or answers for a department; a department's sees its own lines. */
const board = {
  policy: { roles: ['supervisor', 'dutyManager', 'windowHead', 'authorityHead', 'chiefRepresentative'] },
} as const;

const names = <T extends string>(table: Readonly<Record<T, unknown>>) => z.enum(Object.keys(table) as [T, ...T[]]);
const flag = z.enum(['true']).transform(() => true);
const CardQuery = z.object({
  level: names(levels).optional(),
  family: names(families).optional(),
  phase: names(phases).optional(),
  authority: z.string().max(60).optional(),
  caseId: z.string().max(60).optional(),
  open: flag.optional(),
  mine: flag.optional(),
  upheld: flag.optional(),
  from: Day_.optional(),
  to: Day_.optional(),
});
const PeriodQuery = z.object({ from: Day_.optional(), to: Day_.optional(), authority: z.string().max(60).optional() });
const RowsQuery = PeriodQuery.extend({
  figure: z.enum(caseFigures as [(typeof caseFigures)[number], ...typeof caseFigures]),
});
const CardParams = z.object({ cardId: z.string().max(60) });

const monthOf = (today: Day): Day => `${today.slice(0, 8)}01` as Day;

export function supervisionRoutes(world: Supervision): (app: App) => void {
  return (app) => {
    boardRoutes(world, app);
    figureRoutes(world, app);
    cardRoutes(world, app);
    actRoutes(world, app);
    ledgerRoutes(world, app);
    scoreRoutes(world, app);
    publishingRoutes(world)(app);
    accountabilityRoutes(world, app);
    proposalRoutes(world, app);
    ruleRoutes(world, app);
  };
}

function boardRoutes(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/board',
    { config: board, schema: { tags, summary: '监察看板 / the board', response: { 200: Board } } },
    (request) => askingOf(world, request).then((asking) => boardOf(world, asking.jurisdiction, scopeOf(asking))),
  );
  app.get(
    '/api/v1/desk/supervision/events',
    {
      config: { ...board, answers: { status: 200, type: 'text/event-stream' } },
      schema: { tags, summary: '看板实时数据 / the board as it changes' },
    },
    (request, reply) => streamBoard(world, request, reply),
  );
}

function figureRoutes(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/figures',
    {
      config: board,
      schema: { tags, summary: '月度指标 / figures', querystring: PeriodQuery, response: { 200: FiguresAnswer } },
    },
    (request) => askingOf(world, request).then((asking) => figuresAnswer(world, asking, request.query)),
  );
  app.get(
    '/api/v1/desk/supervision/rows',
    {
      config: board,
      schema: {
        tags,
        summary: '数字背后的办件 / the cases behind a number',
        querystring: RowsQuery,
        response: { 200: RowsAnswer },
      },
    },
    (request) => askingOf(world, request).then((asking) => rowsAnswer(world, asking, request.query)),
  );
  powersRoute(world, app);
}

function powersRoute(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/powers',
    {
      config: board,
      schema: {
        tags,
        summary: '授权率、既受又理率 / what the hall may do by itself',
        querystring: z.object({ on: Day_.optional(), authority: z.string().max(60).optional() }),
        response: { 200: PowersAnswer },
      },
    },
    (request) =>
      askingOf(world, request).then((asking) => {
        const { on = todayOf(world), authority } = request.query;
        return powersOf(world, { jurisdiction: asking.jurisdiction, on, authorities: scopeOf(asking, authority) });
      }),
  );
}

function rowsAnswer(
  world: Supervision,
  asking: Asking,
  { authority, ...wanted }: z.infer<typeof RowsQuery>,
): Promise<RowsAnswer> {
  return rowsOf(world, { jurisdiction: asking.jurisdiction, ...wanted, authorities: scopeOf(asking, authority) });
}

async function figuresAnswer(
  world: Supervision,
  asking: Asking,
  query: z.infer<typeof PeriodQuery>,
): Promise<FiguresAnswer> {
  const to = query.to ?? todayOf(world);
  const from = query.from ?? monthOf(to);
  const authorities = scopeOf(asking, query.authority);
  const figures = await asSupervisor(world, (tx) =>
    figuresOf(tx, { jurisdiction: asking.jurisdiction, from, to, authorities }),
  );
  return {
    from,
    to,
    figures: figures.map(figureView),
  };
}

function cardRoutes(world: Supervision, app: App): void {
  app.get(
    '/api/v1/desk/supervision/cards',
    { config: staff, schema: { tags, summary: '牌 / cards', querystring: CardQuery, response: { 200: CardList } } },
    (request) => askingOf(world, request).then((asking) => listCards(world, asking, request.query)),
  );
  app.get(
    '/api/v1/desk/supervision/duty',
    { config: staff, schema: { tags, summary: '待我办理的牌 / cards that wait for me', response: { 200: CardDuty } } },
    (request) => askingOf(world, request).then((asking) => cardDuty(world, asking)),
  );
  app.get(
    '/api/v1/desk/supervision/cards/:cardId',
    { config: staff, schema: { tags, summary: '一张牌 / a card', params: CardParams, response: { 200: CardView } } },
    async (request, reply) => {
      const view = await viewCard(world, await askingOf(world, request), request.params.cardId);
      return view === undefined ? notFound(request, reply) : view;
    },
  );
}

function actRoutes(world: Supervision, app: App): void {
  app.post(
    '/api/v1/desk/supervision/cards/:cardId/acts',
    {
      config: staff,
      schema: {
        tags,
        summary: '说明、申诉、核实、整改 / act on a card',
        params: CardParams,
        body: CardActRequest,
        response: { 200: CardActed_ },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await actOnCard(world, { jurisdiction, standing, cardId: request.params.cardId, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
  app.post(
    '/api/v1/desk/supervision/urgings',
    {
      config: { policy: { roles: ['supervisor', 'dutyManager', 'chiefRepresentative', 'authorityHead'] } },
      schema: { tags, summary: '督办 / urge a case', body: UrgeRequest, response: { 200: CardActed_ } },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await urgeCase(world, { jurisdiction, standing, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
}

function refused(request: FastifyRequest, reply: FastifyReply, problem: CardProblem): FastifyReply {
  return problem.code === 'not_found' ? notFound(request, reply) : refuseWith(reply, problem);
}
