import { Mixed, useMessages, useSay, type Words } from '@yimen/ui';
import type { JSX, ReactNode } from 'react';
import { useWhen } from '../../shared/when.ts';

const messages = { life: { zh: '经过', en: 'What happened' } };

interface Happened {
  readonly revision: number;
  readonly title: Words;
  readonly at: string;
  readonly by: string;
  readonly lines: readonly string[];
}

interface LifeProps {
  readonly life: readonly Happened[];
  readonly children?: ReactNode;
}

/** What happened to a card or a proposal, entry by entry. */
export function Life({ life, children }: LifeProps): JSX.Element {
  const t = useMessages(messages);
  const when = useWhen();
  const say = useSay();
  return (
    <section aria-labelledby="life">
      <h2 id="life">{t('life')}</h2>
      <ol className="card-life">
        {life.map((one) => (
          <li key={one.revision}>
            <b>{say(one.title)}</b>{' '}
            <span className="sub">
              <Mixed text={`${when(one.at)} · ${one.by}`} />
            </span>
            {one.lines.map((line) => (
              <p key={line}>
                <Mixed text={line} />
              </p>
            ))}
          </li>
        ))}
      </ol>
      {children}
    </section>
  );
}
