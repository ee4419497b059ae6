import { Said, Stars, useMessages, useSay } from '@yimen/ui';
import type { DeskItem } from '@yimen/contract';
import type { JSX } from 'react';
import { useDay } from '../../shared/when.ts';
import { useStars } from './api.ts';
import { messages } from './messages.ts';

/** The stars of the item as the public reads them: each rule with its points and why. */
export function ItemStars({ guide }: { readonly guide: DeskItem['draft']['guide'] }): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  const day = useDay();
  const { data } = useStars(guide.jurisdiction, guide.id);
  if (data === undefined) return null;
  const { stars, points, of, since, lines, history } = data;
  return (
    <details className="item-stars">
      <summary>
        {t('stars')} <Stars stars={stars} /> {t('starPoints', { points, of, day: day(since) })}
      </summary>
      <ul>
        {lines.map((line) => (
          <li key={line.id}>
            <b>{say(line.name)}</b>{' '}
            {line.because === undefined ? t('notJudged') : <StarLine line={{ ...line, because: line.because }} />}
            <br />
            <span className="sub">{say(line.rule)}</span>
          </li>
        ))}
      </ul>
      {history.length > 1 && (
        <p>{history.map((one) => t('starsOn', { day: day(one.on), n: one.stars })).join(t('semicolon'))}</p>
      )}
    </details>
  );
}

type Judged = { readonly points?: number; readonly most: number; readonly because: { zh: string; en: string } };

function StarLine({ line: { points = 0, most, because } }: { readonly line: Judged }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {t('linePoints', { points, most })} <Said words={because} />
    </>
  );
}
