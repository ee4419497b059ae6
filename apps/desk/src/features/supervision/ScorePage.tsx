import type { ScoreView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useMonth } from '../../shared/when.ts';
import { useScore, type ScoredMonth } from './scoreApi.ts';
import { ScoreBody } from './ScoreBody.tsx';
import { messages } from './scoreMessages.ts';

/** A department's score of a month. */
export function ScorePage(): JSX.Element {
  const { authority = '', month = '' } = useParams();
  return <Scored asked={{ subject: 'department', scored: authority, month: month as ScoreView['month'] }} />;
}

/** A post's, for whom it concerns. */
export function PostScorePage(): JSX.Element {
  const { post = '', month = '' } = useParams();
  return <Scored asked={{ subject: 'post', scored: post, month: month as ScoreView['month'] }} />;
}

const LISTS = {
  department: { to: '/supervision/scores', title: 'scores', back: 'back' },
  post: { to: '/supervision/posts', title: 'postScores', back: 'backToPosts' },
} as const;

function Scored({ asked }: { readonly asked: ScoredMonth }): JSX.Element {
  const t = useMessages(messages);
  const inWords = useMonth();
  const answer = useScore(asked);
  const { to, title, back } = LISTS[asked.subject];
  const problem = problemOf(answer.error);
  if (problem !== undefined)
    return <Trouble title={t(title)} problem={problem} onAgain={() => void answer.refetch()} />;
  const score = answer.data;
  if (score === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page score">
      <h1>
        <Zh>{score.name}</Zh> · {inWords(score.month)}
      </h1>
      {score.post !== undefined && (
        <p className="sub">
          <Zh>{score.post.department}</Zh> · {t('postSeen')}
        </p>
      )}
      <p>
        <Link to={`${to}?month=${score.month}`}>{t(back)}</Link>
      </p>
      <ScoreBody score={score} />
    </div>
  );
}
