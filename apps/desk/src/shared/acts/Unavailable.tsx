import type { CaseView } from '@yimen/contract';
import { useMessages, useSay, Mixed } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';
import type { DeskAct } from './table.ts';

type Entry = CaseView['acts'][number] & { readonly act: DeskAct; readonly on: string | undefined };

interface UnavailableProps {
  readonly entries: readonly Entry[];
  readonly titleOf: (entry: Entry) => string;
}

/** Each thing that cannot be done says why, in words and by its article. */
export function Unavailable({ entries, titleOf }: UnavailableProps): JSX.Element | null {
  const t = useMessages(messages);
  const say = useSay();
  if (entries.length === 0) return null;
  return (
    <details className="unavailable">
      <summary>{t('unavailable', { n: entries.length })}</summary>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.act}-${entry.on ?? ''}`}>
            <b>
              <Mixed text={titleOf(entry)} />
            </b>{' '}
            {entry.why !== undefined && <Mixed text={say(entry.why.words)} />}
            {entry.why?.article !== undefined && (
              <span className="sub">
                <Mixed text={t('article', { article: entry.why.article })} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </details>
  );
}
