import { inGroupsOfFour, StatusLight, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWaitingFor } from '../../shared/cases/api.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { messages } from './messages.ts';

const ACTS = ['seal', 'issue', 'serve', 'close'];

export function DeliveryList({ current }: { readonly current: string | undefined }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const asked = useWaitingFor(ACTS);
  const rows = asked.data ?? [];
  const problem = problemOf(asked.error);
  return (
    <nav className="delivery-list" aria-label={t('list')}>
      <h2>{t('list')}</h2>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void asked.refetch()} />}
      {asked.isPending && <Loading words={t('loading')} />}
      {asked.data?.length === 0 && <p className="empty">{t('none')}</p>}
      <ul>
        {rows.map(({ caseId, number, itemName, applicantName, waitingFor, light }) => (
          <li key={`${caseId}-${waitingFor.act}`}>
            <Link
              to={`/delivery/${encodeURIComponent(caseId)}`}
              {...(caseId === current ? { 'aria-current': 'page' as const } : {})}
            >
              <b translate="no">{inGroupsOfFour(number)}</b> <Zh>{itemName}</Zh>
            </Link>
            <span className="sub">
              <Zh>{applicantName}</Zh> · {t('waitingFor', { act: say(waitingFor.name) })} <StatusLight light={light} />
            </span>
          </li>
        ))}
      </ul>
    </nav>
  );
}
