import { Draft, Guide, type DraftChange, type DraftContent } from '@yimen/contract';
import { read, send } from '../../api.ts';
import type { Loading } from '../../visit.ts';

export interface Applying {
  readonly draft: Draft;
  readonly guide: Guide;
  readonly detail: NonNullable<Guide['detail']>;
}

/** The draft and the version of the item it was begun under. An address nobody was given is not found. */
export async function loadApplying(loading: Loading, draftId: string): Promise<Applying> {
  const draft = await read(loading, `/drafts/${encodeURIComponent(draftId)}`, Draft);
  const guide = await read(loading, `/items/${draft.jurisdiction}/${encodeURIComponent(draft.itemId)}`, Guide);
  if (guide.detail === undefined) throw new Response(null, { status: 404 });
  return { draft, guide, detail: guide.detail };
}

/** Saves one page and gives the draft as it then stands. */
export async function saveDraft(loading: Loading, draftId: string, change: DraftChange): Promise<DraftContent> {
  const path = `/drafts/${encodeURIComponent(draftId)}`;
  const saved = await send(loading, path, { method: 'PATCH', body: change }, Draft);
  if (!saved.ok) throw new Response(null, { status: saved.error.status });
  return saved.value.content;
}

/** The text fields of a posted form, bounded as the draft is; files and the form's own controls are left out. */
export function typedIn(form: FormData, names: readonly string[]): Record<string, string> {
  const typed: Record<string, string> = {};
  for (const name of names) {
    const value = form.get(name);
    if (typeof value === 'string') typed[name] = value.slice(0, 4000);
  }
  return typed;
}
