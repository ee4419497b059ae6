import {
  Adoption_,
  ItemTemplate,
  NewItemBegun,
  ProposalDeclined,
  ProposalDeclining,
  ProposalTaken,
  ProposalTaking,
  TemplateList,
} from '@yimen/contract';
import { changeRefusal } from '@yimen/core/catalogue';
import type { Result } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, staffOf, type App } from '../../../platform/http/index.ts';
import { basisOf, draftOf, type ItemKey } from '../drafts.ts';
import { mayDraft } from '../mayDraft.ts';
import { adoptItem, declineProposal, takeProposal, type Deciding, type TemplateWorld } from './acts.ts';
import type { TemplateRefusal } from './refusals.ts';
import { itemTemplate, listTemplates } from './views.ts';

/** An editor for the whole hall, the head of a department for its own items, as with every draft. */
const config = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;
const tags = ['catalogue desk'];
const ItemParams = z.object({ itemId: z.string().max(120) });
const Asked = z.object({
  q: z.string().max(100).optional(),
  cursor: z
    .string()
    .regex(/^\d{1,6}$/)
    .optional(),
});

/** 上级模板: what the hall above offers, what a hall makes of it, and what it does with a change of it. */
export function templateRoutes(app: App, world: TemplateWorld): void {
  listRoute(app, world);
  adoptRoute(app, world);
  viewRoute(app, world);
  takeRoute(app, world);
  declineRoute(app, world);
}

function listRoute(app: App, world: TemplateWorld): void {
  const schema = { tags, summary: '上级模板 / templates', querystring: Asked, response: { 200: TemplateList } };
  app.get('/api/v1/desk/catalogue/templates', { config, schema }, (request) =>
    listTemplates(world, staffOf(request).jurisdiction, request.query),
  );
}

function adoptRoute(app: App, world: TemplateWorld): void {
  const schema = { tags, summary: '采用上级模板 / adopt', body: Adoption_, response: { 200: NewItemBegun } };
  app.post('/api/v1/desk/catalogue/adoptions', { config, schema }, async (request, reply) => {
    const staff = staffOf(request);
    if (!(await mayDraft(world.near, staff, request.body.authority))) return notOwn(reply);
    return answer(reply, await adoptItem(world, { staff, ...request.body }));
  });
}

function viewRoute(app: App, world: TemplateWorld): void {
  const schema = { tags, summary: '与模板的差异 / differences', params: ItemParams, response: { 200: ItemTemplate } };
  app.get('/api/v1/desk/catalogue/items/:itemId/template', { config, schema }, async (request, reply) => {
    const key = keyOf(request, request.params.itemId);
    const published = await basisOf(world.shell.db, key);
    if (published === undefined) return notFound(request, reply);
    const view = await itemTemplate(world, key, (await draftOf(world.shell.db, key, published)).content);
    return view === undefined ? notFound(request, reply) : reply.send(view);
  });
}

function takeRoute(app: App, world: TemplateWorld): void {
  const schema = {
    tags,
    summary: '采纳上级变更 / take over',
    params: ItemParams,
    body: ProposalTaking,
    response: { 200: ProposalTaken },
  };
  app.post('/api/v1/desk/catalogue/items/:itemId/template/taking', { config, schema }, async (request, reply) =>
    decide(world, { request, reply }, request.params.itemId, (asked) =>
      takeProposal(world.shell, { ...asked, ...request.body }),
    ),
  );
}

function declineRoute(app: App, world: TemplateWorld): void {
  const schema = {
    tags,
    summary: '暂不采纳上级变更 / decline',
    params: ItemParams,
    body: ProposalDeclining,
    response: { 200: ProposalDeclined },
  };
  app.post('/api/v1/desk/catalogue/items/:itemId/template/declining', { config, schema }, async (request, reply) =>
    decide(world, { request, reply }, request.params.itemId, (asked) =>
      declineProposal(world.shell, { ...asked, ...request.body }),
    ),
  );
}

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** Whoever may draft the item decides on the changes of its template. */
async function decide<T>(
  world: TemplateWorld,
  { request, reply }: Exchange,
  itemId: string,
  act: (asked: Pick<Deciding, 'key' | 'by'>) => Promise<Result<T, TemplateRefusal>>,
): Promise<FastifyReply> {
  const key = keyOf(request, itemId);
  const published = await basisOf(world.shell.db, key);
  if (published === undefined) return notFound(request, reply);
  const staff = staffOf(request);
  if (!(await mayDraft(world.near, staff, published.authority))) return notOwn(reply);
  return answer(reply, await act({ key, by: staff.person }));
}

const keyOf = (request: FastifyRequest, itemId: string): ItemKey => ({
  jurisdiction: staffOf(request).jurisdiction,
  itemId,
});

const notOwn = (reply: FastifyReply): FastifyReply => refuseWith(reply, changeRefusal('item_not_own'));

const answer = <T>(reply: FastifyReply, done: Result<T, TemplateRefusal>): FastifyReply =>
  done.ok ? reply.send(done.value) : refuseWith(reply, done.error);
