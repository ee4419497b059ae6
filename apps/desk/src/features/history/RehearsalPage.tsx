import type { RehearsalView } from '@yimen/contract';
import { Mixed, timeInWords, useLanguage, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { Link, useParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { paperOf, useRehearsal } from './api.ts';
import './history.css';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import { percent, useActivity } from './words.ts';

type Shown = { readonly shown: RehearsalView };

/** What is proposed, a line each. */
function Changes({ shown: { reform, labels } }: Shown): JSX.Element {
  const t = useMessages(messages);
  const called = useActivity(labels);
  const lines = [
    ...reform.dropped.map((step) => `${called(step)}: ${t('dropped')}`),
    ...(reform.notCounted.length === 0 ? [] : [`${reform.notCounted.map(called).join(' · ')}: ${t('notCounted')}`]),
    ...reform.merged.map((group) => `${group.map(called).join(' + ')}: ${t('merged', { group: '' })}`),
    ...reform.parallel.map((group) => `${group.map(called).join(' ∥ ')}: ${t('parallel', { group: '' })}`),
    ...Object.entries(reform.capped).map(([step, days]) => `${called(step)}: ${t('cap')} ${String(days)}`),
  ];
  if (lines.length === 0) return <p>{t('onlyLimits')}</p>;
  return (
    <ul>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}

function Result({ shown: { reform, result } }: Shown): JSX.Element {
  const t = useMessages(messages);
  const mean = (days: number): string => (result.cases === 0 ? '—' : (days / result.cases).toFixed(1));
  const rows = [
    { what: t('asItWas', { limit: reform.limit }), ...result.before },
    { what: t('onlyLimit', { limit: reform.newLimit }), ...result.onlyLimit },
    { what: t('after', { limit: reform.newLimit }), ...result.after },
  ];
  return (
    <Rows
      caption={t('result')}
      rows={rows}
      keyOf={({ what }) => what}
      columns={[
        { name: 'result', cell: ({ what }) => what },
        { name: 'late', cell: ({ late }) => late },
        { name: 'warned', cell: ({ warned }) => warned },
        { name: 'meanDays', cell: ({ days }) => mean(days) },
      ]}
    />
  );
}

function Rates({ shown: { result } }: Shown): JSX.Element {
  const t = useMessages(messages);
  return (
    <dl className="history-size">
      <div>
        <dt>{t('promised')}</dt>
        <dd>
          {percent(result.promised)} <small>{t('promisedFormula')}</small>
        </dd>
      </div>
      <div>
        <dt>{t('savedDays')}</dt>
        <dd>
          {result.saved === undefined ? '—' : percent(result.saved)} <small>{t('savedFormula')}</small>
        </dd>
      </div>
    </dl>
  );
}

function Assumptions({ shown: { calendar, result } }: Shown): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <>
      <h2>{t('assumptions')}</h2>
      <ul>
        {calendar === 'weekdays' && <li>{t('ownDays')}</li>}
        {result.assumptions.map((words) => (
          <li key={words.zh}>{say(words)}</li>
        ))}
      </ul>
    </>
  );
}

function StillLate({ shown: { result } }: Shown): JSX.Element | null {
  const t = useMessages(messages);
  if (result.lateCases.length === 0) return null;
  return (
    <Rows
      caption={t('stillLate')}
      rows={result.lateCases}
      keyOf={(one) => one.id}
      columns={[
        { name: 'case', cell: (one) => one.id },
        { name: 'days', cell: ({ days }) => days.toFixed(1), sortBy: ({ days }) => days },
      ]}
    />
  );
}

/** A rehearsal as a paper for the leading group: what was proposed, what it would have done, and what was assumed. */
export function RehearsalPage(): JSX.Element {
  const t = useMessages(messages);
  const language = useLanguage();
  const { id = '' } = useParams();
  const asked = useRehearsal(id);
  const problem = problemOf(asked.error);
  if (problem !== undefined)
    return <Trouble title={t('rehearsal')} problem={problem} onAgain={() => void asked.refetch()} />;
  if (asked.data === undefined) return <Loading words={t('loading')} />;
  const shown = asked.data;
  return (
    <article className="page history history-paper">
      <p className="no-print">
        <Link to={`/history/${encodeURIComponent(shown.log)}?view=rehearsal`}>
          <Zh>{shown.log}</Zh>
        </Link>{' '}
        <Button onClick={() => window.print()}>{t('print')}</Button>{' '}
        {shown.paper && <a href={paperOf(shown.id)}>{t('report')}</a>}
      </p>
      <h1>
        {t('paperTitle')}
        <Zh>{shown.title}</Zh>
      </h1>
      <p className="sub">
        <Mixed text={t('paperLog', { log: shown.log, cases: shown.result.cases })} /> ·{' '}
        <Mixed text={t('by', { by: shown.by, at: timeInWords(shown.at, language) })} />
      </p>
      <h2>{t('changes')}</h2>
      <Changes shown={shown} />
      <Rates shown={shown} />
      <Result shown={shown} />
      <Assumptions shown={shown} />
      <StillLate shown={shown} />
    </article>
  );
}
