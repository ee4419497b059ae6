import { ChangeActed, ChangeActRequest, ChangeApplication, ChangeList, ChangePage } from '@yimen/contract';
import { changeKinds, changePhases, type ChangeKind, type ChangePhase } from '@yimen/core/catalogue';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, sendBytes, staffOf, type App } from '../../../platform/http/index.ts';
import { actOnChange, applyChange, type ChangeProblem } from './handle.ts';
import { changeReaders } from './readers.ts';
import { statisticsRoutes } from './statisticsRoutes.ts';
import { findChange, listChanges } from './store.ts';
import { pageOf, rowOf } from './view.ts';
import { todayOf, type Asker, type ChangeWorld } from './world.ts';

const tags = ['list change'];
const acting = {
  policy: {
    roles: ['authorityHead', 'reformOffice', 'legalOffice', 'staffingOffice', 'pricingOffice', 'leadingGroup'],
  },
} as const;
const applying = { policy: { roles: ['authorityHead'] } } as const;
const names = <T extends string>(table: Readonly<Record<T, unknown>>) => z.enum(Object.keys(table) as [T, ...T[]]);
const Asked = z.object({
  phase: names(changePhases).optional(),
  kind: names(changeKinds).optional(),
  department: z.string().max(120).optional(),
  mine: z.enum(['true']).optional(),
});
const Params = z.object({ changeId: z.string().max(60) });

/** The board of changes, one change, the acts on it, its minutes and the statistics. */
export function changeRoutes(world: ChangeWorld): (app: App) => void {
  return (app) => {
    listRoute(app, world);
    applyRoute(app, world);
    // Before `:changeId`, which would take its name for an id.
    statisticsRoutes(app, world);
    pageRoute(app, world);
    actRoute(app, world);
    minutesRoute(app, world);
  };
}

/** Who is calling, with what they hold today. */
async function askerOf(world: ChangeWorld, request: FastifyRequest): Promise<Asker> {
  const { jurisdiction, person } = staffOf(request);
  const actor = await world.near.actorOf(jurisdiction, person, todayOf(world));
  if (actor === undefined) throw new Error(`${person} is signed in and works nowhere`);
  return { jurisdiction, actor };
}

function listRoute(app: App, world: ChangeWorld): void {
  const schema = { tags, summary: '清单调整 / changes of the list', querystring: Asked, response: { 200: ChangeList } };
  app.get('/api/v1/desk/catalogue/changes', { config: changeReaders, schema }, (request) =>
    askerOf(world, request).then((asker) => listed(world, asker, request.query)),
  );
}

interface Wanted {
  readonly phase?: ChangePhase | undefined;
  readonly kind?: ChangeKind | undefined;
  readonly department?: string | undefined;
  readonly mine?: 'true' | undefined;
}

/** Mine first, then by the day that is due; closed ones last. */
async function listed(world: ChangeWorld, asker: Asker, wanted: Wanted): Promise<ChangeList> {
  const names = await world.near.authorityNames(asker.jurisdiction);
  const all = (await listChanges(world.shell.db, asker.jurisdiction)).map((one) => rowOf(world, asker, one, names));
  const rows = all.filter(
    (row) =>
      (wanted.phase === undefined || row.phase === wanted.phase) &&
      (wanted.kind === undefined || row.kind === wanted.kind) &&
      (wanted.department === undefined || row.authority === wanted.department) &&
      (wanted.mine === undefined || row.mine),
  );
  const departments = new Map(all.map(({ authority, authorityName }) => [authority, authorityName]));
  return {
    rows: rows.toSorted((left, right) => Number(right.mine) - Number(left.mine)),
    departments: [...departments].map(([id, name]) => ({ id, name })),
    mayApply: asker.actor.roles.includes('authorityHead') && asker.actor.authorities.length > 0,
  };
}

function applyRoute(app: App, world: ChangeWorld): void {
  const schema = {
    tags,
    summary: '单位申请清单调整 / apply for a change',
    body: ChangeApplication,
    response: { 200: ChangeActed },
  };
  app.post('/api/v1/desk/catalogue/changes', { config: applying, schema }, async (request, reply) => {
    const done = await applyChange(world, { ...(await askerOf(world, request)), ...request.body });
    return done.ok ? reply.send(done.value) : refused(request, reply, done.error);
  });
}

function pageRoute(app: App, world: ChangeWorld): void {
  const schema = { tags, summary: '一项清单调整 / one change', params: Params, response: { 200: ChangePage } };
  app.get('/api/v1/desk/catalogue/changes/:changeId', { config: changeReaders, schema }, async (request, reply) => {
    const page = await pageOf(world, await askerOf(world, request), request.params.changeId);
    return page === undefined ? notFound(request, reply) : reply.send(page);
  });
}

function actRoute(app: App, world: ChangeWorld): void {
  const schema = {
    tags,
    summary: '转办、审核、退回、审议、公布 / act on a change',
    params: Params,
    body: ChangeActRequest,
    response: { 200: ChangeActed },
  };
  app.post('/api/v1/desk/catalogue/changes/:changeId/acts', { config: acting, schema }, async (request, reply) => {
    const { changeId } = request.params;
    const done = await actOnChange(world, { ...(await askerOf(world, request)), changeId, ...request.body });
    return done.ok ? reply.send(done.value) : refused(request, reply, done.error);
  });
}

/** The minutes of the change, and no other file. */
function minutesRoute(app: App, world: ChangeWorld): void {
  app.get(
    '/api/v1/desk/catalogue/changes/:changeId/minutes',
    {
      config: { ...changeReaders, answers: { status: 200, type: '*/*' } },
      schema: { tags, summary: '会议纪要 / the minutes', params: Params },
    },
    async (request, reply) => {
      const { jurisdiction } = staffOf(request);
      const change = await findChange(world.shell.db, { jurisdiction, changeId: request.params.changeId });
      const file = change?.state.minutes?.file;
      const bytes = file === undefined ? undefined : await world.near.fileOf(jurisdiction, file.sha256);
      if (file === undefined || bytes === undefined) return notFound(request, reply);
      reply.header('content-security-policy', "sandbox; default-src 'none'");
      return sendBytes(reply, { bytes, name: file.name, mediaType: 'application/octet-stream' });
    },
  );
}

function refused(request: FastifyRequest, reply: FastifyReply, problem: ChangeProblem): FastifyReply {
  return problem.code === 'not_found' ? notFound(request, reply) : refuseWith(reply, problem);
}
