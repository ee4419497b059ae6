import { ActAnswer, ActRequest, CaseView, StoredFile } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import type { FastifyRequest } from 'fastify';
import { z } from 'zod';
import { recordAudit } from '../../../platform/audit/index.ts';
import { needsFreshProof } from '@yimen/core/people';
import { demandProof, notFound, refuseWith, staffOf, type App, type Staff } from '../../../platform/http/index.ts';
import { carryOut, type ActRun } from '../handle.ts';
import { findCase } from '../snapshot.ts';
import { queryCodeOf, type CaseKey } from '../tracking.ts';
import { caseView } from '../view/caseView.ts';
import { maySee, sightOf } from '../visibility.ts';
import type { World } from '../world.ts';
import { answerAct, officerAt, refuseAct } from './answers.ts';
import { sendCaseFile, takeUpload } from './files.ts';
import type { Viewer } from '../queue.ts';

const CaseParams = z.object({ caseId: z.string().max(64) });
const tags = ['desk'];
const config = { policy: 'staff' } as const;

/** A case as staff work on it: intake, view, acts, files. Whoever may not see it is told that there is none. */
export function deskCaseRoutes(world: World): (app: App) => void {
  return (app) => {
    intakeRoute(app, world);
    caseRoutes(app, world);
    fileRoutes(app, world);
  };
}

function intakeRoute(app: App, world: World): void {
  app.post(
    '/api/v1/desk/cases',
    { config, schema: { tags, summary: '窗口收件 / intake', body: ActRequest, response: { 201: ActAnswer } } },
    async (request, reply) => {
      const viewer = await officerAt(world, staffOf(request));
      const { commandId, commands, deviceTime } = request.body;
      demandProofOf(staffOf(request), commands);
      const key = { jurisdiction: viewer.jurisdiction, caseId: world.shell.newId() };
      const by = { kind: 'officer', standing: viewer.standing } as const;
      const done = await carryOut(world, {
        key,
        commandId,
        commands,
        by,
        deviceTime,
        scope: `intake:${viewer.standing.person}`,
      });
      if (!done.ok) return refuseWith(reply, await refuseAct(world, done.error, { key, commands: commands.length }));
      const queryCode = queryCodeOf(world.keys, { ...key, caseId: done.value.acted.caseId });
      return reply.code(201).send({ ...(await answerAct(world, viewer, done.value)), queryCode });
    },
  );
}

/** A signature or a seal among the acts asks who is there; the same request may be sent again after the answer. */
function demandProofOf(staff: Staff, commands: readonly { readonly type: string }[]): void {
  if (commands.some(({ type }) => needsFreshProof(type))) demandProof(staff);
}

function caseRoutes(app: App, world: World): void {
  app.get(
    '/api/v1/desk/cases/:caseId',
    { config, schema: { tags, summary: '办件 / a case', params: CaseParams, response: { 200: CaseView } } },
    async (request, reply) => {
      const view = await caseView(world, await officerAt(world, staffOf(request)), request.params.caseId);
      return view === undefined ? notFound(request, reply) : reply.send(view);
    },
  );
  app.post(
    '/api/v1/desk/cases/:caseId/acts',
    {
      config,
      schema: { tags, summary: '办理 / act', params: CaseParams, body: ActRequest, response: { 200: ActAnswer } },
    },
    async (request, reply) => {
      const viewer = await officerAt(world, staffOf(request));
      const { jurisdiction, standing } = viewer;
      const key = { jurisdiction, caseId: request.params.caseId };
      const { commands, ...rest } = request.body;
      demandProofOf(staffOf(request), commands);
      const sight = sightOf(standing, dayOf(world.shell.now()));
      const run: ActRun = { key, ...rest, commands, by: { kind: 'officer', standing }, sight };
      const done = await carryOut(world, run);
      if (!done.ok) return refuseWith(reply, await refuseAct(world, done.error, { key, commands: commands.length }));
      return reply.send(await answerAct(world, viewer, done.value));
    },
  );
}

/** The key of a case this officer may see; nothing tells an unseen case from one that does not exist. */
export async function seenKey(world: World, viewer: Viewer, caseId: string): Promise<CaseKey | undefined> {
  const key = { jurisdiction: viewer.jurisdiction, caseId };
  const row = await findCase(world.shell.db, key);
  if (row === undefined) return undefined;
  const sight = sightOf(viewer.standing, dayOf(world.shell.now()));
  return maySee(sight, [row.authority, ...row.other_authorities]) ? key : undefined;
}

/** Whether this officer may see the case today, for other modules that answer about one. */
export async function maySeeCase(world: World, key: CaseKey, person: string): Promise<boolean> {
  const standing = await world.near.standingOf(key.jurisdiction, person);
  if (standing === undefined) return false;
  return (await seenKey(world, { jurisdiction: key.jurisdiction, standing }, key.caseId)) !== undefined;
}

function fileRoutes(app: App, world: World): void {
  app.post(
    '/api/v1/desk/files',
    {
      config: { ...config, takesFile: true },
      schema: { tags, summary: '上传材料 / upload', response: { 200: StoredFile } },
    },
    async (request, reply) => {
      const { jurisdiction, person } = staffOf(request);
      return takeUpload(world, request, reply, { jurisdiction, holder: `officer:${person}` });
    },
  );
  app.get(
    '/api/v1/desk/cases/:caseId/files/:sha256',
    {
      config: { ...config, answers: { status: 200, type: '*/*' } },
      schema: {
        tags,
        summary: '材料 / a file; a picture is drawn anew unless the original is asked for',
        params: CaseParams.extend({ sha256: z.string().max(64) }),
        querystring: z.object({ original: z.enum(['true', 'false']).optional() }),
      },
    },
    async (request, reply) => {
      const viewer = await officerAt(world, staffOf(request));
      const key = await seenKey(world, viewer, request.params.caseId);
      const { sha256 } = request.params;
      await recordTaken(world, request, { key, type: 'fileDownloaded', what: { sha256 } });
      return sendCaseFile(world, request, reply, {
        key,
        sha256: request.params.sha256,
        original: request.query.original === 'true',
      });
    },
  );
}

interface Taken {
  readonly key: CaseKey | undefined;
  readonly type: 'fileDownloaded' | 'caseFileExported' | 'paperAskedAgain';
  readonly what: object;
}

/** On record before the answer goes: who took or asked for what of which case, and from where. */
export async function recordTaken(world: World, request: FastifyRequest, { key, type, what }: Taken): Promise<void> {
  if (key === undefined) return;
  const { person, name } = staffOf(request);
  await recordAudit(world.shell, {
    jurisdiction: key.jurisdiction,
    stream: `access:${key.caseId}`,
    type,
    actor: { kind: 'officer', person, name },
    from: request.ip,
    body: what,
  });
}
