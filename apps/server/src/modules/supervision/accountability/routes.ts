import {
  AccountabilityActed,
  AccountabilityActRequest,
  AccountabilityChoice,
  AccountabilityList,
  AccountabilityRequest,
  AccountabilityView,
  MisconductRequest,
  MisconductView,
} from '@yimen/contract';
import { misconductFields } from '@yimen/core/supervision';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, type App } from '../../../platform/http/index.ts';
import { askingOf } from '../asking.ts';
import type { Asking } from '../sight.ts';
import type { Supervision } from '../world.ts';
import { dictionaryOf, layDown } from './dictionaries.ts';
import { actOnAccount, openAccount, type AccountProblem } from './store.ts';
import { accountsOf, choiceFrom, choiceOf, viewAccount } from './view.ts';

const tags = ['supervision'];
/** The person concerned may be anybody: whose case it is decides, behind the door. */
const staff = { policy: 'staff' } as const;
const supervisor = { policy: { roles: ['supervisor'] } } as const;
const Params = z.object({ accountId: z.string().max(64) });
const AT = '/api/v1/desk/supervision/accountability';
const KINDS = '/api/v1/desk/supervision/misconduct';

/** 责任追究: opened from cards, verified, stated to, decided, served, appealed, reviewed, closed. */
export function accountabilityRoutes(world: Supervision, app: App): void {
  choiceRoute(world, app);
  readRoutes(world, app);
  actRoutes(world, app);
  dictionaryRoutes(world, app);
}

function readRoutes(world: Supervision, app: App): void {
  app.get(
    AT,
    {
      config: staff,
      schema: { tags, summary: '责任追究 / accountability cases', response: { 200: AccountabilityList } },
    },
    (request) => askingOf(world, request).then((asking) => accountsOf(world, asking)),
  );
  app.get(
    `${AT}/:accountId`,
    {
      config: staff,
      schema: {
        tags,
        summary: '一件责任追究 / an accountability case',
        params: Params,
        response: { 200: AccountabilityView },
      },
    },
    async (request, reply) => {
      const view = await viewAccount(world, await askingOf(world, request), request.params.accountId);
      return view === undefined ? notFound(request, reply) : view;
    },
  );
}

function choiceRoute(world: Supervision, app: App): void {
  app.get(
    `${AT}/choice`,
    {
      config: supervisor,
      schema: {
        tags,
        summary: '转责任追究可选的人员 / about whom a card may become a case',
        querystring: z.object({ card: z.string().max(60).optional(), authority: z.string().max(60).default('centre') }),
        response: { 200: AccountabilityChoice },
      },
    },
    async (request, reply) => {
      const { card, authority } = request.query;
      const asking = await askingOf(world, request);
      const choice = await (card === undefined ? choiceOf(world, asking, authority) : choiceFrom(world, asking, card));
      return choice === undefined ? notFound(request, reply) : choice;
    },
  );
}

function actRoutes(world: Supervision, app: App): void {
  app.post(
    AT,
    {
      config: supervisor,
      schema: {
        tags,
        summary: '立案 / open a case about somebody',
        body: AccountabilityRequest,
        response: { 200: AccountabilityActed },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await openAccount(world, { jurisdiction, standing, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
  app.post(
    `${AT}/:accountId/acts`,
    {
      config: staff,
      schema: {
        tags,
        summary: '核实、陈述、决定、送达、申诉、复核、结案 / verify, state, decide, serve, appeal, review, close',
        params: Params,
        body: AccountabilityActRequest,
        response: { 200: AccountabilityActed },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await actOnAccount(world, { jurisdiction, standing, ...request.params, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
}

function dictionaryRoutes(world: Supervision, app: App): void {
  app.get(
    KINDS,
    {
      config: staff,
      schema: { tags, summary: '过错行为字典 / the dictionary of misconduct', response: { 200: MisconductView } },
    },
    (request) => askingOf(world, request).then((asking) => misconductOf(world, asking)),
  );
  app.post(
    KINDS,
    {
      config: supervisor,
      schema: {
        tags,
        summary: '公布本地字典 / lay down a dictionary of one’s own',
        body: MisconductRequest,
        response: { 204: z.null() },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const { commandId, ...dictionary } = request.body;
      const done = await layDown(world, { jurisdiction, standing, commandId, dictionary });
      return done.ok ? reply.code(204).send(null) : refuseWith(reply, done.error);
    },
  );
}

async function misconductOf(world: Supervision, { jurisdiction, actor }: Asking): Promise<MisconductView> {
  const { kinds, ...head } = await dictionaryOf(world, jurisdiction);
  const mayLayDown = actor.roles.includes('supervisor');
  return { ...head, kinds: [...kinds], fieldNames: misconductFields, mayLayDown };
}

function refused(request: FastifyRequest, reply: FastifyReply, problem: AccountProblem): FastifyReply {
  return problem.code === 'not_found' ? notFound(request, reply) : refuseWith(reply, problem);
}
