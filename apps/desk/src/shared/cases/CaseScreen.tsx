import type { CaseView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { problemOf } from '../forms/refusal.ts';
import { Loading } from '../states/Loading.tsx';
import { Trouble } from '../states/Trouble.tsx';
import { useCase } from './api.ts';
import { messages } from './messages.ts';

interface CaseScreenProps {
  readonly caseId: string;
  readonly children: (shown: CaseView) => JSX.Element;
}

/** Loads a case and says in words why it cannot be shown; what is on screen stays while it is asked again. */
export function CaseScreen({ caseId, children }: CaseScreenProps): JSX.Element {
  const t = useMessages(messages);
  const asked = useCase(caseId);
  if (asked.data !== undefined) return children(asked.data);
  const problem = problemOf(asked.error);
  if (problem === undefined) return <Loading words={t('loading')} />;
  return <Trouble title={t('case')} problem={problem} onAgain={() => void asked.refetch()} />;
}
