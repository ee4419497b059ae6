import { DealtWith, EverydayTable, EverydayToSet, MissedQuestions, WordsSet } from '@yimen/contract';
import { dayOf } from '@yimen/kernel';
import { z } from 'zod';
import { notFound, staffOf, type App } from '../../../platform/http/index.ts';
import type { Shell } from '../../../platform/shell.ts';
import { searchItems } from '../search.ts';
import { dealWith, missedQuestions } from './missed.ts';
import { hallWords, setWords } from './store.ts';

const tags = ['catalogue desk'];
const reading = { policy: { roles: ['catalogueEditor', 'authorityHead'] } } as const;
const writing = { policy: { roles: ['catalogueEditor'] } } as const;
const PAGE = 20;
const Cursor = z
  .string()
  .regex(/^\d{1,6}$/)
  .optional();

/** 群众的说法与问不到的事: what people call things, and what they asked for in vain. */
export function wordRoutes(shell: Shell): (app: App) => void {
  return (app) => {
    tableRoute(app, shell);
    setRoute(app, shell);
    missedRoute(app, shell);
    dealtRoute(app, shell);
  };
}

function tableRoute(app: App, shell: Shell): void {
  const querystring = z.object({ q: z.string().max(60).optional(), cursor: Cursor });
  const schema = { tags, summary: '群众的说法 / everyday words', querystring, response: { 200: EverydayTable } };
  app.get('/api/v1/desk/catalogue/words', { config: reading, schema }, async (request, reply) => {
    const { q = '', cursor = '0' } = request.query;
    const all = await hallWords(shell.db, staffOf(request).jurisdiction);
    const found = all.filter(({ official, everyday }) => [official, ...everyday].some((text) => text.includes(q)));
    const from = Number(cursor);
    return reply.send({
      rows: found.slice(from, from + PAGE).map(({ everyday, ...row }) => ({ ...row, everyday: [...everyday] })),
      total: found.length,
      ...(from + PAGE < found.length ? { next: String(from + PAGE) } : {}),
    });
  });
}

function setRoute(app: App, shell: Shell): void {
  const schema = {
    tags,
    summary: '设置群众的说法 / set everyday words',
    body: EverydayToSet,
    response: { 200: WordsSet },
  };
  app.post('/api/v1/desk/catalogue/words', { config: writing, schema }, async (request, reply) => {
    const { jurisdiction, person } = staffOf(request);
    const everyday = [...new Set(request.body.everyday)];
    const wish = { jurisdiction, official: request.body.official, everyday, by: person, at: shell.realNow() };
    return reply.send({ items: await setWords(shell.db, wish) });
  });
}

function missedRoute(app: App, shell: Shell): void {
  const querystring = z.object({ cursor: Cursor });
  const schema = { tags, summary: '问不到的事 / asked in vain', querystring, response: { 200: MissedQuestions } };
  app.get('/api/v1/desk/catalogue/questions', { config: reading, schema }, async (request, reply) => {
    const { jurisdiction } = staffOf(request);
    const offset = Number(request.query.cursor ?? 0);
    const { rows, total } = await missedQuestions(shell.db, jurisdiction, { offset, limit: PAGE });
    const asked = rows.map(async (row) => {
      const found = await searchItems(shell.db, { jurisdiction, q: row.question, offset: 0, limit: 1 });
      return { ...row, finds: found.total };
    });
    const next = offset + PAGE < total ? { next: String(offset + PAGE) } : {};
    return reply.send({ rows: await Promise.all(asked), total, ...next });
  });
}

function dealtRoute(app: App, shell: Shell): void {
  const schema = { tags, summary: '已处理 / dealt with', body: DealtWith, response: { 200: DealtWith } };
  app.post('/api/v1/desk/catalogue/questions/dealt', { config: writing, schema }, async (request, reply) => {
    const { question } = request.body;
    const known = await dealWith(shell.db, staffOf(request).jurisdiction, question, dayOf(shell.now()));
    return known ? reply.send({ question }) : notFound(request, reply);
  });
}
