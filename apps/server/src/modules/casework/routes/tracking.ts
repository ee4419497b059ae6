import { ActAnswer, ActRequest, StoredFile, TrackGrant, TrackRequest, TrackView } from '@yimen/contract';
import { liveOf } from '@yimen/core/casework';
import { millisOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, trackedOf, type App } from '../../../platform/http/index.ts';
import { carryOut } from '../handle.ts';
import { findCase, type CaseRow } from '../snapshot.ts';
import { findByQueryCode, trackingToken, type CaseKey } from '../tracking.ts';
import { trackView } from '../view/trackView.ts';
import type { World } from '../world.ts';
import { answerFor, refuseAct } from './answers.ts';
import { takeUpload } from './files.ts';

const tags = ['tracking'];
const config = { policy: 'tracking' } as const;
const NumberParams = z.object({ number: z.string().max(40) });
/**
 * Tries of number and code a minute and address (P33). A whole hall stands behind one address, so not fewer; a code is one
 * of 31^8, so guessing sixty a minute takes longer than any case is kept.
 */
const TRIES_A_MINUTE = 60;
/** What an applicant may do to a running case. */
const APPLICANTS_ACTS: ReadonlySet<string> = new Set(['deliverCorrection', 'withdraw']);

/** What an applicant follows and answers without an account: one case, by its number and query code. */
export function trackingRoutes(world: World): (app: App) => void {
  return (app) => {
    grantRoute(app, world);
    viewRoutes(app, world);
    actRoutes(app, world);
  };
}

function grantRoute(app: App, world: World): void {
  app.post(
    '/api/v1/tracking',
    {
      config: { policy: 'public', rateLimit: { max: TRIES_A_MINUTE, timeWindow: 60_000 } },
      schema: { tags, summary: '查询办件 / follow a case', body: TrackRequest, response: { 200: TrackGrant } },
    },
    async (request, reply) => {
      const key = await findByQueryCode(world.shell.db, world.keys, request.body);
      const row = key === undefined ? undefined : await findCase(world.shell.db, key);
      if (key === undefined || row === undefined) return refuseWith(reply, { code: 'not_tracking' });
      const token = trackingToken(world.keys, key, millisOf(world.shell.realNow()));
      return reply.send({ token, number: row.number });
    },
  );
}

/** The case the token opens, if the address names it: a token for one case shows no other. */
export async function trackedCase(world: World, request: FastifyRequest, number: string) {
  const key: CaseKey = trackedOf(request);
  const row = await findCase(world.shell.db, key);
  return row?.number === number ? { key, row } : undefined;
}

function viewRoutes(app: App, world: World): void {
  app.get(
    '/api/v1/tracking/:number',
    { config, schema: { tags, summary: '办件进度 / progress', params: NumberParams, response: { 200: TrackView } } },
    async (request, reply) => {
      const tracked = await trackedCase(world, request, request.params.number);
      const view = tracked === undefined ? undefined : await trackView(world, tracked.key);
      return view === undefined ? notFound(request, reply) : reply.send(view);
    },
  );
  app.get(
    '/api/v1/tracking/:number/papers/:paperId.pdf',
    {
      config: { ...config, answers: { status: 200, type: 'application/pdf' } },
      schema: { tags, summary: '文书 / a paper', params: NumberParams.extend({ paperId: z.string().max(64) }) },
    },
    async (request, reply) => {
      const { number, paperId } = request.params;
      const tracked = await trackedCase(world, request, number);
      const bytes = tracked === undefined ? undefined : await world.near.paperFile(tracked.key, paperId);
      if (bytes === undefined) return notFound(request, reply);
      return sendBytes(reply, { bytes, name: `${paperId}.pdf`, mediaType: 'application/pdf' });
    },
  );
}

function actRoutes(app: App, world: World): void {
  app.post(
    '/api/v1/tracking/:number/files',
    {
      config: { ...config, takesFile: true },
      schema: {
        tags,
        summary: '上传补正材料 / upload',
        params: NumberParams,
        querystring: z.object({ requirementId: z.string().max(60).optional() }),
        response: { 200: StoredFile },
      },
    },
    async (request, reply) => {
      const tracked = await trackedCase(world, request, request.params.number);
      if (tracked === undefined) return notFound(request, reply);
      const { jurisdiction, caseId } = tracked.key;
      return takeUpload(world, request, reply, { jurisdiction, holder: `case:${caseId}` });
    },
  );
  app.post(
    '/api/v1/tracking/:number/acts',
    {
      config,
      schema: {
        tags,
        summary: '补正、撤回 / correct or withdraw',
        params: NumberParams,
        body: ActRequest,
        response: { 200: ActAnswer },
      },
    },
    async (request, reply) => {
      const tracked = await trackedCase(world, request, request.params.number);
      if (tracked === undefined) return notFound(request, reply);
      return applicantAct(world, tracked, request.body, reply);
    },
  );
}

async function applicantAct(
  world: World,
  { key, row }: { readonly key: CaseKey; readonly row: CaseRow },
  body: ActRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const { commands, ...rest } = body;
  if (!commands.every(({ type }) => APPLICANTS_ACTS.has(type)))
    return refuseWith(reply, { code: 'not_for_this_actor' });
  const by = { kind: 'applicant', name: liveOf(row.state)?.application.applicant.name ?? '申请人' } as const;
  const done = await carryOut(world, { key, ...rest, commands, by });
  if (!done.ok) return refuseWith(reply, await refuseAct(world, done.error, { key, commands: commands.length }));
  return reply.send(await answerFor(world, key.jurisdiction, done.value, by));
}
