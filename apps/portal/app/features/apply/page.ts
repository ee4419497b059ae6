import type { Draft, DraftContent } from '@yimen/contract';
import { redirect } from 'react-router';
import type { Loading } from '../../visit.ts';
import type { FieldError } from '../shell/fields.tsx';
import { baseOf, loadApplying, saveTyped, typedIn, type Applying } from './draft.ts';
import { journeyOf, pathAfter } from './journey.ts';

interface PageAction {
  readonly draftId: string;
  /** Below `/apply/:draftId/`. */
  readonly path: string;
  readonly into: 'applicant' | 'answers';
  readonly names: (applying: Applying) => readonly string[];
  readonly check: (content: DraftContent, applying: Applying) => readonly FieldError[];
}

export interface PageAnswer {
  readonly errors: readonly FieldError[];
  /** The save of another device that came first. */
  readonly newer?: number;
}

/** What every question page does when posted: save whatever was typed, then check it, then go on. Saving never waits for being right. */
export async function actOnPage(loading: Loading, page: PageAction): Promise<PageAnswer | Response> {
  const form = await loading.request.formData();
  const applying = await loadApplying(loading, page.draftId);
  const typed = typedIn(form, page.names(applying));
  const { draft, elsewhere } = await saveTyped(loading, applying, { part: page.into, typed, base: baseOf(form) });
  if (elsewhere.length > 0) {
    const told = elsewhere.map((field) => toldOf(draft, { part: page.into, field, typed: typed[field] ?? '' }));
    return { errors: told, newer: draft.revision };
  }
  const errors = page.check(draft.content, applying);
  if (errors.length > 0) return { errors };
  const fromCheck = new URL(loading.request.url).searchParams.get('back') === 'check';
  return redirect(
    `/apply/${page.draftId}/${pathAfter(journeyOf(applying.detail, draft.content), page.path, fromCheck)}`,
  );
}

interface Meanwhile {
  readonly part: 'applicant' | 'answers';
  readonly field: string;
  readonly typed: string;
}

/** Nothing is lost: both wordings are shown, the other device's stands until somebody types again. */
function toldOf(draft: Draft, { part, field, typed }: Meanwhile): FieldError {
  const kept = draft.content[part][field] ?? '';
  return {
    field,
    words: {
      zh: `另一台设备刚把这里改成“${kept}”，现在保存的是它；您在这里填的是“${typed}”，要用它请重新填写`,
      en: `Another device has just changed this to “${kept}”, which stands. You had typed “${typed}” here; to use that, type it again`,
    },
  };
}
