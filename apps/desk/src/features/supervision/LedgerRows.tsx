import type { LedgerRowView, LedgerView } from '@yimen/contract';
import { inGroupsOfFour, useMessages, useSay, Zh } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Link } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay } from '../../shared/when.ts';
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

function useColumns(name: LedgerName): readonly Column<LedgerRowView>[] {
  const t = useMessages(messages);
  const day = useDay();
  return [
    { key: 'line', title: t('lineNo'), cell: ({ line }) => line, sortBy: ({ line }) => line },
    { key: 'serial', title: t('serial'), names: true, cell: ({ serial }) => <Zh>{serial}</Zh> },
    { key: 'item', title: t('item'), cell: ({ itemName }) => <Zh>{itemName}</Zh>, sortBy: ({ itemName }) => itemName },
    {
      key: 'issuedOn',
      title: t('issuedOn'),
      cell: ({ issuedOn }) => day(issuedOn),
      sortBy: ({ issuedOn }) => issuedOn,
    },
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

/** Rows of the ledger, those without a case first in view. */
export function LedgerRows({ name, ledger }: LedgerRowsProps): JSX.Element {
  const t = useMessages(messages);
  const [only, setOnly] = useState(true);
  const rows = ledger.rows.filter(({ standing }) => !only || standing !== 'covered');
  return (
    <section aria-label={t('rows')}>
      <div role="group" aria-label={t('show')} className="choice">
        <button type="button" aria-pressed={only} onClick={() => setOnly(true)}>
          {t('open')}
        </button>
        <button type="button" aria-pressed={!only} onClick={() => setOnly(false)}>
          {t('all')}
        </button>
      </div>
      <Table
        caption={t('rowsCaption', { n: rows.length })}
        columns={useColumns(name)}
        rows={rows}
        keyOf={({ serial }) => serial}
        empty={{ title: t('none') }}
      />
    </section>
  );
}
