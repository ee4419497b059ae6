import {
  DeskItem,
  DeskItems,
  DraftSave,
  DraftView,
  Publication,
  Published,
  Rollback,
  SituationOutcome,
  SituationTry,
} from '@yimen/contract';
import { changeRefusal, toJson, type PublishedItem } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, staffOf, type App } from '../../platform/http/index.ts';
import { transact } from '../../platform/ledger/index.ts';
import type { Shell } from '../../platform/shell.ts';
import { ListAsked, listItems } from './deskList.ts';
import { draftView, situationOutcome, versionViews } from './deskView.ts';
import { basisOf, contentOf, draftOf, saveDraft } from './drafts.ts';
import { mayDraft, type DeskNeighbours } from './mayDraft.ts';
import { newItemRoute } from './newItem.ts';
import { partRoutes } from './partRoutes.ts';
import { draftInvalid, draftMoved } from './refusals.ts';
import { publishDraft, type PublishDraftRefusal, type PublishWish } from './publishDraft.ts';
import { versionsOf } from './queries.ts';
import { templateNotes, templateOf, templateRoutes } from './template/index.ts';
import { workbookRoutes } from './workbookRoutes.ts';

/** Heads of authorities read and try; what is written is the editor's. */
const config = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;
const correcting = { policy: { roles: ['catalogueEditor'] } } as const;
/** The head of a department drafts for its own items, which is how a change of the list begins. */
const editing = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;
const tags = ['catalogue desk'];
const ItemParams = z.object({ itemId: z.string().max(120) });
/** The catalogue editor's desk: find, edit, try, publish for a day, go back. */
export function catalogueDeskRoutes(shell: Shell, near: DeskNeighbours): (app: App) => void {
  return (app) => {
    listRoute(app, shell, near);
    newItemRoute(app, shell, near);
    itemRoute(app, shell, near);
    draftRoute(app, shell, near);
    situationRoute(app, shell);
    publicationRoute(app, shell);
    rollbackRoute(app, shell);
    workbookRoutes(app, shell, near);
    partRoutes(app, shell, near);
    templateRoutes(app, { shell, near });
  };
}

function listRoute(app: App, shell: Shell, near: DeskNeighbours): void {
  const schema = { tags, summary: '事项列表 / items', querystring: ListAsked, response: { 200: DeskItems } };
  app.get('/api/v1/desk/catalogue/items', { config, schema }, (request) => {
    const { jurisdiction } = staffOf(request);
    return listItems(shell, near, jurisdiction, request.query);
  });
}

/** The versions of an item, the newest first; empty where the hall has none of that id. */
async function versionsFor(shell: Shell, request: FastifyRequest, itemId: string): Promise<readonly PublishedItem[]> {
  return versionsOf(shell.db, staffOf(request).jurisdiction, itemId);
}

function itemRoute(app: App, shell: Shell, near: DeskNeighbours): void {
  const schema = {
    tags,
    summary: '事项草稿与版本 / draft and versions',
    params: ItemParams,
    response: { 200: DeskItem },
  };
  app.get('/api/v1/desk/catalogue/items/:itemId', { config, schema }, async (request, reply) => {
    const { itemId } = request.params;
    const { jurisdiction } = staffOf(request);
    const versions = await versionsFor(shell, request, itemId);
    const published = await basisOf(shell.db, { jurisdiction, itemId });
    if (published === undefined) return notFound(request, reply);
    const authorities = await near.authorityNames(jurisdiction);
    const key = { jurisdiction, itemId };
    const draft = await draftOf(shell.db, key, published);
    const template = await templateOf(shell.db, key);
    return reply.send({
      draft: draftView(draft, { published, authorities, template }),
      versions: [...versionViews(versions, dayOf(shell.now()))],
      mayEdit: await mayDraft(near, staffOf(request), published.authority),
      ...(await templateNotes({ shell, near }, key, versions[0]?.version ?? 0)),
    });
  });
}

function draftRoute(app: App, shell: Shell, near: DeskNeighbours): void {
  const schema = {
    tags,
    summary: '保存草稿 / save the draft',
    params: ItemParams,
    body: DraftSave,
    response: { 200: DraftView },
  };
  app.post('/api/v1/desk/catalogue/items/:itemId/draft', { config: editing, schema }, async (request, reply) => {
    const { itemId } = request.params;
    const { jurisdiction, person } = staffOf(request);
    const published = await basisOf(shell.db, { jurisdiction, itemId });
    if (published === undefined) return notFound(request, reply);
    if (!(await mayDraft(near, staffOf(request), published.authority)))
      return refuseWith(reply, changeRefusal('item_not_own'));
    const { revision, content } = request.body;
    const saving = {
      key: { jurisdiction, itemId },
      revision,
      content: toJson(content),
      by: person,
      at: shell.realNow(),
    };
    const saved = await transact(shell.db, (tx) => saveDraft(tx, published, saving));
    if (!saved.ok) return refuseWith(reply, draftInvalid(saved.error));
    const { draft, conflicts } = saved.value;
    const authorities = await near.authorityNames(jurisdiction);
    const template = await templateOf(shell.db, saving.key);
    return reply.send(draftView(draft, { published, authorities, template, conflicts }));
  });
}

function situationRoute(app: App, shell: Shell): void {
  const schema = {
    tags,
    summary: '试答情形问题 / try the situations',
    params: ItemParams,
    body: SituationTry,
    response: { 200: SituationOutcome },
  };
  app.post('/api/v1/desk/catalogue/items/:itemId/situation', { config, schema }, async (request, reply) => {
    const { itemId } = request.params;
    const { jurisdiction } = staffOf(request);
    const published = await basisOf(shell.db, { jurisdiction, itemId });
    if (published === undefined) return notFound(request, reply);
    const { content } = await draftOf(shell.db, { jurisdiction, itemId }, published);
    const outcome = situationOutcome(content, request.body.answers);
    if (outcome.ok) return reply.send(outcome.value);
    const { field, message } = outcome.error;
    const words = {
      zh: `${field} 的条件不能计算：${message}`,
      en: `The condition of ${field} cannot be evaluated: ${message}`,
    };
    return refuseWith(reply, { code: 'condition_fails', field, words });
  });
}

function publicationRoute(app: App, shell: Shell): void {
  const schema = {
    tags,
    summary: '发布更正 / publish a correction',
    params: ItemParams,
    body: Publication,
    response: { 200: Published },
  };
  app.post(
    '/api/v1/desk/catalogue/items/:itemId/publication',
    { config: correcting, schema },
    async (request, reply) => {
      const { itemId } = request.params;
      const { jurisdiction, person } = staffOf(request);
      const published = await basisOf(shell.db, { jurisdiction, itemId });
      if (published === undefined) return notFound(request, reply);
      const key = { jurisdiction, itemId };
      const { revision, ...wish } = request.body;
      const draft = await draftOf(shell.db, key, published);
      // What was looked at is what is published: a save in between is looked at first.
      if (draft.revision !== 0 && draft.revision !== revision) return refuseWith(reply, draftMoved);
      return answer(shell, reply, { key, content: draft.content, by: person, ...wish });
    },
  );
}

function rollbackRoute(app: App, shell: Shell): void {
  const schema = {
    tags,
    summary: '恢复旧版本 / go back to an old version',
    params: ItemParams,
    body: Rollback,
    response: { 200: Published },
  };
  app.post('/api/v1/desk/catalogue/items/:itemId/rollback', { config: correcting, schema }, async (request, reply) => {
    const { itemId } = request.params;
    const { jurisdiction, person } = staffOf(request);
    const { version, ...wish } = request.body;
    const old = (await versionsFor(shell, request, itemId)).find((one) => one.version === version);
    if (old === undefined) return notFound(request, reply);
    const key = { jurisdiction, itemId };
    return answer(shell, reply, { key, content: contentOf(old), by: person, rollbackOf: version, ...wish });
  });
}

const refusals = {
  version_exists: { code: 'version_exists', words: { zh: '该版本已存在。', en: 'That version exists.' } },
  starts_in_the_past: {
    code: 'starts_in_the_past',
    field: 'effectiveFrom',
    words: { zh: '生效日期不得早于今天。', en: 'It cannot take effect before today.' },
  },
  nothing_changed: {
    code: 'nothing_changed',
    words: { zh: '与最新版本相同，无需发布。', en: 'It says what the newest version says.' },
  },
  command_reused: { code: 'command_reused' },
} as const;

async function answer(shell: Shell, reply: FastifyReply, wish: PublishWish): Promise<FastifyReply> {
  const published = await publishDraft(shell, wish);
  if (published.ok) return reply.send(published.value);
  return refuseWith(reply, refusalOf(published.error));
}

function refusalOf(error: PublishDraftRefusal): Parameters<typeof refuseWith>[1] {
  if (error.code === 'needs_five_steps') return error;
  if (error.code !== 'unlawful') return refusals[error.code];
  const [first] = error.findings;
  const article = first?.article;
  return {
    code: 'unlawful',
    words: {
      zh: `有${String(error.findings.length)}处错误，不能发布：${error.findings.map(({ words }) => words.zh).join('；')}`,
      en: `${String(error.findings.length)} errors bar publishing: ${error.findings.map(({ words }) => words.en).join('; ')}`,
    },
    ...(article === undefined ? {} : { article }),
  };
}
