import type { CardView } from '@yimen/contract';
import { ErrorSummary, inGroupsOfFour, timeInBeijing, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useCard } from './api.ts';
import { CardForm } from './CardForm.tsx';
import { messages } from './messages.ts';

function Evidence({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence')}</h2>
      <p>
        <Link to={`/cases/${encodeURIComponent(card.caseId)}`}>
          {t('toCase', { number: inGroupsOfFour(card.caseNumber) })}
        </Link>
      </p>
      <ul>
        {card.evidence.map((revision) => (
          <li key={revision}>{t('entry', { n: revision })}</li>
        ))}
      </ul>
    </section>
  );
}

function Ground({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      <dl className="card-facts">
        <dt>{t('basis')}</dt>
        <dd>
          《{card.basis.law}》{card.basis.article}
        </dd>
        <dt>{t('department')}</dt>
        <dd>{card.authorityName}</dd>
        <dt>{t('responsible')}</dt>
        <dd>{card.responsible.join('、') || '—'}</dd>
        <dt>{t('phase')}</dt>
        <dd>
          {say(card.phaseName)} {card.dueOn !== null && `（${card.dueOn}）`}
        </dd>
        <dt>{t('points')}</dt>
        <dd>{card.points}</dd>
      </dl>
      <section aria-labelledby="working">
        <h2 id="working">{t('working')}</h2>
        <ol>
          {card.working.map((line) => (
            <li key={line.en}>{say(line)}</li>
          ))}
        </ol>
      </section>
      <Evidence card={card} />
    </>
  );
}

function Life({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <section aria-labelledby="life">
      <h2 id="life">{t('life')}</h2>
      <ol className="card-life">
        {card.life.map((one) => (
          <li key={one.revision}>
            <b>{say(one.title)}</b> <span className="sub">{`${timeInBeijing(one.at)} · ${say(one.by)}`}</span>
            {one.lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A card whole: rule, article, counting, evidence, life, and what may be done. */
export function CardPage(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { cardId = '' } = useParams();
  const { data: card, error } = useCard(cardId);
  const problem = problemOf(error);
  if (problem !== undefined) return <ErrorSummary errors={[{ text: say(problem.words) }]} />;
  if (card === undefined) return <p className="loading">{t('loading')}</p>;
  return (
    <div className="page case card-page">
      <h1>
        <span className={`card-level card-level--${card.level}`}>{say(card.levelName)}</span> {card.rule}{' '}
        {say(card.ruleName)}
      </h1>
      <p className="sub">{say(card.about)}</p>
      {card.question !== undefined && <p>{card.question}</p>}
      <div className="case-columns">
        <div>
          <Ground card={card} />
          <Life card={card} />
        </div>
        <CardForm card={card} />
      </div>
    </div>
  );
}
