import { Draft, Guide, type DraftChange } from '@yimen/contract';
import { deviceOf } from '../../cookies.ts';
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

/** Saves one change, under this browser's name, and gives the draft as it then stands. */
export async function saveDraft(loading: Loading, draftId: string, change: DraftChange): Promise<Draft> {
  const path = `/drafts/${encodeURIComponent(draftId)}`;
  const device = deviceOf(loading.request);
  const named = device === undefined || 'itemRead' in change ? change : { ...change, device };
  const saved = await send(loading, path, { method: 'PATCH', body: named }, Draft);
  if (!saved.ok) throw new Response(null, { status: saved.error.status });
  return saved.value;
}

export interface Typing {
  readonly part: 'applicant' | 'answers';
  readonly typed: Readonly<Record<string, string>>;
  /** The save the page was loaded at. */
  readonly base: number;
}

export interface Typed {
  readonly draft: Draft;
  /** Fields another device changed after the page was loaded: its words stand, and the person is told. */
  readonly elsewhere: readonly string[];
}

/** Saves what one page has typed, except where that would undo in silence what another device typed later. */
export async function saveTyped(
  loading: Loading,
  { draft }: Pick<Applying, 'draft'>,
  { part, typed, base }: Typing,
): Promise<Typed> {
  const elsewhere = changedElsewhere(draft, { part, typed, base }, deviceOf(loading.request) ?? '');
  const mine = Object.fromEntries(Object.entries(typed).filter(([name]) => !elsewhere.includes(name)));
  if (Object.keys(mine).length === 0) return { draft, elsewhere };
  const change: DraftChange = part === 'applicant' ? { applicant: mine } : { answers: mine };
  return { draft: await saveDraft(loading, draft.draftId, change), elsewhere };
}

export function changedElsewhere(draft: Draft, { part, typed, base }: Typing, device: string): readonly string[] {
  return Object.keys(typed).filter((name) => {
    const touched = draft.touched[`${part}.${name}`];
    if (touched === undefined || touched.revision <= base || touched.device === device) return false;
    return draft.content[part][name] !== typed[name];
  });
}

/** The save a posted page says it was loaded at; a page that says none is taken for one loaded now. */
export function baseOf(form: FormData): number {
  const base = form.get('base');
  return typeof base === 'string' && /^\d{1,9}$/.test(base) ? Number(base) : Number.MAX_SAFE_INTEGER;
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
