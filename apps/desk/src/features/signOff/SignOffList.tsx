import type { QueueRow } from '@yimen/contract';
import { StatusLight, useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { useWaitingFor } from '../../shared/cases/api.ts';
import { rowPath } from '../../shared/cases/rowPath.ts';
import { CaseLink } from '../../shared/table/CaseLink.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { messages } from './messages.ts';

const ACTS = ['sign', 'declineToSign'];

function useColumns(): readonly Column<QueueRow>[] {
  const t = useMessages(messages);
  const day = useDay();
  return [
    { key: 'light', title: t('light'), cell: ({ light }) => <StatusLight light={light} /> },
    { key: 'number', title: t('number'), cell: (row) => <CaseLink number={row.number} to={rowPath(row)} /> },
    { key: 'item', title: t('item'), cell: ({ itemName }) => <Zh>{itemName}</Zh> },
    { key: 'applicant', title: t('applicant'), cell: ({ applicantName }) => <Zh>{applicantName}</Zh> },
    { key: 'due', title: t('due'), cell: ({ due }) => day(due) },
  ];
}

/** What waits for this chief representative's signature, the least time first. */
export function SignOffList(): JSX.Element {
  const t = useMessages(messages);
  const asked = useWaitingFor(ACTS);
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      <Table
        caption={t('count', { n: asked.data?.length ?? 0 })}
        columns={useColumns()}
        rows={asked.data}
        keyOf={({ caseId }) => caseId}
        empty={{ title: t('none') }}
        asked={asked}
      />
    </div>
  );
}
