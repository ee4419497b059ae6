import {
  evolve,
  isEnded,
  migrate,
  previewMigration,
  type Actor,
  type CaseState,
  type MigrationEffect,
  type MigrationGround,
  type MigrationRefusal,
} from '@yimen/core/casework';
import type { ServiceItem } from '@yimen/core/catalogue';
import { ok, refuse, type Result } from '@yimen/kernel';
import { sql } from 'kysely';
import { contextOf, type Surroundings } from './context.ts';
import { projectionOf, rowsOf } from './project.ts';
import { findCase, openCase, streamOf, type CaseRow } from './snapshot.ts';
import type { CaseKey } from './tracking.ts';
import type { World } from './world.ts';

/** As many as one act moves; the rest come with the next. */
export const MOST_MOVED = 200;

/** An unfinished case under an older version, and what the newer one would do to it. */
export interface Movable {
  readonly key: CaseKey;
  readonly row: CaseRow;
  readonly state: CaseState;
  readonly effects: Result<readonly MigrationEffect[], MigrationRefusal>;
}

/** Unfinished cases of an item under older versions than the one in force, by their number. */
export async function movableCases(world: World, to: ServiceItem): Promise<readonly Movable[]> {
  const { rows } = await sql<{ case_id: string }>`select case_id from casework.cases
    where open and jurisdiction = ${to.jurisdiction} and item_id = ${to.id} and item_version < ${to.version}
    order by item_version, case_id limit ${MOST_MOVED}`.execute(world.shell.db);
  const around = await contextOf(world, to);
  const movable: Movable[] = [];
  for (const { case_id: caseId } of rows) {
    const key = { jurisdiction: to.jurisdiction, caseId };
    const row = await findCase(world.shell.db, key);
    // It may have ended since the list was read.
    if (row === undefined || isEnded(row.state)) continue;
    const from = await versionOf(world, row);
    movable.push({ key, row, state: row.state, effects: previewMigration(row.state, { ...around, from, to }) });
  }
  return movable;
}

const versionOf = ({ near }: World, { jurisdiction, item_id, item_version }: CaseRow): Promise<ServiceItem> =>
  near.itemVersion(jurisdiction, item_id, item_version);

export interface Moving {
  readonly key: CaseKey;
  readonly to: ServiceItem;
  readonly ground: MigrationGround;
  readonly actor: Actor;
  readonly commandId: string;
}

export type MovingProblem = MigrationRefusal | { readonly code: 'changed_meanwhile' | 'command_reused' };

/**
 * Moves one case to another version: one entry in its ledger, the steps that open by it, its clocks and tasks counted anew, in
 * one statement. A case of another item or hall is a bug of the caller.
 */
export async function moveCase(world: World, moving: Moving): Promise<Result<number, MovingProblem>> {
  const { key, to, commandId, ground } = moving;
  const request = { to: to.version, ...ground };
  const { opened, row } = await openCase(world.shell.db, { ...key, commandId, request });
  if (!opened.ok) return refuse({ code: 'command_reused' });
  const { head, answered } = opened.value;
  // The answer was written by this function.
  if (answered !== undefined) return ok((answered as unknown as { readonly revision: number }).revision);
  if (row?.item_id !== to.id) throw new Error(`${key.caseId} is no case of ${to.id}`);
  const context = await contextOf(world, to);
  const facts = migrate(row.state, { ...context, from: await versionOf(world, row), to }, ground);
  if (!facts.ok) return facts;
  const entries = facts.value.map((fact, at) => ({
    revision: head.revision + at + 1,
    at: context.now,
    actor: moving.actor,
    fact,
  }));
  return write(world, moving, { row, head, entries, context, request });
}

interface Writing {
  readonly row: CaseRow;
  readonly head: Parameters<World['pen']['write']>[0]['append']['after'];
  readonly entries: Parameters<typeof projectionOf>[1]['entries'];
  readonly context: Surroundings;
  readonly request: object;
}

async function write(
  world: World,
  { key, actor, commandId }: Moving,
  { row, head, entries, context, request }: Writing,
): Promise<Result<number, MovingProblem>> {
  const state = entries.reduce(evolve, row.state);
  const revision = head.revision + entries.length;
  const projection = await projectionOf(world, { key, before: row.state, state, revision, entries, context });
  const append = {
    jurisdiction: key.jurisdiction,
    stream: streamOf(key.caseId),
    after: head,
    entries: entries.map(({ fact: { type, ...body } }) => ({ type, body, actor })),
    stamp: { at: context.now, deviceTime: undefined, actor, commandId },
    remember: { request, answer: { revision } },
  };
  const moved = await world.pen.write({ append, rows: rowsOf(world, projection) });
  if (!moved.ok) return refuse({ code: 'changed_meanwhile' });
  world.bell.ring(key.jurisdiction, [context.item.authority]);
  return ok(revision);
}
