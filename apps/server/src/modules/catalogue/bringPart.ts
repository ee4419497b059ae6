import {
  checkItem,
  diffItems,
  procedureFrom,
  toJson,
  type ItemChange,
  type ItemFinding,
  type ItemRule,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { authorityId } from '@yimen/core/people';
import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { readBpmn } from '../../platform/bpmn/index.ts';
import { readDmn } from '../../platform/dmn/index.ts';
import { readFeel } from '../../platform/feel/index.ts';
import { transact } from '../../platform/ledger/index.ts';
import type { Db } from '../../platform/shell.ts';
import { basisOf, draftOf, readContent, saveDraft, type Draft, type ItemKey } from './drafts.ts';
import type { PartProblem } from './partFaults.ts';

/** What a drawing or a file of tables makes of an item's draft: nothing is written yet. */
export interface BroughtPart {
  readonly content: ServiceItem;
  readonly changes: readonly ItemChange[];
  readonly draft: Draft;
}

/** A drawing (BPMN 2.0) as the procedure of an item's draft; undefined where there is no such item. `names`: departments by their id. */
export async function drawnProcedure(
  db: Db,
  key: ItemKey,
  bytes: Uint8Array,
  names: ReadonlyMap<string, string>,
): Promise<Result<BroughtPart, PartProblem> | undefined> {
  const basis = await basisOf(db, key);
  if (basis === undefined) return undefined;
  const draft = await draftOf(db, key, basis);
  const drawn = await readBpmn(bytes);
  if (!drawn.ok) return drawn;
  const ids = new Map([...names].map(([id, name]) => [name, id]));
  const made = procedureFrom(drawn.value, draft.content, (lane) => {
    const id = ids.get(lane);
    return id === undefined ? undefined : authorityId(id);
  });
  if (!made.ok) return refuse({ findings: made.error });
  return broughtInto(draft, { ...draft.content, procedure: made.value });
}

/** What a contract of an item bars (a name longer than any form takes) is told of the whole file. */
function broughtInto(draft: Draft, content: ServiceItem): Result<BroughtPart, PartProblem> {
  const read = readContent(toJson(content));
  if (read.ok) return ok({ content, changes: diffItems(draft.content, content), draft });
  const { field, message } = read.error;
  const words = { zh: `内容不符合格式：${field}`, en: `Of another shape than an item: ${field} (${message})` };
  return refuse({ line: 1, column: 1, words });
}

/** What makes a table unreadable; a name nobody asks for yet is told and bars publishing, not the draft. */
const UNREADABLE: readonly ItemRule[] = ['feel_invalid', 'table_shape', 'duplicate_id'];

function unreadableCells(content: ServiceItem): readonly ItemFinding[] {
  return checkItem(content, readFeel).filter(
    ({ field, rule }) => field.startsWith('discretion') && UNREADABLE.includes(rule),
  );
}

/**
 * The decision tables of a DMN file as the discretion of an item's draft; undefined where there is no such item. Refused with table,
 * row and column where a cell is no FEEL.
 */
export async function broughtTables(
  db: Db,
  key: ItemKey,
  bytes: Uint8Array,
): Promise<Result<BroughtPart, PartProblem> | undefined> {
  const basis = await basisOf(db, key);
  if (basis === undefined) return undefined;
  const draft = await draftOf(db, key, basis);
  const discretion = await readDmn(bytes);
  if (!discretion.ok) return discretion;
  const content = { ...draft.content, discretion: discretion.value };
  const cells = unreadableCells(content);
  return cells.length > 0 ? refuse({ tables: discretion.value, cells }) : broughtInto(draft, content);
}

/** Keeps it as the item's draft; the public reads nothing new before the five steps. */
export async function keepPart(
  db: Db,
  key: ItemKey,
  { content, draft }: BroughtPart,
  by: { readonly by: string; readonly at: Instant },
): Promise<Draft> {
  const saving = { key, revision: draft.revision, content: toJson(content), ...by };
  const saved = await transact(db, (tx) => saveDraft(tx, content, saving));
  if (!saved.ok) throw new Error(`${key.itemId}: ${saved.error.field} was read a moment ago`);
  return saved.value.draft;
}
