import type { ScoreLineView, ScoreView } from '@yimen/contract';
import { Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useMonth } from '../../shared/when.ts';
import { useScore } from './scoreApi.ts';
import { AdjustSheet } from './AdjustSheet.tsx';
import { EnterPoints, SheetChoice } from './ScoreForms.tsx';
import { messages } from './scoreMessages.ts';
import { shareOf } from './share.ts';

const SHARES = ['earlyShare', 'promiseCut', 'coverage', 'satisfaction', 'onTime'];

function LineView({ line }: { readonly line: ScoreLineView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const counted = SHARES.includes(line.by) ? shareOf({ ratio: line.count }) : t('times', { n: line.count ?? 0 });
  return (
    <li>
      {say(line.name)} · {counted} · <b>{line.points}</b>
      {line.cards.length > 0 && (
        <span className="score-cards">
          {line.cards.map((cardId, at) => (
            <Link key={cardId} to={`/supervision/cards/${encodeURIComponent(cardId)}`}>
              {t('open', { n: at + 1 })}
            </Link>
          ))}
        </span>
      )}
      {line.entered.map(({ times, reason, record }) => (
        <span key={`${reason} ${record}`} className="sub">
          <Zh>{t('entryBy', { n: times, reason, record })}</Zh>
        </span>
      ))}
    </li>
  );
}

function Parts({ score }: { readonly score: ScoreView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="score-parts">
      {score.parts.map((part) => (
        <section key={part.code} aria-labelledby={`part-${part.code}`}>
          <h2 id={`part-${part.code}`}>
            {say(part.name)}{' '}
            <span className="sub-inline">{t('weight', { points: part.points, weight: part.weight })}</span>
          </h2>
          <ul>
            {part.lines.map((line) => (
              <LineView key={line.code} line={line} />
            ))}
          </ul>
        </section>
      ))}
      {score.bonus.length > 0 && (
        <section aria-labelledby="part-bonus">
          <h2 id="part-bonus">{t('bonus')}</h2>
          <ul>
            {score.bonus.map((line) => (
              <LineView key={line.code} line={line} />
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Facts({ score }: { readonly score: ScoreView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { sheet, quarter, year, accountability } = score;
  return (
    <dl className="card-facts">
      <dt>{t('total')}</dt>
      <dd>
        <b>{score.total}</b> {score.running && <span className="tag">{t('running')}</span>}
      </dd>
      <dt>{t('quarter')}</dt>
      <dd>{quarter === undefined ? '—' : `${String(quarter.mean)} · ${say(quarter.gradeName)}`}</dd>
      <dt>{t('year')}</dt>
      <dd>
        {year ?? '—'}{' '}
        {accountability > 0 && (
          <Link to="/supervision/accountability">{t('accountability', { n: accountability })}</Link>
        )}
      </dd>
      <dt>{t('satisfaction')}</dt>
      <dd>
        {shareOf({ ratio: score.satisfaction })} {score.short && <span className="tag tag--stale">{t('short')}</span>}
      </dd>
      <dt>{t('sheet')}</dt>
      <dd>
        {say(sheet.title)} · <Mixed text={t('source', { source: sheet.source })} />
        {sheet.note !== undefined && <span className="sub">{say(sheet.note)}</span>}
      </dd>
    </dl>
  );
}

/** A department's score of a month: every part, every line, and what each point stands on. */
export function ScorePage(): JSX.Element {
  const t = useMessages(messages);
  const inWords = useMonth();
  const { authority = '', month = '' } = useParams();
  const asked = useScore(authority, month);
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('scores')} problem={problem} onAgain={() => void asked.refetch()} />;
  const score = asked.data;
  if (score === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page score">
      <h1>
        <Zh>{score.name}</Zh> · {inWords(score.month)}
      </h1>
      <p>
        <Link to={`/supervision/scores?month=${score.month}`}>{t('back')}</Link>
      </p>
      <Facts score={score} />
      {score.sheets !== undefined && <EnterPoints score={score} />}
      {score.sheets !== undefined && <SheetChoice score={score} sheets={score.sheets} />}
      {score.sheets !== undefined && <AdjustSheet key={score.sheet.code} score={score} />}
      <Parts score={score} />
    </div>
  );
}
