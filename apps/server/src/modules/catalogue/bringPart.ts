import { procedureFrom, toJson, type ItemChange, type ServiceItem, diffItems } from '@yimen/core/catalogue';
import { authorityId } from '@yimen/core/people';
import { ok, refuse, type Instant, type Result } from '@yimen/kernel';
import { readBpmn, type BpmnProblem } from '../../platform/bpmn/index.ts';
import { readDmn } from '../../platform/dmn/index.ts';
import type { XmlProblem } from '../../platform/xml.ts';
import { transact } from '../../platform/ledger/index.ts';
import type { Db } from '../../platform/shell.ts';
import { basisOf, draftOf, saveDraft, type Draft, type ItemKey } from './drafts.ts';

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
): Promise<Result<BroughtPart, BpmnProblem> | undefined> {
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
  const content = { ...draft.content, procedure: made.value };
  return ok({ content, changes: diffItems(draft.content, content), draft });
}

/** The decision tables of a DMN file as the discretion of an item's draft; undefined where there is no such item. */
export async function broughtTables(
  db: Db,
  key: ItemKey,
  bytes: Uint8Array,
): Promise<Result<BroughtPart, XmlProblem> | undefined> {
  const basis = await basisOf(db, key);
  if (basis === undefined) return undefined;
  const draft = await draftOf(db, key, basis);
  const discretion = await readDmn(bytes);
  if (!discretion.ok) return discretion;
  const content = { ...draft.content, discretion: discretion.value };
  return ok({ content, changes: diffItems(draft.content, content), draft });
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
