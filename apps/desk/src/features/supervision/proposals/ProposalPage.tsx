import type { ProposalView } from '@yimen/contract';
import { Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { Loading } from '../../../shared/states/Loading.tsx';
import { Trouble } from '../../../shared/states/Trouble.tsx';
import { useDay } from '../../../shared/when.ts';
import { Life } from '../Life.tsx';
import { proposalPaper, useProposal } from './api.ts';
import { CardName } from './CardName.tsx';
import { messages } from './messages.ts';
import { ProposalForm } from './ProposalForm.tsx';

function Facts({ proposal }: { readonly proposal: ProposalView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  return (
    <dl className="card-facts">
      <dt>{t('department')}</dt>
      <dd>
        <Zh>{proposal.authorityName}</Zh>
      </dd>
      <dt>{t('phase')}</dt>
      <dd>
        {say(proposal.phaseName)} {proposal.overdue && <span className="tag tag--stale">{t('overdue')}</span>}
      </dd>
      <dt>{t('replyBy')}</dt>
      <dd>{day(proposal.replyBy)}</dd>
      <dt>{t('found')}</dt>
      <dd>
        <Mixed text={proposal.found} />
      </dd>
      <dt>{t('advice')}</dt>
      <dd>
        <Mixed text={proposal.advice} />
      </dd>
      <dt>{t('grounds')}</dt>
      <dd>
        <ul>
          {proposal.cards.map((card) => (
            <li key={card.cardId}>
              <Link to={`/supervision/cards/${encodeURIComponent(card.cardId)}`}>
                <CardName {...card} />
              </Link>
            </li>
          ))}
        </ul>
      </dd>
    </dl>
  );
}

/** A proposal whole: its paper, its ground, its life, and what may be done. */
export function ProposalPage(): JSX.Element {
  const t = useMessages(messages);
  const { proposalId = '' } = useParams();
  const asked = useProposal(proposalId);
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('proposals')} problem={problem} onAgain={() => void asked.refetch()} />;
  const proposal = asked.data;
  if (proposal === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page case card-page">
      <h1>
        {t('proposals')} <Zh>{proposal.number}</Zh>
      </h1>
      <p>
        <Link to="/supervision/proposals">{t('back')}</Link> · <a href={proposalPaper(proposalId)}>{t('paper')}</a>
      </p>
      <div className="case-columns">
        <div>
          <Facts proposal={proposal} />
          <Life life={proposal.life} />
        </div>
        <ProposalForm proposal={proposal} />
      </div>
    </div>
  );
}
