import type { Problem } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { Link } from 'react-router';

const messages = {
  again: { zh: '重新读取', en: 'Try again' },
  home: { zh: '返回首页', en: 'To the first page' },
  notFound: {
    zh: '没有找到：可能编号有误，也可能不在您的职责范围内。',
    en: 'Not found: the number may be wrong, or it is outside your duties.',
  },
};

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
      <ErrorSummary
        errors={[{ text: problem.status === 404 ? t('notFound') : say(problem.words) }]}
        article={problem.article}
      />
      <p className="row">
        <Button onClick={onAgain}>{t('again')}</Button>
        {title !== undefined && <Link to="/">{t('home')}</Link>}
      </p>
    </div>
  );
}
