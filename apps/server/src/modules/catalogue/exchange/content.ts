import { EntryContent, ItemContent } from '@yimen/contract';
import { isObject, type PublishedItem } from '@yimen/core/catalogue';
import { ok, refuse, type Json, type Result } from '@yimen/kernel';

/** Where in an item something cannot be read. */
export interface ContentProblem {
  readonly field: string;
  readonly value: string;
}

/** JSON from outside as an item; refused with the first field that is of another shape. */
export function readContent(json: Json): Result<PublishedItem, ContentProblem> {
  const shape = isObject(json) && isObject(json['procedure']) ? ItemContent : EntryContent;
  const read = shape.safeParse(json);
  if (read.success) return ok(read.data);
  const [issue] = read.error.issues;
  const path = issue?.path.map(String) ?? [];
  return refuse({ field: path.join('.'), value: issue?.message ?? '' });
}
