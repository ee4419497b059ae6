import { ConformanceAnswer, LogName, ProcedureList } from '@yimen/contract';
import { z } from 'zod';
import { notFound, refuseWith, staffOf, type App } from '../../platform/http/index.ts';
import { logOf, reading } from './asked.ts';
import { conformance } from './conformance.ts';
import type { History } from './world.ts';

const tags = ['history'];

/** What a shape of the drawing is called in the log: `node=activity`; nothing after the sign: the log has no such work. */
const Said = z
  .string()
  .max(1200)
  .regex(/^[^=]{1,160}=/);

const Query = z.object({
  item: z.string().min(1).max(120),
  version: z.coerce.number().int().min(1).max(1_000_000).optional(),
  said: z.union([Said, z.array(Said).max(100)]).optional(),
  language: z.enum(['zh', 'en']).optional(),
});

function saidOf(said: string | readonly string[] = []): ReadonlyMap<string, string> {
  const lines = typeof said === 'string' ? [said] : said;
  return new Map(lines.map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)]));
}

async function subjectsOf({ near }: History, jurisdiction: string): Promise<ProcedureList> {
  const departments = [...(await near.departments(jurisdiction))].map(([id, name]) => ({ id, name }));
  return {
    procedures: [...(await near.procedures(jurisdiction))],
    departments: departments.toSorted((left, right) => left.name.localeCompare(right.name, 'zh-CN')),
  };
}

/** What is published, and how a log did against it. */
export function conformanceRoutes(world: History): (app: App) => void {
  return (app) => {
    app.get(
      '/api/v1/desk/history/procedures',
      {
        config: reading,
        schema: { tags, summary: '公布的流程 / published procedures', response: { 200: ProcedureList } },
      },
      (request) => subjectsOf(world, staffOf(request).jurisdiction),
    );
    app.get(
      '/api/v1/desk/history/logs/:log/conformance',
      {
        config: reading,
        schema: {
          tags,
          summary: '与公布流程对照 / held against the published procedure',
          params: z.object({ log: LogName }),
          querystring: Query,
          response: { 200: ConformanceAnswer },
        },
      },
      async (request, reply) => {
        const log = await logOf(world, request, request.params.log);
        if (log === undefined) return notFound(request, reply);
        const { item, version, said, language = 'zh' } = request.query;
        const done = await conformance(world, log, { itemId: item, version, said: saidOf(said), language });
        return done.ok ? reply.send(done.value) : refuseWith(reply, done.error);
      },
    );
  };
}
