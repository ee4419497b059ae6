import { useMessages } from '@yimen/ui';
import { lazy, Suspense, useMemo, useState, type JSX } from 'react';
import { END, START } from './ends.ts';
import type { Edge, Node } from './layout.ts';
import { messages } from './messages.ts';
import { Rows } from './Rows.tsx';
import type { ViewProps } from './view.ts';
import { useActivity, useSpan } from './words.ts';

const FlowPicture = lazy(async () => ({ default: (await import('./FlowPicture.tsx')).FlowPicture }));

const MANY = [10, 20, 40, 80] as const;

type Mined = ViewProps['mined'];

/** The arrows asked for, the steps they touch, and where cases begin and end among those. */
function partOf(
  { arrows, starts, ends }: Mined,
  many: number,
): { readonly steps: readonly string[]; readonly edges: readonly Edge[] } {
  const shown = arrows.rows.slice(0, many).map(({ from, to, count }) => ({ from, to, count, label: '' }));
  const steps = [...new Set(shown.flatMap(({ from, to }) => [from, to]))];
  const touched = ({ activity }: { readonly activity: string }): boolean => steps.includes(activity);
  const begun = starts.rows
    .filter(touched)
    .map(({ activity, count }) => ({ from: START, to: activity, count, label: String(count) }));
  const ended = ends.rows
    .filter(touched)
    .map(({ activity, count }) => ({ from: activity, to: END, count, label: String(count) }));
  return { steps, edges: [...begun, ...shown, ...ended] };
}

function usePicture(mined: Mined, many: number): { readonly nodes: readonly Node[]; readonly edges: readonly Edge[] } {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(mined.labels);
  const part = useMemo(() => partOf(mined, many), [mined, many]);
  const times = new Map(mined.arrows.rows.map(({ from, to, time }) => [`${from}\n${to}`, time.median]));
  const counts = new Map(mined.steps.rows.map(({ activity, count }) => [activity, count]));
  const labelled = part.edges.map((edge) => {
    const time = times.get(`${edge.from}\n${edge.to}`);
    return time === undefined ? edge : { ...edge, label: `${String(edge.count)} · ${span(time)}` };
  });
  const nodes = part.steps.map((id) => ({ id, lines: [called(id), String(counts.get(id) ?? '')] }));
  return { nodes: [{ id: START, lines: [t('start')] }, ...nodes, { id: END, lines: [t('end')] }], edges: labelled };
}

/** What followed what, as a picture and as the numbers behind it. */
export function FlowMap({ mined }: ViewProps): JSX.Element {
  const t = useMessages(messages);
  const span = useSpan();
  const called = useActivity(mined.labels);
  const [many, setMany] = useState<number>(MANY[1]);
  const { nodes, edges } = usePicture(mined, many);
  return (
    <>
      <div role="group" aria-label={t('arrows')} className="choice">
        <span aria-hidden="true">{t('arrows')}</span>
        {MANY.map((one) => (
          <button key={one} type="button" aria-pressed={one === many} onClick={() => setMany(one)}>
            {one}
          </button>
        ))}
      </div>
      <Suspense fallback={<p className="loading">{t('loading')}</p>}>
        <FlowPicture label={t('mapLabel')} nodes={nodes} edges={edges} />
      </Suspense>
      <Rows
        caption={t('arrow')}
        rows={mined.arrows.rows}
        all={mined.arrows.all}
        keyOf={({ from, to }) => `${from}\n${to}`}
        columns={[
          { name: 'fromStep', cell: ({ from }) => called(from) },
          { name: 'toStep', cell: ({ to }) => called(to) },
          { name: 'count', cell: ({ count }) => count, sortBy: ({ count }) => count },
          { name: 'between', cell: ({ time }) => span(time.median), sortBy: ({ time }) => time.median },
        ]}
      />
    </>
  );
}
