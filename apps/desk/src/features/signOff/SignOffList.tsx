import type { QueueRow } from '@yimen/contract';
import { inGroupsOfFour, StatusLight, useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useWaitingFor } from '../../shared/cases/api.ts';
import { rowPath } from '../../shared/cases/rowPath.ts';
import { messages } from './messages.ts';

const ACTS = ['sign', 'declineToSign'];

const COLUMNS = ['light', 'number', 'item', 'applicant', 'due'] as const;

function Rows({ rows }: { readonly rows: readonly QueueRow[] }): JSX.Element {
  const t = useMessages(messages);
  return (
    <table className="grid">
      <thead>
        <tr>
          {COLUMNS.map((name) => (
            <th key={name} scope="col">
              {t(name)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.caseId}>
            <td data-label={t('light')}>
              <StatusLight light={row.light} />
            </td>
            <td data-label={t('number')}>
              <Link className="number" to={rowPath(row)}>
                {inGroupsOfFour(row.number)}
              </Link>
            </td>
            <td lang="zh-CN" data-label={t('item')}>
              {row.itemName}
            </td>
            <td lang="zh-CN" data-label={t('applicant')}>
              {row.applicantName}
            </td>
            <td data-label={t('due')}>{row.due ?? '—'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What waits for this chief representative's signature, the least time first. */
export function SignOffList(): JSX.Element {
  const t = useMessages(messages);
  const rows = useWaitingFor(ACTS).data;
  return (
    <div className="page">
      <h1>{t('title')}</h1>
      {rows === undefined && <p className="loading">{t('loading')}</p>}
      {rows?.length === 0 && <p className="empty">{t('none')}</p>}
      {rows !== undefined && rows.length > 0 && <Rows rows={rows} />}
    </div>
  );
}
