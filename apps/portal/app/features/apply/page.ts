import type { DraftContent } from '@yimen/contract';
import { redirect } from 'react-router';
import type { Loading } from '../../visit.ts';
import type { FieldError } from '../shell/fields.tsx';
import { loadApplying, saveDraft, typedIn, type Applying } from './draft.ts';
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
  readonly saved: true;
}

/** What every question page does when posted: save whatever was typed, then check it, then go on. Saving never waits for being right. */
export async function actOnPage(loading: Loading, page: PageAction): Promise<PageAnswer | Response> {
  const form = await loading.request.formData();
  const applying = await loadApplying(loading, page.draftId);
  const typed = typedIn(form, page.names(applying));
  const change = page.into === 'applicant' ? { applicant: typed } : { answers: typed };
  const content = await saveDraft(loading, page.draftId, change);
  if (form.get('autosave') === 'yes') return { errors: [], saved: true };
  const errors = page.check(content, applying);
  if (errors.length > 0) return { errors, saved: true };
  const fromCheck = new URL(loading.request.url).searchParams.get('back') === 'check';
  return redirect(`/apply/${page.draftId}/${pathAfter(journeyOf(applying.detail, content), page.path, fromCheck)}`);
}
