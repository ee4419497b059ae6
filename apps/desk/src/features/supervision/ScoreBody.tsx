import type { ScoreLineView, ScoreView } from '@yimen/contract';
import { Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
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
      {line.cases.length > 0 && (
        <span className="score-cards">
          {line.cases.map((caseId, at) => (
            <Link key={caseId} to={`/cases/${encodeURIComponent(caseId)}`}>
              {t('openCase', { n: at + 1 })}
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

interface PostContentProps {
  readonly post: NonNullable<ScoreView['post']>;
  readonly satisfaction: number | null;
}

/** What the ratings of a post say, or why they say nothing. */
function PostContent({ post: { ratings, passedOver }, satisfaction }: PostContentProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {t('ratings', { n: ratings })}
      {passedOver && <span className="tag tag--stale">{t('passedOver')}</span>}
      {satisfaction === null && <span className="sub">{t('fewRated')}</span>}
    </>
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
        {score.post !== undefined && <PostContent post={score.post} satisfaction={score.satisfaction} />}
      </dd>
      {score.post !== undefined && (
        <>
          <dt>{t('deeds')}</dt>
          <dd>{t('deedsDone', { n: score.post.deeds })}</dd>
        </>
      )}
      <dt>{t('sheet')}</dt>
      <dd>
        {say(sheet.title)} · <Mixed text={t('source', { source: sheet.source })} />
        {sheet.note !== undefined && <span className="sub">{say(sheet.note)}</span>}
      </dd>
    </dl>
  );
}

/** A score of a month: its facts, what may be entered and chosen, and every part and line with what it stands on. */
export function ScoreBody({ score }: { readonly score: ScoreView }): JSX.Element {
  return (
    <>
      <Facts score={score} />
      {score.sheets !== undefined && <EnterPoints score={score} />}
      {score.sheets !== undefined && <SheetChoice score={score} sheets={score.sheets} />}
      {score.sheets !== undefined && <AdjustSheet key={score.sheet.code} score={score} />}
      <Parts score={score} />
    </>
  );
}
