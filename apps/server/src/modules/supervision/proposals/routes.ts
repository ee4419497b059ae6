import { ProposalActed, ProposalActRequest, ProposalList, ProposalRequest, ProposalView } from '@yimen/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, type App } from '../../../platform/http/index.ts';
import { askingOf } from '../asking.ts';
import type { Supervision } from '../world.ts';
import { actOnProposal, issueProposal, type ProposalProblem } from './store.ts';
import { proposalsOf, readProposal, viewProposal } from './view.ts';

const tags = ['supervision'];
const heads = {
  policy: { roles: ['supervisor', 'dutyManager', 'windowHead', 'authorityHead', 'chiefRepresentative'] },
} as const;
const supervisor = { policy: { roles: ['supervisor'] } } as const;
const parties = { policy: { roles: ['supervisor', 'authorityHead'] } } as const;
const Params = z.object({ proposalId: z.string().max(64) });
const AT = '/api/v1/desk/supervision/proposals';
const PDF = 'application/pdf';

/** 监察建议书: issued from cards, served, answered, closed. */
export function proposalRoutes(world: Supervision, app: App): void {
  readRoutes(world, app);
  actRoutes(world, app);
}

function readRoutes(world: Supervision, app: App): void {
  app.get(
    AT,
    { config: heads, schema: { tags, summary: '监察建议书 / proposals', response: { 200: ProposalList } } },
    (request) => askingOf(world, request).then((asking) => proposalsOf(world, asking)),
  );
  app.get(
    `${AT}/:proposalId`,
    {
      config: heads,
      schema: { tags, summary: '一份监察建议书 / a proposal', params: Params, response: { 200: ProposalView } },
    },
    async (request, reply) => {
      const view = await viewProposal(world, await askingOf(world, request), request.params.proposalId);
      return view === undefined ? notFound(request, reply) : view;
    },
  );
  app.get(
    `${AT}/:proposalId/paper`,
    {
      config: { ...heads, answers: { status: 200, type: PDF } },
      schema: { tags, summary: '监察建议书（PDF） / the sealed paper', params: Params },
    },
    async (request, reply) => {
      const proposal = await readProposal(world, await askingOf(world, request), request.params.proposalId);
      const bytes = proposal === undefined ? null : await world.near.fileBytes(proposal.issued.paper);
      if (proposal === undefined || bytes === null) return notFound(request, reply);
      const { number } = proposal.issued;
      return sendBytes(reply, { bytes, name: `${number}.pdf`, mediaType: PDF });
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
        summary: '发监察建议书 / issue a proposal',
        body: ProposalRequest,
        response: { 200: ProposalActed },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await issueProposal(world, { jurisdiction, standing, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
  app.post(
    `${AT}/:proposalId/acts`,
    {
      config: parties,
      schema: {
        tags,
        summary: '签收、回复、审核 / receive, answer, examine',
        params: Params,
        body: ProposalActRequest,
        response: { 200: ProposalActed },
      },
    },
    async (request, reply) => {
      const { jurisdiction, standing } = await askingOf(world, request);
      const done = await actOnProposal(world, { jurisdiction, standing, ...request.params, ...request.body });
      return done.ok ? done.value : refused(request, reply, done.error);
    },
  );
}

function refused(request: FastifyRequest, reply: FastifyReply, problem: ProposalProblem): FastifyReply {
  return problem.code === 'not_found' ? notFound(request, reply) : refuseWith(reply, problem);
}
