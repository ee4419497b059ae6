import type { RowsAnswer } from '@yimen/contract';
import { inGroupsOfFour, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { useRows } from './api.ts';
import { messages } from './messages.ts';

function Row({ row }: { readonly row: RowsAnswer['rows'][number] }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <tr>
      <td data-label={t('number')}>
        <Link className="number" to={`/cases/${encodeURIComponent(row.caseId)}`}>
          {inGroupsOfFour(row.number)}
        </Link>
      </td>
      <td data-label={t('department')}>{row.authorityName}</td>
      <td data-label={t('stage')}>{say(row.stageName)}</td>
      <td data-label={t('due')}>{row.due ?? '—'}</td>
      <td data-label={t('took')}>
        {row.tookDays ?? '—'} / {row.promisedDays ?? '—'}
      </td>
    </tr>
  );
}

/** The cases a number of the board counted. */
export function RowsPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const { data } = useRows(params.toString());
  if (data === undefined) return <p className="loading">{t('loading')}</p>;
  return (
    <div className="page">
      <h1>{t('rows', { n: data.total })}</h1>
      <p>
        <Link to="/supervision">{t('back')}</Link>
      </p>
      {data.rows.length === 0 && <p className="empty">{t('none')}</p>}
      <table className="grid">
        <thead>
          <tr>
            {(['number', 'department', 'stage', 'due', 'took'] as const).map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {data.rows.map((row) => (
            <Row key={row.caseId} row={row} />
          ))}
        </tbody>
      </table>
    </div>
  );
}
