import type { LogAnswer, LogView } from '@yimen/contract';
import { useMessages, Zh } from '@yimen/ui';
import type { ComponentType, JSX } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Loading } from '../../shared/states/Loading.tsx';
import { Trouble } from '../../shared/states/Trouble.tsx';
import { useSignedIn } from '../../shared/session.tsx';
import { Tabs } from '../../shared/Tabs.tsx';
import { fileOf, useLog } from './api.ts';
import { ConformanceTab } from './ConformanceTab.tsx';
import { FlowMap } from './FlowMap.tsx';
import './history.css';
import { messages } from './messages.ts';
import { People } from './People.tsx';
import { Reforming } from './Reforming.tsx';
import { Rework } from './Rework.tsx';
import { Steps } from './Steps.tsx';
import { Variants } from './Variants.tsx';
import { TAKERS, type ViewProps } from './view.ts';
import { useSpan } from './words.ts';

const VIEWS = {
  map: FlowMap,
  paths: Variants,
  waiting: Steps,
  rework: Rework,
  conformance: ConformanceTab,
  people: People,
  rehearsal: Reforming,
} as const satisfies Readonly<Record<string, ComponentType<ViewProps>>>;
type View = keyof typeof VIEWS;
const names = Object.keys(VIEWS) as readonly View[];

function Size({ log }: { readonly log: LogView }): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const { cases, events, variants, duration } = log.counts;
  const figures = [
    ['cases', cases],
    ['events', events],
    ['variantsOf', variants],
    ['median', span(duration.median)],
    ['longest', span(duration.longest)],
  ] as const;
  return (
    <>
      <dl className="history-size">
        {figures.map(([name, value]) => (
          <div key={name}>
            <dt>{t(name)}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      {log.calendar === 'weekdays' && <p className="sub">{t('ownDays')}</p>}
    </>
  );
}

function Views(answer: Extract<LogAnswer, { state: 'done' }>): JSX.Element {
  const t = useMessages(messages);
  const [params, setParams] = useSearchParams();
  const active = names.find((name) => name === params.get('view')) ?? 'map';
  const Shown = VIEWS[active];
  return (
    <Tabs
      label={t('views')}
      tabs={names.map((key) => ({ key, label: t(key) }))}
      active={active}
      onChange={(view) => setParams({ view }, { replace: true })}
    >
      <Shown log={answer.log} mined={answer.mined} />
    </Tabs>
  );
}

/** What one log says, and reforms rehearsed on it. The address holds the view. */
export function LogPage(): JSX.Element {
  const t = useMessages(messages);
  const { name = '' } = useParams();
  const { roles } = useSignedIn();
  const log = useLog(name);
  const problem = problemOf(log.error);
  if (problem !== undefined) return <Trouble title={t('title')} problem={problem} onAgain={() => void log.refetch()} />;
  if (log.data === undefined) return <Loading words={t('loading')} />;
  const answer = log.data;
  return (
    <div className="page history">
      <p>
        <Link to="/history">{t('back')}</Link>
      </p>
      <h1>
        <Zh>{answer.log.name}</Zh>
      </h1>
      <Size log={answer.log} />
      {roles.some((role) => TAKERS.includes(role)) && (
        <p className="row">
          {t('download')} <a href={fileOf(answer.log.name, 'xes')}>XES</a>{' '}
          <a href={fileOf(answer.log.name, 'csv')}>CSV</a>
        </p>
      )}
      {answer.state === 'reading' ? (
        <p role="status">
          {t('reading', { read: answer.read, all: answer.log.counts.cases })}{' '}
          <progress max={answer.log.counts.cases} value={answer.read} aria-label={t('working')} />
        </p>
      ) : (
        <Views {...answer} />
      )}
    </div>
  );
}
