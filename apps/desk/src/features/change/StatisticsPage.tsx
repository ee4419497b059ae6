import type { ChangeCounts, ChangeStatistics } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, Said } from '@yimen/ui';
import type { JSX } from 'react';
import { Link, useSearchParams } from 'react-router';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldSpec } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { statisticsFile, useStatistics } from './api.ts';
import './change.css';
import { messages } from './messages.ts';

const COUNTS = ['applied', 'published', 'rejected', 'withdrawn', 'returned', 'inHand', 'overdue'] as const;
const STEP_COLUMNS = ['finished', 'average', 'longest', 'late', 'inHand', 'overdue'] as const;
const DAYS: readonly FieldSpec[] = [
  { name: 'from', kind: 'day', label: messages.from, required: false },
  { name: 'asOf', kind: 'day', label: messages.asOf, required: false },
];

/** The monthly statistics, as of any day; the workbook and the bulletin say the same. */
export function ChangeStatisticsPage(): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const [params, setParams] = useSearchParams();
  const query = params.toString();
  const { data, error } = useStatistics(query);
  const problem = problemOf(error);
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
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
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
      {data === undefined ? <p className="loading">{t('loading')}</p> : <Tables statistics={data} />}
    </div>
  );
}

function Tables({ statistics }: { readonly statistics: ChangeStatistics }): JSX.Element {
  const t = useMessages(messages);
  const { from, asOf, total } = statistics;
  return (
    <>
      <p>{t('period', { from, asOf })}</p>
      <Counted title="byDepartment" head="department" lines={statistics.departments} total={total} />
      <Counted title="byKind" head="kind" lines={statistics.kinds} total={total} />
      <Counted title="byTrigger" head="trigger" lines={statistics.triggers} total={total} />
      <Steps statistics={statistics} />
      <p className="sub">{t('formula')}</p>
    </>
  );
}

interface CountedProps {
  readonly title: 'byDepartment' | 'byKind' | 'byTrigger';
  readonly head: 'department' | 'kind' | 'trigger';
  readonly lines: ChangeStatistics['kinds'];
  readonly total: ChangeCounts;
}

function Cells({ counts }: { readonly counts: ChangeCounts }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {COUNTS.map((name) => (
        <td key={name} data-label={t(name)}>
          {counts[name]}
        </td>
      ))}
    </>
  );
}

function Counted({ title, head, lines, total }: CountedProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <section aria-labelledby={title}>
      <h2 id={title}>{t(title)}</h2>
      <table className="grid change-figures">
        <thead>
          <tr>
            {[head, ...COUNTS].map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.id}>
              <td data-label={t(head)}>
                <Said words={line.name} />
              </td>
              <Cells counts={line} />
            </tr>
          ))}
          <tr>
            <td data-label={t(head)}>
              <b>{t('total')}</b>
            </td>
            <Cells counts={total} />
          </tr>
        </tbody>
      </table>
    </section>
  );
}

const tenth = (value: number | null): string => (value === null ? '—' : value.toFixed(1));

function Steps({ statistics }: { readonly statistics: ChangeStatistics }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <section aria-labelledby="byStep">
      <h2 id="byStep">{t('byStep')}</h2>
      <table className="grid change-figures">
        <thead>
          <tr>
            {(['step', ...STEP_COLUMNS] as const).map((name) => (
              <th key={name} scope="col">
                {t(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statistics.steps.map((one) => (
            <tr key={one.step}>
              <td data-label={t('step')}>{say(one.name)}</td>
              <td data-label={t('finished')}>{one.finished}</td>
              <td data-label={t('average')}>{tenth(one.average)}</td>
              <td data-label={t('longest')}>{one.longest ?? '—'}</td>
              <td data-label={t('late')}>{one.late}</td>
              <td data-label={t('inHand')}>{one.waiting}</td>
              <td data-label={t('overdue')}>{one.overdue}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
