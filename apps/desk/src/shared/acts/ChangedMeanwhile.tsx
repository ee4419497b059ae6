import type { CaseView } from '@yimen/contract';
import { timeInBeijing, useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';

interface ChangedMeanwhileProps {
  readonly entries: CaseView['entries'];
  /** The revision the screen showed when the act was sent. */
  readonly since: number;
}

/** After a 409: what the others did since this screen was drawn. */
export function ChangedMeanwhile({ entries, since }: ChangedMeanwhileProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <div className="changed">
      <strong>{t('changed')}</strong>
      <ul>
        {entries
          .filter(({ revision }) => revision > since)
          .map(({ revision, at, title, by }) => (
            <li key={revision}>
              {timeInBeijing(at)} {say(by)}：{say(title)}
            </li>
          ))}
      </ul>
      <p>{t('changedHint')}</p>
    </div>
  );
}
