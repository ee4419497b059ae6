import type { CoverageView, DutyLine } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useMonth } from '../../shared/when.ts';
import { useCoverage } from './coverageApi.ts';
import { MonthChoice } from './MonthChoice.tsx';
import { messages } from './coverageMessages.ts';
import { shareOf } from './share.ts';
import { SideBySide } from './SideBySide.tsx';

const pathOf = ({ authority, kind }: DutyLine, month: string): string =>
  `/supervision/ledgers/${encodeURIComponent(authority)}/${kind}/${month}`;

interface CountProps {
  readonly line: DutyLine;
  readonly month: string;
  readonly of: 'rows' | 'unexplained';
  readonly show: 'all' | 'open';
}

/** A number of a ledger, opening the rows it counts. */
function Count({ line, month, of, show }: CountProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (line.coverage === undefined) return <>—</>;
  return (
    <Link to={`${pathOf(line, month)}?show=${show}`} aria-label={`${t(of)} ${say(line.kindName)} ${line.name}`}>
      {line.coverage[of]}
    </Link>
  );
}

function LedgerLink({ line, month }: { readonly line: DutyLine; readonly month: string }): JSX.Element {
  const say = useSay();
  return (
    <Link className="opens" to={pathOf(line, month)} aria-label={`${say(line.kindName)} ${line.name}`}>
      {say(line.kindName)}
    </Link>
  );
}

function useColumns(month: string): readonly Column<DutyLine>[] {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  return [
    { key: 'department', title: t('department'), names: true, cell: ({ name }) => <Zh>{name}</Zh> },
    { key: 'ledger', title: t('ledger'), cell: (line) => <LedgerLink line={line} month={month} /> },
    {
      key: 'owner',
      title: t('owner'),
      cell: ({ owner, head }) => (owner === undefined ? say(head) : <Zh>{owner}</Zh>),
    },
    { key: 'dueOn', title: t('dueOn'), cell: ({ dueOn }) => day(dueOn), sortBy: ({ dueOn }) => dueOn },
    {
      key: 'state',
      title: t('state'),
      cell: ({ state, stateName }) => (
        <span className={state === 'overdue' ? 'tag tag--stale' : 'tag'}>{say(stateName)}</span>
      ),
      sortBy: ({ state }) => state,
    },
    {
      key: 'ratio',
      title: t('ratio'),
      cell: ({ coverage }) => shareOf(coverage),
      sortBy: ({ coverage }) => coverage?.ratio ?? 2,
    },
    {
      key: 'rows',
      title: t('rows'),
      cell: (line) => <Count line={line} month={month} of="rows" show="all" />,
    },
    {
      key: 'unexplained',
      title: t('unexplained'),
      cell: (line) => <Count line={line} month={month} of="unexplained" show="open" />,
      sortBy: ({ coverage }) => -(coverage?.unexplained ?? -1),
    },
  ];
}

function Total({ view }: { readonly view: CoverageView }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { covered, laterEntry, of, unexplained } = view.total;
  return (
    <dl className="board-figures">
      <div>
        <dt>{t('ratio')}</dt>
        <dd>
          <b>{shareOf(view.total)}</b>
          <details>
            <summary>{t('formula')}</summary>
            {say(view.formula)} = {`${String(covered + laterEntry)} / ${String(of)}`}
          </details>
        </dd>
      </div>
      <div>
        <dt>{t('unexplained')}</dt>
        <dd>
          <b>{unexplained}</b>
        </dd>
      </div>
    </dl>
  );
}

/** 中心之外无审批: every department's ledger of the month, whether it is there, and how far the record accounts for it. */
export function CoveragePage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const asked = useCoverage(params.get('month'));
  const month = asked.data?.month ?? '';
  const inWords = useMonth();
  return (
    <div className="page">
      <h1>{t('coverage')}</h1>
      <p className="sub">{t('intro')}</p>
      <MonthChoice month={month} />
      {asked.data !== undefined && <Total view={asked.data} />}
      {asked.data !== undefined && <SideBySide view={asked.data} />}
      <Table
        caption={t('ledgersCaption', { month: inWords(month), n: asked.data?.lines.length ?? 0 })}
        columns={useColumns(month)}
        rows={asked.data?.lines}
        keyOf={({ authority, kind }) => `${authority} ${kind}`}
        empty={{ title: t('none') }}
        asked={asked}
      />
    </div>
  );
}
