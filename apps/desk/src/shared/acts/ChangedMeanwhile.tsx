import type { Problem } from '@yimen/contract';
import { useMessages, useSay, useColon } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';
import { useWhen } from '../when.ts';

/** After somebody else acted: what they did since this screen was drawn. */
export function ChangedMeanwhile({ changed }: { readonly changed: NonNullable<Problem['changed']> }): JSX.Element {
  const colon = useColon();
  const when = useWhen();
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="changed">
      <strong>{t('changed')}</strong>
      <ul>
        {changed.map(({ revision, at, title, by }) => (
          <li key={revision}>
            {when(at)} {colon(say(by), say(title))}
          </li>
        ))}
      </ul>
      <p>{t('changedHint')}</p>
    </div>
  );
}
