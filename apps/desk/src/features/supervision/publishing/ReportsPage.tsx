import type { Report } from '@yimen/contract';
import { useMessages, useSay, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Loading } from '../../../shared/states/Loading.tsx';
import { Trouble } from '../../../shared/states/Trouble.tsx';
import { problemOf } from '../../../shared/forms/refusal.ts';
import { Table, type Column } from '../../../shared/table/Table.tsx';
import { useDay, useWhen } from '../../../shared/when.ts';
import { rowsPath, valueOf } from '../figureWords.ts';
import { reportFile, useReport, useReports, type ReportKind, type ReportWanted } from './api.ts';
import { messages } from './messages.ts';

const KINDS: readonly ReportKind[] = ['daily', 'weekly', 'monthly'];
/** As many as a line holds; the workbook has all. */
const SHOWN = ['received', 'accepted', 'decided', 'late', 'onTimeRate', 'yellows', 'reds', 'upheld'];

const asked = (params: URLSearchParams): ReportWanted => ({
  kind: KINDS.find((kind) => kind === params.get('kind')) ?? 'daily',
  on: params.get('on'),
});

function Choice({ wanted }: { readonly wanted: ReportWanted }): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next);
  };
  return (
    <div className="report-choice">
      <p className="card-field">
        <label htmlFor="report-kind">{t('kind')}</label>
        <select
          id="report-kind"
          className="select"
          value={wanted.kind}
          onChange={(event) => set('kind', event.target.value)}
        >
          {KINDS.map((kind) => (
            <option key={kind} value={kind}>
              {t(kind)}
            </option>
          ))}
        </select>
      </p>
      <p className="card-field">
        <label htmlFor="report-on">{t('on')}</label>
        <input id="report-on" type="date" value={wanted.on ?? ''} onChange={(event) => set('on', event.target.value)} />
      </p>
      <p className="change-downloads">
        <a href={reportFile(wanted, 'workbook')}>{t('xlsx')}</a> <a href={reportFile(wanted, 'paper')}>{t('pdf')}</a>
      </p>
    </div>
  );
}

function Figures({ report }: { readonly report: Report }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const columns: readonly Column<Report['total'][number]>[] = [
    { key: 'figure', title: t('figure'), names: true, cell: ({ name }) => say(name) },
    {
      key: 'value',
      title: t('value'),
      cell: (figure) => (
        <Link className="opens" to={rowsPath(figure.key, report)} aria-label={`${say(figure.name)} ${valueOf(figure)}`}>
          {valueOf(figure)}
        </Link>
      ),
    },
    { key: 'formula', title: t('formula'), cell: ({ formula }) => say(formula) },
  ];
  return (
    <Table
      caption={t('figures')}
      columns={columns}
      rows={report.total}
      keyOf={({ key }) => key}
      empty={{ title: t('none') }}
    />
  );
}

type Line = Report['departments'][number];

function Departments({ report }: { readonly report: Report }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const heads = report.total.filter(({ key }) => SHOWN.includes(key));
  const columns: readonly Column<Line>[] = [
    { key: 'department', title: t('department'), names: true, cell: ({ name }) => <Zh>{name}</Zh> },
    ...heads.map(({ key, name, unit }): Column<Line> => ({
      key,
      title: say(name),
      cell: ({ authority, figures }) => (
        <Link to={rowsPath(key, { ...report, authority })}>
          {valueOf({ unit, value: figures.find((figure) => figure.key === key)?.value ?? null })}
        </Link>
      ),
    })),
  ];
  return (
    <Table
      caption={t('departments', { n: report.departments.length })}
      columns={columns}
      rows={report.departments}
      keyOf={({ authority }) => authority}
      empty={{ title: t('none') }}
    />
  );
}

function Kept(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const when = useWhen();
  const asking = useReports();
  type Row = NonNullable<typeof asking.data>['rows'][number];
  const columns: readonly Column<Row>[] = [
    { key: 'kind', title: t('kind'), names: true, cell: ({ kindName }) => say(kindName) },
    {
      key: 'period',
      title: t('on'),
      cell: ({ kind, from, to }) => (
        <Link to={`?kind=${kind}&on=${to}`}>
          {from === to ? day(to) : t('period', { from: day(from), to: day(to) })}
        </Link>
      ),
    },
    { key: 'made', title: t('madeTime'), cell: ({ madeAt }) => when(madeAt) },
  ];
  return (
    <Table
      caption={t('made')}
      columns={columns}
      rows={asking.data?.rows}
      keyOf={({ kind, to }) => `${kind} ${to}`}
      empty={{ title: t('none') }}
      asked={asking}
    />
  );
}

function Shown({ report }: { readonly report: Report }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const when = useWhen();
  const { from, to, running } = report;
  return (
    <>
      <h2>
        {say(report.kindName)} · {from === to ? day(to) : t('period', { from: day(from), to: day(to) })}{' '}
        {running && <span className="tag">{t('running')}</span>}
      </h2>
      <p className="sub">{t('madeAt', { at: when(report.madeAt) })}</p>
      <Figures report={report} />
      <Departments report={report} />
    </>
  );
}

/** 日清、周结、月报: the board's figures of a day, a week, a month; every number opens its rows. */
export function ReportsPage(): JSX.Element {
  const t = useMessages(messages);
  const [params] = useSearchParams();
  const wanted = asked(params);
  const asking = useReport(wanted);
  const problem = problemOf(asking.error);
  return (
    <div className="page reports">
      <h1>{t('reports')}</h1>
      <p className="sub">{t('intro')}</p>
      <Choice wanted={wanted} />
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void asking.refetch()} />}
      {asking.data === undefined && problem === undefined && <Loading words={t('loading')} />}
      {asking.data !== undefined && <Shown report={asking.data} />}
      <Kept />
    </div>
  );
}
