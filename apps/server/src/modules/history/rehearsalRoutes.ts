import {
  DraftedItems,
  ItemRehearsals,
  LogName,
  ReadReformView,
  RehearsalList,
  RehearsalView,
  RehearsalWish,
} from '@yimen/contract';
import { reformBetween } from '@yimen/core/history';
import { ok, refuse, type Result } from '@yimen/kernel';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, staffOf, type App, type Refusal } from '../../platform/http/index.ts';
import { logOf, onRecord, reading } from './asked.ts';
import { minedOf } from './reading.ts';
import { findRehearsal, listRehearsals, rehearsalsOfItems } from './rehearsals.ts';
import { reformView, rehearsalView, rehearse } from './rehearsing.ts';
import type { StoredLog } from './store.ts';
import type { History } from './world.ts';

const tags = ['history'];
const LogParams = z.object({ log: LogName });
const RehearsalParams = z.object({ rehearsalId: z.string().max(64) });
const ItemId = z.string().min(1).max(120);
/** Ids of items, a comma between them. */
const ItemIds = z.string().regex(/^[A-Za-z0-9._-]{1,120}(,[A-Za-z0-9._-]{1,120}){0,49}$/);
/** What is drafted is nobody's but the editors' until it is applied for. */
const editing = { policy: { roles: ['catalogueEditor'] } } as const;
/** A report goes to everybody who has a say in a change of the list; it names no citizen and no officer but its maker. */
const deciding = {
  policy: {
    roles: [
      ...reading.policy.roles,
      'authorityHead',
      'reformOffice',
      'legalOffice',
      'staffingOffice',
      'pricingOffice',
      'leadingGroup',
    ],
  },
} as const;

export const REFORM_REFUSALS = {
  no_draft: {
    code: 'no_draft',
    field: 'item',
    words: { zh: '这个事项没有公布的版本或没有草案', en: 'The item has no version in force, or no draft' },
  },
  limit_not_working_days: {
    code: 'limit_not_working_days',
    field: 'item',
    words: {
      zh: '承诺时限不是按工作日写的，无法在历史上推演',
      en: 'The promise is not in working days, so history cannot be counted in it',
    },
  },
  still_reading: {
    code: 'still_reading',
    field: 'log',
    words: { zh: '日志还在读取，请稍后再试', en: 'The log is still being read: try again in a moment' },
  },
} as const satisfies Readonly<Record<string, Refusal>>;

/** Rehearsals of a log, reforms read off drafts, and the reports of both. */
export function rehearsalRoutes(world: History): (app: App) => void {
  return (app) => {
    logRoutes(world, app);
    savedRoute(world, app);
    paperRoute(world, app);
    draftRoutes(world, app);
    itemRoute(world, app);
  };
}

function logRoutes(world: History, app: App): void {
  const path = '/api/v1/desk/history/logs/:log/rehearsals';
  const list = { tags, summary: '已存推演 / rehearsals of a log', params: LogParams, response: { 200: RehearsalList } };
  app.get(path, { config: reading, schema: list }, async (request, reply) => {
    const log = await logOf(world, request, request.params.log);
    if (log === undefined) return notFound(request, reply);
    const rehearsals = await listRehearsals(world.shell.db, log);
    return reply.send({ rehearsals: [...rehearsals] });
  });
  const schema = {
    tags,
    summary: '改革推演 / rehearse a reform',
    params: LogParams,
    body: RehearsalWish,
    response: { 200: RehearsalView },
  };
  app.post(path, { config: reading, schema }, async (request, reply) => {
    const log = await logOf(world, request, request.params.log);
    if (log === undefined) return notFound(request, reply);
    const done = await rehearse(world, log, { ...request.body, by: staffOf(request).person });
    if (!done.ok) return refuseWith(reply, done.error);
    const { saved, fresh } = done.value;
    if (fresh) await onRecord(world, request, 'reformRehearsed', { name: log.name, rehearsal: saved.id });
    return reply.send(await rehearsalView(world, log, saved));
  });
}

function savedRoute(world: History, app: App): void {
  const schema = {
    tags,
    summary: '一次推演 / one rehearsal',
    params: RehearsalParams,
    response: { 200: RehearsalView },
  };
  app.get('/api/v1/desk/history/rehearsals/:rehearsalId', { config: reading, schema }, async (request, reply) => {
    const saved = await findRehearsal(world.shell.db, staffOf(request).jurisdiction, request.params.rehearsalId);
    if (saved === undefined) return notFound(request, reply);
    const log = await logOf(world, request, saved.log);
    if (log === undefined) throw new Error(`the log ${saved.log} of a rehearsal is gone`);
    return reply.send(await rehearsalView(world, log, saved));
  });
}

function paperRoute(world: History, app: App): void {
  const schema = { tags, summary: '改革推演报告（PDF） / the signed report', params: RehearsalParams };
  const config = { ...deciding, answers: { status: 200, type: 'application/pdf' } } as const;
  app.get('/api/v1/desk/history/rehearsals/:rehearsalId/paper', { config, schema }, async (request, reply) => {
    const saved = await findRehearsal(world.shell.db, staffOf(request).jurisdiction, request.params.rehearsalId);
    if (saved === undefined || saved.paper === null) return notFound(request, reply);
    const bytes = await world.files.get(saved.paper);
    if (bytes === null) throw new Error(`the report of the rehearsal ${saved.id} is gone`);
    return sendBytes(reply, { bytes, name: `改革推演报告-${saved.title}.pdf`, mediaType: 'application/pdf' });
  });
}

function itemRoute(world: History, app: App): void {
  const Query = z.object({ items: ItemIds });
  const schema = {
    tags,
    summary: '事项草案的推演 / rehearsals of drafts',
    querystring: Query,
    response: { 200: ItemRehearsals },
  };
  app.get('/api/v1/desk/history/rehearsals', { config: deciding, schema }, async (request, reply) => {
    const { jurisdiction } = staffOf(request);
    const found = await rehearsalsOfItems(world.shell.db, jurisdiction, request.query.items.split(','));
    const named = found.map(async (one) => ({ ...one, by: await world.near.personName(jurisdiction, one.by) }));
    return reply.send({ rehearsals: await Promise.all(named) });
  });
}

function draftRoutes(world: History, app: App): void {
  const drafts = { tags, summary: '有草案的事项 / items with a draft', response: { 200: DraftedItems } };
  app.get('/api/v1/desk/history/drafts', { config: editing, schema: drafts }, (request) =>
    world.near.drafted(staffOf(request).jurisdiction).then((items) => ({ items: [...items] })),
  );
  const schema = {
    tags,
    summary: '按草案推演 / a draft read as a reform',
    params: LogParams,
    querystring: z.object({ item: ItemId }),
    response: { 200: ReadReformView },
  };
  app.get('/api/v1/desk/history/logs/:log/reform', { config: editing, schema }, async (request, reply) => {
    const log = await logOf(world, request, request.params.log);
    if (log === undefined) return notFound(request, reply);
    const read = await readReform(world, log, request.query.item);
    return read.ok ? reply.send(read.value) : refuseWith(reply, read.error);
  });
}

/** The draft of an item as a reform, in the names of the log. */
async function readReform(world: History, log: StoredLog, itemId: string): Promise<Result<ReadReformView, Refusal>> {
  const { answer: mined } = minedOf(world, log);
  if (mined === undefined) return refuse(REFORM_REFUSALS.still_reading);
  const versions = await world.near.draft(log.jurisdiction, itemId);
  if (versions === undefined) return refuse(REFORM_REFUSALS.no_draft);
  const activities = new Set(mined.steps.map(({ activity }) => activity));
  const known = (name: string): string | undefined => (activities.has(name) ? name : undefined);
  const read = reformBetween(versions.base, versions.next, (shape, name) => known(shape) ?? known(name));
  if (!read.ok) return refuse(REFORM_REFUSALS[read.error.code]);
  return ok({ reform: reformView(read.value.reform), leftOut: [...read.value.leftOut] });
}
