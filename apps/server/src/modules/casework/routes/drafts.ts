import { Draft, DraftChange, FileDraft, Filed, Guide, Resumed, ResumeRequest, StoredFile } from '@yimen/contract';
import { dayOf, refuse } from '@yimen/kernel';
import type { FastifyReply } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, type App } from '../../../platform/http/index.ts';
import { readClocks } from '../clocks.ts';
import { contextOf } from '../context.ts';
import { caseOfDraft, findByResumeCode, findDraft, markFiled, openDraft, saveDraft, type Kept } from '../drafts.ts';
import { actOnCase, type Acted } from '../handle.ts';
import { findCase } from '../snapshot.ts';
import { queryCodeOf, type CaseKey } from '../tracking.ts';
import type { World } from '../world.ts';
import { refuseAct } from './answers.ts';
import { takeUpload } from './files.ts';

const tags = ['drafts'];
const config = { policy: 'public' } as const;
/** What one address may do in a minute: a hall of kiosks behind one, not a script. */
const OPENED_A_MINUTE = 60;
const FILED_A_MINUTE = 30;
/** Codes one address may try: a hall of people coming back, and 31^12 codes to guess from. */
const RESUMED_A_MINUTE = 30;
const UPLOADS_A_MINUTE = 60;
export const FILED_ALREADY = {
  code: 'draft_filed',
  words: { zh: '申请已经提交，不能再修改。', en: 'It has been filed and can no longer be changed.' },
} as const;
const DraftParams = z.object({ draftId: z.string().max(40) });
const NewDraft = z.object({ jurisdiction: z.string().max(6), itemId: z.string().max(80) });

/** An application being typed, without an account: whoever has the id has the draft. */
export function draftRoutes(world: World): (app: App) => void {
  return (app) => {
    editRoutes(app, world);
    returnRoutes(app, world);
    uploadRoute(app, world);
    filingRoute(app, world);
  };
}

function editRoutes(app: App, world: World): void {
  app.post(
    '/api/v1/drafts',
    {
      config: { policy: 'public', rateLimit: { max: OPENED_A_MINUTE, timeWindow: 60_000 } },
      schema: { tags, summary: '开始申请 / begin', body: NewDraft, response: { 201: Draft } },
    },
    async (request, reply) => {
      const { jurisdiction, itemId } = request.body;
      const item = await world.near.itemInForce(jurisdiction, itemId, dayOf(world.shell.now()));
      if (item === undefined || item.availability === 'guideOnly') return notFound(request, reply);
      const draft = await openDraft(world, { jurisdiction, itemId, itemVersion: item.version });
      return reply.code(201).send(draft);
    },
  );
  app.get(
    '/api/v1/drafts/:draftId',
    { config, schema: { tags, summary: '继续填写 / go on', params: DraftParams, response: { 200: Draft } } },
    async (request, reply) => {
      const draft = await findDraft(world, request.params.draftId);
      return draft === undefined ? notFound(request, reply) : reply.send(draft);
    },
  );
  app.patch(
    '/api/v1/drafts/:draftId',
    {
      config,
      schema: { tags, summary: '保存 / save', params: DraftParams, body: DraftChange, response: { 200: Draft } },
    },
    async (request, reply) => {
      const kept = await keptOf(world, request.params.draftId, request.body);
      const saved = kept === undefined ? refuse('unknown') : await saveDraft(world, request.params.draftId, kept);
      if (saved.ok) return reply.send(saved.value);
      return saved.error === 'unknown' ? notFound(request, reply) : refuseWith(reply, FILED_ALREADY);
    },
  );
}

/** Having read the item means the version in force today; nobody names another. */
async function keptOf(world: World, draftId: string, change: DraftChange): Promise<Kept | undefined> {
  if (!('itemRead' in change)) return change;
  const draft = await findDraft(world, draftId);
  if (draft === undefined) return undefined;
  const item = await world.near.itemInForce(draft.jurisdiction, draft.itemId, dayOf(world.shell.now()));
  return { itemVersion: item?.version ?? draft.itemVersion };
}

/** Coming back: on another device, and to an item that changed since. */
function returnRoutes(app: App, world: World): void {
  app.post(
    '/api/v1/drafts/resume',
    {
      config: { policy: 'public', rateLimit: { max: RESUMED_A_MINUTE, timeWindow: 60_000 } },
      schema: { tags, summary: '换设备继续 / resume', body: ResumeRequest, response: { 200: Resumed } },
    },
    async (request, reply) => {
      const draftId = await findByResumeCode(world, request.body.code);
      return draftId === undefined ? notFound(request, reply) : reply.send({ draftId });
    },
  );
  app.get(
    '/api/v1/drafts/:draftId/guide',
    {
      config,
      schema: { tags, summary: '上次看到的指南 / as last read', params: DraftParams, response: { 200: Guide } },
    },
    async (request, reply) => {
      const draft = await findDraft(world, request.params.draftId);
      if (draft === undefined) return notFound(request, reply);
      const { jurisdiction, itemId, itemVersion } = draft;
      return reply.send(await world.near.guideOf(await world.near.itemVersion(jurisdiction, itemId, itemVersion)));
    },
  );
}

function uploadRoute(app: App, world: World): void {
  app.post(
    '/api/v1/drafts/:draftId/files',
    {
      config: { policy: 'public', takesFile: true, rateLimit: { max: UPLOADS_A_MINUTE, timeWindow: 60_000 } },
      schema: {
        tags,
        summary: '上传材料 / upload',
        params: DraftParams,
        querystring: z.object({ requirementId: z.string().max(60).optional() }),
        response: { 200: StoredFile },
      },
    },
    async (request, reply) => {
      const draft = await findDraft(world, request.params.draftId);
      if (draft === undefined) return notFound(request, reply);
      if (draft.filed !== undefined) return refuseWith(reply, FILED_ALREADY);
      const { jurisdiction, draftId } = draft;
      return takeUpload(world, request, reply, { jurisdiction, holder: `draft:${draftId}` });
    },
  );
}

function filingRoute(app: App, world: World): void {
  app.post(
    '/api/v1/drafts/:draftId/filing',
    {
      config: { policy: 'public', rateLimit: { max: FILED_A_MINUTE, timeWindow: 60_000 } },
      schema: { tags, summary: '提交申请 / file', params: DraftParams, body: FileDraft, response: { 200: Filed } },
    },
    async (request, reply) => {
      const draft = await findDraft(world, request.params.draftId);
      if (draft === undefined) return notFound(request, reply);
      return fileDraft(world, draft, request.body, reply);
    },
  );
}

/** Filing again what is filed answers what it became: a second click, or a retry under another id, makes no second case. */
async function fileDraft(world: World, draft: Draft, body: FileDraft, reply: FastifyReply): Promise<FastifyReply> {
  const { jurisdiction } = draft;
  const caseId = await caseOfDraft(world.shell.db, draft.draftId, world.shell.newId());
  if (caseId === undefined) throw new Error('a draft that was just read is not there');
  const key = { jurisdiction, caseId };
  if (draft.filed !== undefined)
    return reply.send({ number: draft.filed.number, queryCode: draft.filed.queryCode, caseId });
  const { commandId, applicant, answers, materials } = body;
  const file = { type: 'file', itemId: draft.itemId as never, applicant, answers, materials, channel: 'web' } as const;
  const by = { kind: 'applicant', name: applicant.name } as const;
  const done = await actOnCase(world, { key, commandId, commands: [file], by, draft: draft.draftId });
  const filedNow = done.ok ? done.value : await filedBefore(world, key);
  if (filedNow === undefined) {
    if (done.ok) throw new Error('unreachable');
    return refuseWith(reply, await refuseAct(world, done.error, { key, commands: 1 }));
  }
  const queryCode = queryCodeOf(world.keys, key);
  await markFiled(world.shell.db, draft.draftId, {
    number: filedNow.number,
    queryCode,
    ...(await promised(world, key)),
  });
  return reply.send({ number: filedNow.number, queryCode, caseId });
}

/** The case this draft became while another request for it was under way. */
async function filedBefore(world: World, key: CaseKey): Promise<Acted | undefined> {
  const row = await findCase(world.shell.db, key);
  return row === undefined ? undefined : { caseId: key.caseId, number: row.number, revision: row.revision };
}

async function promised(world: World, key: CaseKey): Promise<{ readonly promisedDue?: string }> {
  const row = await findCase(world.shell.db, key);
  if (row === undefined) return {};
  const item = await world.near.itemVersion(key.jurisdiction, row.item_id, row.item_version);
  const { calendar, now } = await contextOf(world, item);
  const clocks = readClocks({ state: row.state, item, calendar, now });
  const due = clocks.find(({ kind }) => kind === 'decisionPromised')?.due;
  return due === undefined ? {} : { promisedDue: due };
}
