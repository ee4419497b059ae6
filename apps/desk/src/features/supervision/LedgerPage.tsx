import type { LedgerView } from '@yimen/contract';
import { inGroupsOfFour, useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useMonth, useWhen } from '../../shared/when.ts';
import { useLedger, type LedgerName } from './coverageApi.ts';
import { messages } from './coverageMessages.ts';
import { DutyForm } from './DutyForm.tsx';
import { HandInForm } from './HandInForm.tsx';
import { LedgerRows } from './LedgerRows.tsx';
import { shareOf } from './share.ts';

function Facts({ ledger }: { readonly ledger: LedgerView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const when = useWhen();
  const { coverage, handedIn } = ledger;
  return (
    <dl className="card-facts">
      <dt>{t('owner')}</dt>
      <dd>{ledger.owner ?? say(ledger.head)}</dd>
      <dt>{t('dueOn')}</dt>
      <dd>
        {day(ledger.dueOn)} <span className="tag">{say(ledger.stateName)}</span>
      </dd>
      {handedIn !== undefined && (
        <>
          <dt>{t('state')}</dt>
          <dd>{t('handedIn', { by: handedIn.by, at: when(handedIn.at), times: handedIn.times })}</dd>
        </>
      )}
      <dt>{t('ratio')}</dt>
      <dd>
        <b>{shareOf(coverage)}</b> <span className="sub-inline">{say(ledger.formula)}</span>
        {coverage !== undefined && `（${String(coverage.covered + coverage.laterEntry)} / ${String(coverage.of)}）`}
      </dd>
      {coverage !== undefined && coverage.exempt > 0 && (
        <>
          <dt>{t('exempt')}</dt>
          <dd>{t('exemptRows', { n: coverage.exempt, of: coverage.rows })}</dd>
        </>
      )}
      {ledger.amounts !== undefined && (
        <>
          <dt>{t('collected')}</dt>
          <dd>{t('amounts', ledger.amounts)}</dd>
        </>
      )}
    </dl>
  );
}

type Item = LedgerView['items'][number];

function Items({ ledger }: { readonly ledger: LedgerView }): JSX.Element | null {
  const t = useMessages(messages);
  const columns: readonly Column<Item>[] = [
    { key: 'item', title: t('item'), names: true, cell: ({ name }) => <Zh>{name}</Zh> },
    {
      key: 'rows',
      title: t('rows'),
      cell: ({ itemId, name, coverage }) => (
        <Link to={`?item=${encodeURIComponent(itemId)}`} aria-label={`${t('rows')} ${name}`}>
          {coverage.rows}
        </Link>
      ),
    },
    { key: 'ratio', title: t('ratio'), cell: ({ coverage }) => shareOf(coverage) },
    {
      key: 'unexplained',
      title: t('unexplained'),
      cell: ({ itemId, name, coverage }) => (
        <Link to={`?item=${encodeURIComponent(itemId)}&show=open`} aria-label={`${t('unexplained')} ${name}`}>
          {coverage.unexplained}
        </Link>
      ),
    },
  ];
  if (ledger.items.length === 0) return null;
  return (
    <Table
      caption={t('byItem')}
      columns={columns}
      rows={ledger.items}
      keyOf={({ itemId }) => itemId}
      empty={{ title: t('none') }}
    />
  );
}

function NotInLedger({ ledger }: { readonly ledger: LedgerView }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  if (ledger.handedIn === undefined || ledger.notInLedger.length === 0) return null;
  return (
    <section aria-labelledby="not-in-ledger">
      <h2 id="not-in-ledger">{t('notInLedger', { what: say(ledger.missing), n: ledger.notInLedger.length })}</h2>
      <ul>
        {ledger.notInLedger.map((one) => (
          <li key={`${one.serial ?? ''} ${one.caseNumber}`}>
            {day(one.on)}
            {one.serial !== undefined && ` · ${one.serial}`} · <Zh>{one.itemName}</Zh> ·{' '}
            <Link to={`/cases/${encodeURIComponent(one.caseId)}`}>
              {t('case', { number: inGroupsOfFour(one.caseNumber) })}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Gaps({ ledger: { gaps } }: { readonly ledger: LedgerView }): JSX.Element | null {
  const t = useMessages(messages);
  if (gaps.length === 0) return null;
  return (
    <section aria-labelledby="gaps">
      <h2 id="gaps">{t('gaps', { n: gaps.reduce((sum, { count }) => sum + count, 0) })}</h2>
      <p className="sub">{t('gapsWhy')}</p>
      <ul>
        {gaps.map(({ first, last, count }) => (
          <li key={first}>
            <Zh>{count === 1 ? first : t('gapsFrom', { first, last, n: count })}</Zh>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** A department's ledger of a month against the record: handing it in, its rows, and what was done about each. */
export function LedgerPage(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const inWords = useMonth();
  const { authority = '', kind = '', month = '' } = useParams();
  const [params] = useSearchParams();
  const name: LedgerName = { authority, kind, month };
  const asked = useLedger(name);
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('ledger')} problem={problem} onAgain={() => void asked.refetch()} />;
  const ledger = asked.data;
  if (ledger === undefined) return <Loading words={t('loading')} />;
  return (
    <div className="page ledger">
      <h1>
        <Zh>{ledger.name}</Zh> · {say(ledger.kindName)} · {inWords(ledger.month)}
      </h1>
      <p>
        <Link to={`/supervision/coverage?month=${ledger.month}`}>{t('back')}</Link>
      </p>
      <Facts ledger={ledger} />
      {ledger.mayHandIn && <HandInForm name={name} ledger={ledger} />}
      {ledger.people !== undefined && <DutyForm name={name} ledger={ledger} />}
      {ledger.handedIn === undefined ? (
        <p className="empty">{t('notYet')}</p>
      ) : (
        <LedgerRows key={params.toString()} name={name} ledger={ledger} />
      )}
      <Items ledger={ledger} />
      <NotInLedger ledger={ledger} />
      <Gaps ledger={ledger} />
    </div>
  );
}
