import type { Json } from '@yimen/kernel';
import type { PublishedItem } from '../guideEntry.ts';
import { isList, isObject, toJson, type JsonObject } from '../jsonPaths.ts';
import { byId, sameJson } from '../merge.ts';
import { effectOf, type ChangeEffect } from './effect.ts';
import { labelOf, sayValue, type Words } from './labels.ts';

/** One thing that differs between two versions, in words. */
export interface ItemChange {
  /** Path with ids, `materials.lease.copies`. */
  readonly field: string;
  readonly label: Words;
  /** Absent: added, or taken away. */
  readonly before?: Json;
  readonly after?: Json;
  readonly words: Words;
  readonly effect: ChangeEffect;
}

/** A place in the item: with ids for programs, without them for the tables of words. */
interface Place {
  readonly full: readonly string[];
  readonly plain: readonly string[];
  /** The name of the material, fee, table it is in. */
  readonly within?: Words;
}

interface Side {
  readonly before: Json | undefined;
  readonly after: Json | undefined;
}

/** Version and dates say when, not what. */
const apart = new Set(['version', 'effectiveFrom', 'effectiveTo']);
/** Told whole: a limit's number means nothing without its unit and start. */
const wholes = /^limits\.\w+$|\.condition$|^situations\.limits$/;

/** What changed from one version to another, field by field; nothing where only version or dates differ. */
export function diffItems(before: PublishedItem, after: PublishedItem): readonly ItemChange[] {
  const side = { before: withoutDates(before), after: withoutDates(after) };
  return walk(side, { full: [], plain: [] });
}

function withoutDates(item: PublishedItem): Json {
  const json = toJson(item);
  return isObject(json) ? Object.fromEntries(Object.entries(json).filter(([key]) => !apart.has(key))) : json;
}

function walk({ before, after }: Side, place: Place): readonly ItemChange[] {
  if (sameJson(before, after)) return [];
  if (wholes.test(place.plain.join('.'))) return [changeAt({ before, after }, place)];
  if (isObject(before) && isObject(after)) return members({ before, after }, place);
  return lists({ before, after }, place);
}

/** A list that one side does not have is as good as empty. */
function lists({ before, after }: Side, place: Place): readonly ItemChange[] {
  const [was, is] = [before ?? [], after ?? []];
  const [old, now] = [byId(was), byId(is)];
  if (old !== undefined && now !== undefined && old.size + now.size > 0) return entries(old, now, place);
  if (isList(was) && isList(is)) return lines(was, is, place);
  return [changeAt({ before, after }, place)];
}

function members(
  { before, after }: { readonly before: JsonObject; readonly after: JsonObject },
  place: Place,
): readonly ItemChange[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  return keys.flatMap((key) =>
    walk(
      { before: before[key], after: after[key] },
      { ...place, full: [...place.full, key], plain: [...place.plain, key] },
    ),
  );
}

function entries(
  old: ReadonlyMap<string, JsonObject>,
  now: ReadonlyMap<string, JsonObject>,
  place: Place,
): readonly ItemChange[] {
  const ids = [...new Set([...old.keys(), ...now.keys()])];
  const changes = ids.flatMap((id) => {
    const side = { before: old.get(id), after: now.get(id) };
    const there = { ...place, full: [...place.full, id] };
    if (side.before === undefined || side.after === undefined) return [changeAt(side, there)];
    return walk(side, { ...there, within: sayValue(side.after) });
  });
  const moved = changes.length === 0 && !sameJson([...old.keys()], [...now.keys()]);
  return moved ? [changeAt({ before: [...old.values()], after: [...now.values()] }, place)] : changes;
}

/** Lists without ids: what was added and what was taken away. */
function lines(was: readonly Json[], is: readonly Json[], place: Place): readonly ItemChange[] {
  const gone = was.filter((one) => !is.some((other) => sameJson(one, other)));
  const come = is.filter((one) => !was.some((other) => sameJson(one, other)));
  const at = (index: number): Place => ({ ...place, full: [...place.full, String(index)] });
  if (gone.length + come.length === 0) return [changeAt({ before: was, after: is }, place)];
  return [
    ...gone.map((one) => changeAt({ before: one, after: undefined }, at(was.indexOf(one)))),
    ...come.map((one) => changeAt({ before: undefined, after: one }, at(is.indexOf(one)))),
  ];
}

function changeAt(side: Side, place: Place): ItemChange {
  const { before, after } = side;
  const label = labelOf(place.plain);
  return {
    field: place.full.join('.'),
    label,
    ...(before === undefined ? {} : { before }),
    ...(after === undefined ? {} : { after }),
    words: wordsOf(side, label, place.within),
    effect: effectOf(place.plain, side),
  };
}

function wordsOf({ before, after }: Side, label: Words, within: Words | undefined): Words {
  const [was, is] = [sayValue(before), sayValue(after)];
  const of = within === undefined ? { zh: '', en: '' } : { zh: `“${within.zh}”的`, en: ` of “${within.en}”` };
  if (before === undefined)
    return { zh: `${of.zh}${label.zh}增加：${is.zh}`, en: `Added to ${label.en}${of.en}: ${is.en}` };
  if (after === undefined)
    return { zh: `${of.zh}${label.zh}取消：${was.zh}`, en: `Taken from ${label.en}${of.en}: ${was.en}` };
  return {
    zh: `${of.zh}${label.zh}由“${was.zh}”改为“${is.zh}”`,
    en: `${label.en}${of.en}: from “${was.en}” to “${is.en}”`,
  };
}
