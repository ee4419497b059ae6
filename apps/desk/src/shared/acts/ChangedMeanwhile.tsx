import type { Problem } from '@yimen/contract';
import { timeInBeijing, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';

/** After somebody else acted: what they did since this screen was drawn. */
export function ChangedMeanwhile({ changed }: { readonly changed: NonNullable<Problem['changed']> }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="changed">
      <strong>{t('changed')}</strong>
      <ul>
        {changed.map(({ revision, at, title, by }) => (
          <li key={revision}>
            {timeInBeijing(at)} {say(by)}：{say(title)}
          </li>
        ))}
      </ul>
      <p>{t('changedHint')}</p>
    </div>
  );
}
