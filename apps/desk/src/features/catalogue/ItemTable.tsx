import type { DeskItemRow, DeskItems } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
import { Pages } from './Find.tsx';
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
      {row.draft !== undefined && <span className="tag tag--stage">{t('draft')}</span>}{' '}
      {row.template !== undefined && <TemplateTags template={row.template} />}
    </>
  );
}

/** Adopted from the hall above: in how much it differs, and whether a change waits. */
function TemplateTags({ template }: { readonly template: NonNullable<DeskItemRow['template']> }): JSX.Element {
  const t = useMessages(messages);
  const { differences, pending } = template;
  return (
    <>
      <span className="tag">{t('adopted')}</span>{' '}
      {differences > 0 && <span className="tag">{t('localDifferences', { n: differences })}</span>}{' '}
      {pending && <span className="tag tag--making">{t('upstream')}</span>}
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
