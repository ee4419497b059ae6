import type { AccountabilityView } from '@yimen/contract';
import { Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { Loading } from '../../../shared/states/Loading.tsx';
import { Trouble } from '../../../shared/states/Trouble.tsx';
import { useDay } from '../../../shared/when.ts';
import { Life } from '../Life.tsx';
import { CardName } from '../proposals/CardName.tsx';
import { AccountForm } from './AccountForm.tsx';
import { useAccount } from './api.ts';
import { messages } from './messages.ts';

function Ground({ account }: { readonly account: AccountabilityView }): JSX.Element {
  const say = useSay();
  return (
    <ul>
      {account.lead !== '' && (
        <li>
          <Mixed text={account.lead} />
        </li>
      )}
      {account.cards.map((card) => (
        <li key={card.cardId}>
          <Link to={`/supervision/cards/${encodeURIComponent(card.cardId)}`}>
            <CardName {...card} />
          </Link>
        </li>
      ))}
      {account.grounds.map(({ name, reference }) => (
        <li key={reference}>
          {say(name)} <Zh>{reference}</Zh>
        </li>
      ))}
      {account.proposals.map(({ proposalId, number }) => (
        <li key={proposalId}>
          <Link to={`/supervision/proposals/${encodeURIComponent(proposalId)}`}>
            <Zh>{number}</Zh>
          </Link>
        </li>
      ))}
    </ul>
  );
}

function KindList({ kinds }: Pick<AccountabilityView, 'kinds'>): JSX.Element {
  const say = useSay();
  return (
    <ul>
      {kinds.map(({ code, name, article }) => (
        <li key={code}>
          {code} <Mixed text={say(name)} /> <span className="sub" lang="zh-CN">{`（${article}）`}</span>
        </li>
      ))}
    </ul>
  );
}

function Facts({ account }: { readonly account: AccountabilityView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const lines: readonly (readonly [name: string, value: ReactNode])[] = [
    [t('department'), <Zh key="department">{account.authorityName}</Zh>],
    [t('level'), say(account.levelName)],
    [t('phase'), say(account.phaseName)],
    [t('until'), account.until === null ? '—' : day(account.until)],
    [t('lead'), <Ground key="lead" account={account} />],
    [t('kinds'), account.kinds.length === 0 ? '—' : <KindList key="kinds" kinds={account.kinds} />],
    [t('findings'), account.findings === null ? '—' : <Mixed key="findings" text={account.findings} />],
    [t('outcome'), account.outcomeName === null ? '—' : say(account.outcomeName)],
    [t('decider'), say(account.deciderName)],
    [t('points'), t('pointsOf', { n: account.points })],
  ];
  return (
    <dl className="card-facts">
      {lines.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A case about one person whole: its ground, what was found, its life, and what may be done. */
export function AccountPage(): JSX.Element {
  const t = useMessages(messages);
  const { accountId = '' } = useParams();
  const asked = useAccount(accountId);
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('accounts')} problem={problem} onAgain={() => void asked.refetch()} />;
  const account = asked.data;
  if (account === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page case card-page">
      <h1>
        {t('accounts')} <Zh>{`${account.number} ${account.subjectName}`}</Zh>
      </h1>
      <p>
        <Link to="/supervision/accountability">{t('back')}</Link>
      </p>
      <div className="case-columns">
        <div>
          <Facts account={account} />
          <Life life={account.life} />
        </div>
        <AccountForm account={account} />
      </div>
    </div>
  );
}
