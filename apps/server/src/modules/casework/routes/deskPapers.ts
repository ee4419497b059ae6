import { PaperView } from '@yimen/contract';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, staffOf, type App } from '../../../platform/http/index.ts';
import { handles } from '../reveal.ts';
import { findCase } from '../snapshot.ts';
import type { CaseKey } from '../tracking.ts';
import type { World } from '../world.ts';
import { officerAt } from './answers.ts';
import { recordTaken, seenKey } from './deskCases.ts';

const CaseParams = z.object({ caseId: z.string().max(64) });
const PaperParams = CaseParams.extend({ paperId: z.string().max(64) });
const tags = ['desk'];
const config = { policy: 'staff' } as const;
const pdf = { ...config, answers: { status: 200, type: 'application/pdf' } } as const;

export const PAPER_REFUSALS = {
  not_handling: {
    code: 'not_handling',
    words: {
      zh: '只有承办本办件的人员可以要求重新制作文书。',
      en: 'Only officers handling this case may have a paper made again.',
    },
  },
  paper_not_failed: {
    code: 'paper_not_failed',
    words: {
      zh: '该文书没有制作失败，无须重新制作。',
      en: 'The paper did not fail; it need not be made again.',
    },
  },
} as const;

/** The papers of a case: taken away, asked for once more, and all of them as its file. */
export function deskPaperRoutes(world: World): (app: App) => void {
  return (app) => {
    paperRoute(app, world);
    againRoute(app, world);
    caseFileRoute(app, world);
  };
}

function paperRoute(app: App, world: World): void {
  app.get(
    '/api/v1/desk/cases/:caseId/papers/:paperId.pdf',
    { config: pdf, schema: { tags, summary: '文书 / a paper', params: PaperParams } },
    async (request, reply) => {
      const viewer = await officerAt(world, staffOf(request));
      const { caseId, paperId } = request.params;
      const key = await seenKey(world, viewer, caseId);
      const bytes = key === undefined ? undefined : await world.near.paperFile(key, paperId);
      if (bytes === undefined) return notFound(request, reply);
      await recordTaken(world, request, { key, type: 'fileDownloaded', what: { paperId } });
      return sendPdf(reply, bytes, paperId);
    },
  );
}

function againRoute(app: App, world: World): void {
  app.post(
    '/api/v1/desk/cases/:caseId/papers/:paperId/again',
    {
      config,
      schema: {
        tags,
        summary: '重新制作失败的文书 / make a failed paper again',
        params: PaperParams,
        response: { 200: PaperView },
      },
    },
    async (request, reply) => {
      const viewer = await officerAt(world, staffOf(request));
      const { caseId, paperId } = request.params;
      const key = await seenKey(world, viewer, caseId);
      const row = key === undefined ? undefined : await findCase(world.shell.db, key);
      if (key === undefined || row === undefined) return notFound(request, reply);
      if (!handles(world, viewer, row)) return refuseWith(reply, PAPER_REFUSALS.not_handling);
      return sendAgain(world, request, reply, { key, paperId });
    },
  );
}

interface Wanted {
  readonly key: CaseKey;
  readonly paperId: string;
}

async function sendAgain(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  { key, paperId }: Wanted,
): Promise<FastifyReply> {
  const asked = await world.near.paperAgain(key, paperId);
  if (!asked.ok && asked.error === 'paper_not_failed') return refuseWith(reply, PAPER_REFUSALS.paper_not_failed);
  const paper = (await world.near.papersOf(key)).find((one) => one.paperId === paperId);
  if (!asked.ok || paper === undefined) return notFound(request, reply);
  await recordTaken(world, request, { key, type: 'paperAskedAgain', what: { paperId } });
  return reply.send(paper);
}

function caseFileRoute(app: App, world: World): void {
  app.get(
    '/api/v1/desk/cases/:caseId/file.pdf',
    { config: pdf, schema: { tags, summary: '案卷 / the case file', params: CaseParams } },
    async (request, reply) => {
      const viewer = await officerAt(world, staffOf(request));
      const key = await seenKey(world, viewer, request.params.caseId);
      const by = { name: viewer.standing.name, post: viewer.standing.posts[0]?.name ?? '工作人员' };
      const bytes = key === undefined ? undefined : await world.near.caseFile(key, by);
      if (bytes === undefined) return notFound(request, reply);
      await recordTaken(world, request, { key, type: 'caseFileExported', what: { bytes: bytes.length } });
      return sendPdf(reply, bytes, request.params.caseId);
    },
  );
}

const sendPdf = (reply: FastifyReply, bytes: Uint8Array, id: string): FastifyReply =>
  sendBytes(reply, { bytes, name: `${id}.pdf`, mediaType: 'application/pdf' });
