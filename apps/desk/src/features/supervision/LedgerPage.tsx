import type { LedgerView } from '@yimen/contract';
import { inGroupsOfFour, Mixed, useMessages, useSay, Zh } from '@yimen/ui';
import { Fragment, type JSX, type ReactNode } from 'react';
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

function DueOn({ ledger }: { readonly ledger: LedgerView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  if (!ledger.owed && ledger.handedIn === undefined) return <>{t('notOwed')}</>;
  return (
    <>
      {day(ledger.dueOn)} <span className="tag">{say(ledger.stateName)}</span>
    </>
  );
}

function Ratio({ ledger: { coverage, formula } }: { readonly ledger: LedgerView }): JSX.Element {
  const say = useSay();
  return (
    <>
      <b>{shareOf(coverage)}</b> <span className="sub-inline">{say(formula)}</span>
      {coverage !== undefined && `（${String(coverage.covered + coverage.laterEntry)} / ${String(coverage.of)}）`}
    </>
  );
}

function Facts({ ledger }: { readonly ledger: LedgerView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const when = useWhen();
  const { handedIn, coverage, amounts } = ledger;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('owner'), ledger.owner ?? say(ledger.head)],
    [t('dueOn'), <DueOn key="due" ledger={ledger} />],
    [t('state'), handedIn && t('handedIn', { by: handedIn.by, at: when(handedIn.at), times: handedIn.times })],
    [t('ratio'), <Ratio key="ratio" ledger={ledger} />],
    [t('exempt'), coverage && coverage.exempt > 0 && t('exemptRows', { n: coverage.exempt, of: coverage.rows })],
    [t('collected'), amounts && t('amounts', amounts)],
  ];
  return (
    <dl className="card-facts">
      {facts.map(
        ([name, fact]) =>
          fact !== undefined &&
          fact !== false && (
            <Fragment key={name}>
              <dt>{name}</dt>
              <dd>{typeof fact === 'string' ? <Mixed text={fact} /> : fact}</dd>
            </Fragment>
          ),
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
