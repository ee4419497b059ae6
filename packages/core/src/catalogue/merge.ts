import { canonicalJson, type Json } from '@yimen/kernel';
import { isList, isObject, type JsonObject } from './jsonPaths.ts';

/** Two people changed the same thing differently. The merged value has `theirs`; `mine` is kept here, so that nothing is lost. */
export interface MergeConflict {
  readonly field: string;
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export interface Merged {
  readonly value: Json | undefined;
  readonly conflicts: readonly MergeConflict[];
}

interface Three {
  readonly base: Json | undefined;
  readonly mine: Json | undefined;
  readonly theirs: Json | undefined;
}

export const sameJson = (left: Json | undefined, right: Json | undefined): boolean =>
  left === undefined || right === undefined ? left === right : canonicalJson(left) === canonicalJson(right);

/**
 * Joins what two people made of the same item (two editors of a draft; a city's template and a county's own). Members of
 * objects and entries with an `id` are joined one by one; any other list is one thing.
 */
export function mergeJson({ base, mine, theirs }: Three, field = ''): Merged {
  if (sameJson(mine, theirs) || sameJson(base, mine)) return { value: theirs, conflicts: [] };
  if (sameJson(base, theirs)) return { value: mine, conflicts: [] };
  if (isObject(mine) && isObject(theirs)) return mergeObjects(isObject(base) ? base : {}, { mine, theirs }, field);
  return mergeWholes({ base, mine, theirs }, field);
}

/** Lists of entries with ids are joined; of anything else one side must give way, and is kept in the conflict. */
function mergeWholes({ base, mine, theirs }: Three, field: string): Merged {
  const lists = [byId(base ?? []), byId(mine), byId(theirs)] as const;
  const [was, own, other] = lists;
  if (was === undefined || own === undefined || other === undefined) {
    return { value: theirs, conflicts: [{ field, base, mine, theirs }] };
  }
  return mergeLists(was, { own, other }, field);
}

function mergeObjects(
  base: JsonObject,
  { mine, theirs }: { readonly mine: JsonObject; readonly theirs: JsonObject },
  field: string,
): Merged {
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(mine)])];
  const parts = keys.map((key) => {
    const three = { base: base[key], mine: mine[key], theirs: theirs[key] };
    return { key, ...mergeJson(three, field === '' ? key : `${field}.${key}`) };
  });
  const members = parts.filter(({ value }) => value !== undefined).map(({ key, value }) => [key, value] as const);
  return { value: Object.fromEntries(members), conflicts: parts.flatMap(({ conflicts }) => conflicts) };
}

type ById = ReadonlyMap<string, JsonObject>;

/** Entries by their id; undefined where the list is no list of such. */
export function byId(value: Json | undefined): ById | undefined {
  if (!isList(value)) return undefined;
  const entries = value.flatMap((one) =>
    isObject(one) && typeof one['id'] === 'string' ? [[one['id'], one] as const] : [],
  );
  const map = new Map(entries);
  return map.size === value.length ? map : undefined;
}

/** Order is theirs, with what only I added at the end; where only I changed the order, it is mine. */
function mergeLists(base: ById, { own, other }: { readonly own: ById; readonly other: ById }, field: string): Merged {
  const reordered = sameJson([...base.keys()], [...other.keys()]);
  const [first, second] = reordered ? [own, other] : [other, own];
  const ids = [...new Set([...first.keys(), ...second.keys()])];
  const parts = ids.map((id) =>
    mergeJson({ base: base.get(id), mine: own.get(id), theirs: other.get(id) }, `${field}.${id}`),
  );
  return {
    value: parts.flatMap(({ value }) => (value === undefined ? [] : [value])),
    conflicts: parts.flatMap(({ conflicts }) => conflicts),
  };
}
