import type { DeskItemRow, DeskItems } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { messages } from './messages.ts';

function useColumns(): readonly Column<DeskItemRow>[] {
  const t = useMessages(messages);
  const day = useDay();
  return [
    { key: 'item', title: t('item'), cell: ({ id, name }) => <ItemLink id={id} name={name} />, names: true },
    { key: 'department', title: t('department'), cell: ({ authorityName }) => <Zh>{authorityName}</Zh> },
    { key: 'kind', title: t('kind'), cell: ({ kindName }) => <Zh>{kindName}</Zh> },
    { key: 'version', title: t('version'), cell: ({ version }) => version },
    { key: 'from', title: t('from'), cell: ({ effectiveFrom }) => day(effectiveFrom) },
    { key: 'state', title: t('state'), cell: (row) => <State row={row} /> },
    { key: 'allFindings', title: t('allFindings'), cell: ({ findings }) => <Counts findings={findings} /> },
  ];
}

function ItemLink({ id, name }: Pick<DeskItemRow, 'id' | 'name'>): JSX.Element {
  return (
    <Link className="opens" to={`/catalogue/${encodeURIComponent(id)}`}>
      <Zh>{name}</Zh>
    </Link>
  );
}

function State({ row }: { readonly row: DeskItemRow }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {t(row.full ? 'full' : 'guideOnly')}{' '}
      {row.draft !== undefined && <span className="tag tag--stage">{t('draft')}</span>}
    </>
  );
}

interface ItemTableProps {
  readonly items: DeskItems | undefined;
  readonly asked: { readonly error: Error | null; readonly refetch: () => unknown };
}

/** One page of items; the next one has an address too. */
export function ItemTable({ items, asked }: ItemTableProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <Table
        caption={t('count', { n: items?.total ?? 0 })}
        columns={useColumns()}
        rows={items?.rows}
        keyOf={({ id }) => id}
        empty={{ title: t('nothingFound') }}
        asked={asked}
      />
      <Pages next={items?.next} />
    </>
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
