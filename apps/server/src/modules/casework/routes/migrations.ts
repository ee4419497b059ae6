import { MigrationDone, MigrationRequest, MigrationView, type MigrationCase } from '@yimen/contract';
import { stageWords, type Actor } from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { dayOf } from '@yimen/kernel';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { notFound, refuseWith, staffOf, type App } from '../../../platform/http/index.ts';
import { maskedName } from '../applicant.ts';
import { MOST_MOVED, movableCases, moveCase, type Movable, type MovingProblem } from '../migrating.ts';
import { postsOn } from '../visibility.ts';
import type { World } from '../world.ts';
import { officerAt } from './answers.ts';

const params = z.object({ itemId: z.string().max(120) });
/** The head of the authority answers for its cases; an editor of the catalogue moves none. */
const config = { policy: { roles: ['authorityHead'] } } as const;
const path = '/api/v1/desk/migrations/:itemId';
const tags = ['desk'];

/** Moving unfinished cases to the version in force: what it would do to each, and doing it. */
export function migrationRoutes(world: World): (app: App) => void {
  return (app) => {
    const view = { tags, summary: '在办件迁移预览 / unfinished cases', params, response: { 200: MigrationView } };
    app.get(path, { config, schema: view }, async (request, reply) => {
      const head = await headOf(world, request);
      return head === undefined ? notFound(request, reply) : reply.send(await viewOf(world, head.item));
    });
    const move = {
      tags,
      summary: '迁移在办件 / move unfinished cases',
      params,
      body: MigrationRequest,
      response: { 200: MigrationDone },
    };
    app.post(path, { config, schema: move }, async (request, reply) => {
      const head = await headOf(world, request);
      return head === undefined ? notFound(request, reply) : moveAll(world, { ...head, wish: request.body, reply });
    });
  };
}

interface Head {
  readonly item: ServiceItem;
  readonly actor: Actor;
}

/** The item in force, and its own authority's head; to anybody else there is none. */
async function headOf(
  world: World,
  request: FastifyRequest<{ Params: z.infer<typeof params> }>,
): Promise<Head | undefined> {
  const viewer = await officerAt(world, staffOf(request));
  const today = dayOf(world.shell.now());
  const item = await world.near.itemInForce(viewer.jurisdiction, request.params.itemId, today);
  if (item === undefined) return undefined;
  const { standing } = viewer;
  const held = postsOn(standing, today).filter(({ authority }) => authority === item.authority);
  const post = held.find(({ roles }) => roles.includes('authorityHead'));
  if (post === undefined) return undefined;
  const { person, name } = standing;
  return { item, actor: { kind: 'officer', person, name, post: post.id, roles: post.roles } };
}

async function viewOf(world: World, item: ServiceItem): Promise<MigrationView> {
  const movable = await movableCases(world, item);
  const { id: itemId, name, version: to } = item;
  return { itemId, name, to, cases: movable.map(caseOf), more: movable.length === MOST_MOVED };
}

function caseOf({ key: { caseId }, row, state, effects }: Movable): MigrationCase {
  if (state.stage === 'unfiled' || !('application' in state)) throw new Error(`${caseId} is not under way`);
  const { applicant, number, itemVersion: from } = state.application;
  return {
    caseId,
    number,
    applicant: maskedName(applicant),
    stage: row.stage,
    stageName: stageWords[state.stage],
    from,
    effects: effects.ok ? effects.value.map((one) => ({ ...one })) : [],
    ...(effects.ok ? {} : { refusal: effects.error }),
  };
}

interface MovingAll extends Head {
  readonly wish: MigrationRequest;
  readonly reply: FastifyReply;
}

/** Each case by itself: one that is refused keeps its version, and the others move. */
async function moveAll(world: World, { item, actor, wish, reply }: MovingAll): Promise<FastifyReply> {
  const { commandId, to, cases, ...ground } = wish;
  if (to !== item.version) return refuseWith(reply, VERSION_CHANGED);
  const done: { moved: MigrationDone['moved']; kept: MigrationDone['kept'] } = { moved: [], kept: [] };
  const wanted = new Set(cases);
  for (const movable of await movableCases(world, item)) {
    const { caseId } = movable.key;
    if (!wanted.has(caseId)) continue;
    const { number } = movable.row;
    const moved = await moveCase(world, { key: movable.key, to: item, ground, actor, commandId });
    if (moved.ok) done.moved.push({ caseId, number });
    else done.kept.push({ caseId, number, refusal: refusalOf(moved.error) });
  }
  return reply.send(done);
}

export const VERSION_CHANGED = {
  code: 'version_changed',
  field: 'to',
  words: { zh: '现行版本已经改变，请重新预览。', en: 'Another version is in force now; look again.' },
} as const;

const changedMeanwhile = { zh: '办件刚被他人办理，请重新预览。', en: 'Somebody acted on it meanwhile; look again.' };

function refusalOf(error: MovingProblem): MigrationDone['kept'][number]['refusal'] {
  return 'words' in error ? error : { code: error.code, words: changedMeanwhile };
}
