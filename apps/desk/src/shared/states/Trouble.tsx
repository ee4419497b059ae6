import type { Problem } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';

const messages = { again: { zh: '重新读取', en: 'Try again' } };

interface TroubleProps {
  readonly problem: Problem;
  readonly onAgain: () => void;
  /** The heading of the screen, where nothing else gives it one. */
  readonly title?: string;
}

/** Why there is nothing to show, in the server's words, and the way to ask again. */
export function Trouble({ problem, onAgain, title }: TroubleProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="page">
      {title !== undefined && <h1>{title}</h1>}
      <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />
      <Button onClick={onAgain}>{t('again')}</Button>
    </div>
  );
}
