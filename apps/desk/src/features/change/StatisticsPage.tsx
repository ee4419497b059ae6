import type { ChangeBulletins, ChangeCounts, ChangeStatistics } from '@yimen/contract';
import { useMessages, useSay, Said } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldSpec } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { Table, type Column } from '../../shared/table/Table.tsx';
import { useDay, useWhen } from '../../shared/when.ts';
import { statisticsFile, useBulletins, useStatistics } from './api.ts';
import './change.css';
import { messages } from './messages.ts';

const COUNTS = ['applied', 'published', 'rejected', 'withdrawn', 'returned', 'inHand', 'overdue'] as const;
const DAYS: readonly FieldSpec[] = [
  { name: 'from', kind: 'day', label: messages.from, required: false },
  { name: 'asOf', kind: 'day', label: messages.asOf, required: false },
];

/** The monthly statistics, as of any day; the workbook and the bulletin say the same. */
export function ChangeStatisticsPage(): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const query = params.toString();
  const asked = useStatistics(query);
  const { data } = asked;
  const problem = problemOf(asked.error);
  const set = (name: string, value: string): void => {
    const next = new URLSearchParams(params);
    if (value === '') next.delete(name);
    else next.set(name, value);
    setParams(next, { replace: true });
  };
  return (
    <div className="page change-page">
      <Link to="/changes">{t('back')}</Link>
      <h1>{t('statistics')}</h1>
      <div className="change-filters">
        {DAYS.map((field) => (
          <Field
            key={field.name}
            id={`statistics-${field.name}`}
            field={field}
            value={params.get(field.name) ?? (field.name === 'from' ? data?.from : data?.asOf) ?? ''}
            onChange={(value) => set(field.name, value)}
          />
        ))}
        <p className="change-downloads">
          <a href={statisticsFile('xlsx', query)}>{t('xlsx')}</a>
          <a href={statisticsFile('pdf', query)}>{t('pdf')}</a>
        </p>
      </div>
      {problem !== undefined && <Trouble problem={problem} onAgain={() => void asked.refetch()} />}
      {data === undefined && problem === undefined && <Loading words={t('loading')} />}
      {data !== undefined && <Tables statistics={data} />}
      <Bulletins />
    </div>
  );
}

function Tables({ statistics }: { readonly statistics: ChangeStatistics }): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const when = useWhen();
  const { from, asOf, total, issuedAt } = statistics;
  return (
    <>
      <p>
        {t('period', { from: day(from), asOf: day(asOf) })}
        {issuedAt !== undefined && ` ${t('told', { at: when(issuedAt) })}`}
      </p>
      <Counted title="byDepartment" head="department" lines={statistics.departments} total={total} />
      <Counted title="byKind" head="kind" lines={statistics.kinds} total={total} />
      <Counted title="byTrigger" head="trigger" lines={statistics.triggers} total={total} />
      <Steps statistics={statistics} />
      <p className="sub">{t('formula')}</p>
    </>
  );
}

type Bulletin = ChangeBulletins['rows'][number];

/** What went out each month, each with its figures as they were told. */
function Bulletins(): JSX.Element {
  const t = useMessages(messages);
  const day = useDay();
  const when = useWhen();
  const asked = useBulletins();
  const columns: readonly Column<Bulletin>[] = [
    {
      key: 'period',
      title: t('bulletinPeriod'),
      names: true,
      cell: ({ from, asOf }) => (
        <Link to={`?${new URLSearchParams({ from, asOf }).toString()}`}>{`${day(from)} – ${day(asOf)}`}</Link>
      ),
    },
    { key: 'at', title: t('bulletinAt'), cell: ({ issuedAt }) => when(issuedAt) },
    { key: 'applied', title: t('applied'), cell: ({ applied }) => applied },
    { key: 'published', title: t('published'), cell: ({ published }) => published },
  ];
  return (
    <Table
      caption={t('bulletins')}
      columns={columns}
      rows={asked.data?.rows}
      keyOf={({ asOf }) => asOf}
      empty={{ title: t('bulletinsNone') }}
      asked={asked}
    />
  );
}

interface CountedProps {
  readonly title: 'byDepartment' | 'byKind' | 'byTrigger';
  readonly head: 'department' | 'kind' | 'trigger';
  readonly lines: ChangeStatistics['kinds'];
  readonly total: ChangeCounts;
}

function Counted({ title, head, lines, total }: CountedProps): JSX.Element {
  const t = useMessages(messages);
  const all = { id: 'total', name: undefined, ...total };
  const columns: readonly Column<(typeof lines)[number] | typeof all>[] = [
    {
      key: head,
      title: t(head),
      names: true,
      cell: ({ name }) => (name === undefined ? t('total') : <Said words={name} />),
    },
    ...COUNTS.map((count) => ({ key: count, title: t(count), cell: (line: ChangeCounts) => line[count] })),
  ];
  return (
    <Table
      className="change-figures"
      caption={t(title)}
      columns={columns}
      rows={[...lines, all]}
      keyOf={({ id }) => id}
      empty={{ title: t('empty') }}
    />
  );
}

const tenth = (value: number | null): string => (value === null ? '—' : value.toFixed(1));

function Steps({ statistics }: { readonly statistics: ChangeStatistics }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const columns: readonly Column<ChangeStatistics['steps'][number]>[] = [
    { key: 'step', title: t('step'), names: true, cell: ({ name }) => say(name) },
    { key: 'finished', title: t('finished'), cell: ({ finished }) => finished },
    { key: 'average', title: t('average'), cell: ({ average }) => tenth(average) },
    { key: 'longest', title: t('longest'), cell: ({ longest }) => longest ?? '—' },
    { key: 'late', title: t('late'), cell: ({ late }) => late },
    { key: 'inHand', title: t('inHand'), cell: ({ waiting }) => waiting },
    { key: 'overdue', title: t('overdue'), cell: ({ overdue }) => overdue },
  ];
  return (
    <Table
      className="change-figures"
      caption={t('byStep')}
      columns={columns}
      rows={statistics.steps}
      keyOf={({ step }) => step}
      empty={{ title: t('empty') }}
    />
  );
}
