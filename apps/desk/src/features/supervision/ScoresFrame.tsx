import type { ScoresView } from '@yimen/contract';
import { Mixed, useMessages, useSay, type Words } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { MonthChoice } from './MonthChoice.tsx';
import { messages } from './scoreMessages.ts';
import { shareOf } from './share.ts';

interface ScoresFrameProps {
  readonly title: string;
  readonly intro: string;
  readonly month: string;
  /** The sheet of the month; absent while it is asked for. */
  readonly sheet: ScoresView['sheet'] | undefined;
  readonly above?: ReactNode;
  readonly children: ReactNode;
}

/** A list of scores of one month, and by which sheet. */
export function ScoresFrame({ title, intro, month, sheet, above, children }: ScoresFrameProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="page">
      <h1>{title}</h1>
      <p className="sub">{intro}</p>
      {above}
      <MonthChoice month={month} />
      {sheet !== undefined && (
        <p className="sub">
          <Mixed text={t('fromSheet', { title: say(sheet.title), source: sheet.source })} />
        </p>
      )}
      {children}
    </div>
  );
}

/** The mean of the quarter so far, with its grade. */
export function Quarter({
  of,
}: {
  readonly of: { readonly mean: number; readonly gradeName: Words } | undefined;
}): JSX.Element {
  const say = useSay();
  return <>{of === undefined ? '—' : `${String(of.mean)} · ${say(of.gradeName)}`}</>;
}

/** How many were content, and what is told where they were too few. */
export function Content({
  share,
  told,
}: {
  readonly share: number | null;
  readonly told: string | false;
}): JSX.Element {
  return (
    <>
      {shareOf({ ratio: share })} {told !== false && <span className="tag tag--stale">{told}</span>}
    </>
  );
}
