import type { CardView } from '@yimen/contract';
import { inGroupsOfFour, Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { useDay } from '../../shared/when.ts';
import { useCard } from './api.ts';
import { CardForm } from './CardForm.tsx';
import { Level } from './Level.tsx';
import { Life } from './Life.tsx';
import { messages } from './messages.ts';

const LEDGER = /^ledger:(?<authority>[^:]+):(?<kind>[^:]+):(?<month>[^:]+)$/;

/** What the card is about: a case, or a row of a department's ledger that has none. */
function Source({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  const { authority = '', kind = '', month = '' } = LEDGER.exec(card.caseId)?.groups ?? {};
  return authority === '' ? (
    <Link to={`/cases/${encodeURIComponent(card.caseId)}`}>
      {t('toCase', { number: inGroupsOfFour(card.caseNumber) })}
    </Link>
  ) : (
    <Link to={`/supervision/ledgers/${encodeURIComponent(authority)}/${kind}/${month}`}>
      <Mixed text={t('toLedger', { number: card.caseNumber })} />
    </Link>
  );
}

function Evidence({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  return (
    <section aria-labelledby="evidence">
      <h2 id="evidence">{t('evidence')}</h2>
      <p>
        <Source card={card} />
      </p>
      <ul>
        {card.evidence.map((revision) => (
          <li key={revision}>{t('entry', { n: revision })}</li>
        ))}
      </ul>
    </section>
  );
}

function Facts({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const say = useSay();
  return (
    <dl className="card-facts">
      <dt>{t('basis')}</dt>
      <dd>
        <Zh>
          《{card.basis.law}》{card.basis.article}
        </Zh>
      </dd>
      <dt>{t('department')}</dt>
      <dd>
        <Zh>{card.authorityName}</Zh>
      </dd>
      <dt>{t('responsible')}</dt>
      <dd>
        <Zh>{card.responsible.join('、') || '—'}</Zh>
      </dd>
      <dt>{t('phase')}</dt>
      <dd>
        {say(card.phaseName)} {card.dueOn !== null && t('by', { day: day(card.dueOn) })}
      </dd>
      <dt>{t('points')}</dt>
      <dd>{card.points}</dd>
    </dl>
  );
}

function Ground({ card }: { readonly card: CardView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      <Facts card={card} />
      <section aria-labelledby="working">
        <h2 id="working">{t('working')}</h2>
        <ol>
          {card.working.map((line) => (
            <li key={line.en}>
              <Mixed text={say(line)} />
            </li>
          ))}
        </ol>
      </section>
      <Evidence card={card} />
    </>
  );
}

/** A supervisor puts what a card shows to its department on paper. */
function ProposeLink({ cardId }: { readonly cardId: string }): JSX.Element | null {
  const t = useMessages(messages);
  const { roles } = useSignedIn();
  if (!roles.includes('supervisor')) return null;
  return (
    <p>
      <Link to={`/supervision/proposals?card=${encodeURIComponent(cardId)}`}>{t('propose')}</Link> ·{' '}
      <Link to={`/supervision/accountability?card=${encodeURIComponent(cardId)}`}>{t('account')}</Link>
    </p>
  );
}

/** What the card is, what it is about, and what an urging asks. */
function Heading({ card }: { readonly card: CardView }): JSX.Element {
  const say = useSay();
  return (
    <>
      <h1>
        <Level card={card} /> {card.rule} {say(card.ruleName)}
      </h1>
      {say(card.about) !== say(card.ruleName) && (
        <p className="sub">
          <Mixed text={say(card.about)} />
        </p>
      )}
      {card.answerName !== undefined && (
        <p>
          <span className="tag">{say(card.answerName)}</span>
        </p>
      )}
      {card.question !== undefined && (
        <p>
          <Mixed text={card.question} />
        </p>
      )}
    </>
  );
}

/** A card whole: rule, article, counting, evidence, life, and what may be done. */
export function CardPage(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { cardId = '' } = useParams();
  const asked = useCard(cardId);
  const card = asked.data;
  const problem = problemOf(asked.error);
  if (card === undefined && problem !== undefined)
    return <Trouble title={t('cards')} problem={problem} onAgain={() => void asked.refetch()} />;
  if (card === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page case card-page">
      <Heading card={card} />
      <div className="case-columns">
        <div>
          <Ground card={card} />
          <Life life={card.life.map((one) => ({ ...one, by: say(one.by) }))}>
            <ProposeLink cardId={card.cardId} />
          </Life>
        </div>
        <CardForm card={card} />
      </div>
    </div>
  );
}
