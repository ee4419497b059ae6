import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { messages } from './messages.ts';

/** Why something was not done, in the server's words; nothing when it was. */
export function Refusal({ error }: { readonly error: Error | null }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const problem = problemOf(error);
  if (problem === undefined) return null;
  return <ErrorSummary title={t('failed')} errors={[{ text: say(problem.words) }]} article={problem.article} />;
}
