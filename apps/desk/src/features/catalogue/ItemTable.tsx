import type { DeskItemRow, DeskItems } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { messages } from './messages.ts';

const COLUMNS = ['item', 'department', 'kind', 'version', 'from', 'state', 'allFindings'] as const;

/** One page of items; the next one has an address too. */
export function ItemTable({ items }: { readonly items: DeskItems }): JSX.Element {
  const t = useMessages(messages);
  if (items.total === 0) return <p className="empty">{t('nothingFound')}</p>;
  return (
    <>
      <table className="grid">
        <caption>{t('count', { n: items.total })}</caption>
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
          {items.rows.map((row) => (
            <ItemRow key={row.id} row={row} />
          ))}
        </tbody>
      </table>
      <Pages next={items.next} />
    </>
  );
}

function ItemRow({ row }: { readonly row: DeskItemRow }): JSX.Element {
  const t = useMessages(messages);
  return (
    <tr>
      <td data-label={t('item')}>
        <Link to={`/catalogue/${encodeURIComponent(row.id)}`}>{row.name}</Link>
      </td>
      <td data-label={t('department')}>{row.authorityName}</td>
      <td data-label={t('kind')}>{row.kindName}</td>
      <td data-label={t('version')}>{row.version}</td>
      <td data-label={t('from')}>{row.effectiveFrom}</td>
      <td data-label={t('state')}>
        {t(row.full ? 'full' : 'guideOnly')}{' '}
        {row.draft !== undefined && <span className="tag tag--stage">{t('draft')}</span>}
      </td>
      <td data-label={t('allFindings')}>
        <Counts findings={row.findings} />
      </td>
    </tr>
  );
}

function Counts({ findings }: { readonly findings: DeskItemRow['findings'] | undefined }): JSX.Element {
  const t = useMessages(messages);
  if (findings === undefined) return <>—</>;
  const { errors, warnings } = findings;
  return (
    <span className="counts-found">
      {errors > 0 && <span className="tag tag--failed">{t('errors', { n: errors })}</span>}
      {warnings > 0 && <span className="tag tag--making">{t('warnings', { n: warnings })}</span>}
      {errors + warnings === 0 && t('clean')}
    </span>
  );
}

function Pages({ next }: { readonly next: string | undefined }): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const at = (cursor: string | undefined): string => {
    const to = new URLSearchParams(params);
    to.delete('cursor');
    if (cursor !== undefined) to.set('cursor', cursor);
    return `?${to.toString()}`;
  };
  return (
    <p className="done-links">
      {params.has('cursor') && <Link to={at(undefined)}>{t('first')}</Link>}
      {next !== undefined && <Link to={at(next)}>{t('more')}</Link>}
    </p>
  );
}
