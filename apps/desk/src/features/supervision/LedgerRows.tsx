import type { LedgerRowView, LedgerView } from '@yimen/contract';
import { inGroupsOfFour, Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useMonth } from '../../shared/when.ts';
import type { LedgerName } from './coverageApi.ts';
import { messages } from './coverageMessages.ts';
import { RowActs } from './RowActs.tsx';

function Standing({ row }: { readonly row: LedgerRowView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      <span className={row.standing === 'unexplained' ? 'tag tag--stale' : 'tag'}>{say(row.standingName)}</span>
      {row.mismatch !== undefined && <span className="sub">{say(row.mismatch)}</span>}
      {row.listed !== undefined && row.standing !== 'covered' && (
        <span className="sub">
          <Mixed text={say(row.listed)} />
        </span>
      )}
      {row.caseId !== undefined && (
        <Link to={`/cases/${encodeURIComponent(row.caseId)}`}>
          {t('case', { number: inGroupsOfFour(row.caseNumber ?? '') })}
        </Link>
      )}
    </>
  );
}

function Done({ row }: { readonly row: LedgerRowView }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {row.waiting && <span className="tag">{t('waiting')}</span>}
      {row.receivedOn !== undefined && row.decidedOn !== undefined && (
        <span className="sub">{t('laterDates', { from: row.receivedOn, to: row.decidedOn })}</span>
      )}
      {row.reason !== undefined && (
        <span className="sub">
          <Zh>{row.reason}</Zh>
        </span>
      )}
      {row.record !== undefined && (
        <span className="sub">
          <Zh>{row.record}</Zh>
        </span>
      )}
      {row.cardId !== undefined && <Link to={`/supervision/cards/${encodeURIComponent(row.cardId)}`}>{t('card')}</Link>}
    </>
  );
}

interface LedgerRowsProps {
  readonly name: LedgerName;
  readonly ledger: LedgerView;
}

/** The serial, and who else lists it. */
function Serial({ row: { serial, doubled } }: { readonly row: LedgerRowView }): JSX.Element {
  const t = useMessages(messages);
  const inWords = useMonth();
  return (
    <div>
      <Zh>{serial}</Zh>
      {doubled !== undefined && (
        <span className="sub">
          <span className="tag tag--stale">{t('doubled')}</span>{' '}
          <Mixed text={t('doubledIn', { department: doubled.department, month: inWords(doubled.month) })} />
        </span>
      )}
    </div>
  );
}

/** Columns only some kinds have. */
function useOwnColumns(rows: readonly LedgerRowView[]): readonly Column<LedgerRowView>[] {
  const t = useMessages(messages);
  const say = useSay();
  const own: readonly (Column<LedgerRowView> & { readonly has: (row: LedgerRowView) => boolean })[] = [
    {
      key: 'amount',
      title: t('amount'),
      has: ({ amount }) => amount !== undefined,
      cell: ({ amount }) => amount ?? '—',
      sortBy: ({ amount }) => Number(amount ?? 0),
    },
    {
      key: 'outcome',
      title: t('outcome'),
      has: ({ outcome }) => outcome !== undefined,
      cell: ({ outcome }) => (outcome === undefined ? '—' : say(outcome)),
      sortBy: ({ outcome }) => outcome?.zh ?? '',
    },
  ];
  return own.filter(({ has }) => rows.some(has));
}

function Subject({ row: { itemName, department } }: { readonly row: LedgerRowView }): JSX.Element {
  if (itemName === '') return <>—</>;
  return (
    <>
      <Zh>{itemName}</Zh>
      {department !== undefined && (
        <span className="sub">
          <Zh>{department.name}</Zh>
        </span>
      )}
    </>
  );
}

function useColumns(name: LedgerName, rows: readonly LedgerRowView[]): readonly Column<LedgerRowView>[] {
  const t = useMessages(messages);
  const day = useDay();
  return [
    { key: 'line', title: t('lineNo'), cell: ({ line }) => line, sortBy: ({ line }) => line },
    { key: 'serial', title: t('serial'), names: true, cell: (row) => <Serial row={row} /> },
    { key: 'item', title: t('item'), cell: (row) => <Subject row={row} />, sortBy: ({ itemName }) => itemName },
    {
      key: 'issuedOn',
      title: t('issuedOn'),
      cell: ({ issuedOn }) => day(issuedOn),
      sortBy: ({ issuedOn }) => issuedOn,
    },
    ...useOwnColumns(rows),
    {
      key: 'standing',
      title: t('standing'),
      cell: (row) => <Standing row={row} />,
      sortBy: ({ standing }) => standing,
    },
    {
      key: 'followUp',
      title: t('followUp'),
      cell: (row) => (
        <>
          <Done row={row} />
          <RowActs name={name} row={row} />
        </>
      ),
    },
  ];
}

interface Narrowed {
  readonly rows: readonly LedgerRowView[];
  readonly to?: string;
  /** Only those without a case, at first. */
  readonly only: boolean;
}

/** What the address narrows the rows to: an item, or a department in a ledger of the hall's. */
function useNarrowed({ rows }: LedgerView): Narrowed {
  const [params] = useSearchParams();
  const item = params.get('item');
  const department = params.get('department');
  const show = params.get('show');
  if (item === null && department === null) return { rows, only: show !== 'all' };
  const some = rows.filter(
    (row) => (item === null || row.itemId === item) && (department === null || row.department?.id === department),
  );
  const to = item === null ? some[0]?.department?.name : some[0]?.itemName;
  return { rows: some, to: to ?? item ?? department ?? '', only: show === 'open' };
}

const WITHOUT: readonly LedgerRowView['standing'][] = ['covered', 'exempt'];

/** Rows of the ledger, those without a case first in view; all that a number counted, where one led here. */
export function LedgerRows({ name, ledger }: LedgerRowsProps): JSX.Element {
  const t = useMessages(messages);
  const narrowed = useNarrowed(ledger);
  const [chosen, choose] = useState<boolean>();
  const only = chosen ?? narrowed.only;
  const rows = narrowed.rows.filter(({ standing }) => !only || !WITHOUT.includes(standing));
  return (
    <section aria-label={t('rows')}>
      {narrowed.to !== undefined && (
        <p>
          {t('onlyOf', { what: narrowed.to })} <Link to="?">{t('everyRow')}</Link>
        </p>
      )}
      <div role="group" aria-label={t('show')} className="choice">
        <button type="button" aria-pressed={only} onClick={() => choose(true)}>
          {t('open')}
        </button>
        <button type="button" aria-pressed={!only} onClick={() => choose(false)}>
          {t('all')}
        </button>
      </div>
      <Table
        caption={t('rowsCaption', { n: rows.length })}
        columns={useColumns(name, ledger.rows)}
        rows={rows}
        keyOf={({ serial }) => serial}
        empty={{ title: t('none') }}
      />
    </section>
  );
}
