import type { ConformanceView, LogView } from '@yimen/contract';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { Deviations } from './Deviations.tsx';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import { timeColumns } from './Steps.tsx';
import { WordingForm } from './WordingForm.tsx';
import { percent, useActivity, useSpan } from './words.ts';

interface FoundProps {
  readonly found: ConformanceView;
}

function Figures({ found: { cases, fitting, fitness, unjudged } }: FoundProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <dl className="history-size">
        <div>
          <dt>{t('judged')}</dt>
          <dd>{cases}</dd>
        </div>
        <div>
          <dt>{t('fitting')}</dt>
          <dd>
            {fitting} <small>{cases === 0 ? '' : percent(fitting / cases)}</small>
          </dd>
        </div>
        <div>
          <dt>{t('fitness')}</dt>
          <dd>
            {percent(fitness)} <small>{t('fitnessFormula')}</small>
          </dd>
        </div>
      </dl>
      {unjudged > 0 && <p className="sub">{t('unjudged', { n: unjudged })}</p>}
    </>
  );
}

/** The published flowchart with the figures on it, as the server draws it. */
function Chart({ found: { picture, procedure } }: FoundProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="flow-picture conformance-chart" role="region" aria-label={t('chartLabel')} tabIndex={0}>
      <img src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture)}`} alt={procedure.name} lang="zh-CN" />
    </div>
  );
}

function Shapes({ found: { shapes } }: FoundProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const span = useSpan();
  const known = shapes.some(({ working }) => working.count > 0);
  return (
    <Rows
      caption={t('shapes')}
      rows={shapes}
      keyOf={({ node }) => node}
      columns={[
        { name: 'activity', cell: ({ name }) => say(name) },
        { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
        { name: 'skipped', cell: ({ skipped }) => skipped, sortBy: ({ skipped }) => skipped },
        ...timeColumns(span, known),
      ]}
    />
  );
}

function Ways({ found: { ways } }: FoundProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <Rows
      caption={t('ways')}
      rows={ways.map((way, number) => ({ ...way, number }))}
      keyOf={({ number }) => String(number)}
      columns={[
        { name: 'fromStep', cell: ({ from }) => say(from) },
        { name: 'toStep', cell: ({ to }) => say(to) },
        { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
      ]}
    />
  );
}

function Beside({ found: { beside, labels } }: FoundProps): JSX.Element | null {
  const t = useMessages(messages);
  const called = useActivity(labels);
  if (beside.all === 0) return null;
  return (
    <Rows
      caption={t('beside')}
      rows={beside.rows}
      all={beside.all}
      keyOf={({ activity }) => activity}
      columns={[
        { name: 'activity', cell: ({ activity }) => called(activity) },
        { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
      ]}
    />
  );
}

interface ConformanceProps extends FoundProps {
  readonly log: LogView;
  /** What the log calls its work. */
  readonly activities: readonly string[];
}

/** What came of holding a log against a procedure: figures, drawing, deviations with their cases, and the numbers drawn. */
export function Conformance({ found, log, activities }: ConformanceProps): JSX.Element {
  return (
    <>
      {found.wording !== undefined && (
        <WordingForm key={found.procedure.itemId} log={log.name} shapes={found.wording} activities={activities} />
      )}
      <Figures found={found} />
      <Chart found={found} />
      <Deviations found={found} own={log.format === 'ledger'} />
      <Shapes found={found} />
      <Ways found={found} />
      <Beside found={found} />
    </>
  );
}
