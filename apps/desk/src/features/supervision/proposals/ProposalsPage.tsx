import type { ProposalRow } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../../shared/table/Table.tsx';
import { useDay } from '../../../shared/when.ts';
import { useProposals } from './api.ts';
import { IssueForm } from './IssueForm.tsx';
import { messages } from './messages.ts';

function useColumns(): readonly Column<ProposalRow>[] {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  return [
    {
      key: 'number',
      title: t('number'),
      cell: ({ proposalId, number }) => (
        <Link to={`/supervision/proposals/${encodeURIComponent(proposalId)}`}>
          <Zh>{number}</Zh>
        </Link>
      ),
    },
    { key: 'department', title: t('department'), names: true, cell: ({ authorityName }) => <Zh>{authorityName}</Zh> },
    { key: 'issued', title: t('issuedOn'), cell: ({ issuedOn }) => day(issuedOn), sortBy: ({ issuedOn }) => issuedOn },
    { key: 'phase', title: t('phase'), cell: ({ phaseName }) => say(phaseName) },
    {
      key: 'reply',
      title: t('replyBy'),
      cell: ({ replyBy, overdue }) => (
        <>
          {day(replyBy)} {overdue && <span className="tag tag--stale">{t('overdue')}</span>}
        </>
      ),
      sortBy: ({ replyBy }) => replyBy ?? '',
    },
  ];
}

/** 监察建议书: all of the hall, or those put to one's own department; `?card=` begins one from that card. */
export function ProposalsPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = useProposals();
  const card = params.get('card');
  return (
    <div className="page">
      <h1>{t('proposals')}</h1>
      <p className="sub">{t('intro')}</p>
      {asked.data?.mayIssue === true && card !== null && <IssueForm cardId={card} />}
      <Table
        caption={t('caption', { n: asked.data?.rows.length ?? 0 })}
        columns={useColumns()}
        rows={asked.data?.rows}
        keyOf={({ proposalId }) => proposalId}
        empty={{ title: t('none'), hint: t('noneHint') }}
        asked={asked}
      />
    </div>
  );
}
