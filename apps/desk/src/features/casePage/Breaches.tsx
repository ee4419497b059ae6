import type { CaseView } from '@yimen/contract';
import { useMessages, Mixed } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';
import { useWhen } from '../../shared/when.ts';

export function Breaches({ breaches }: { readonly breaches: CaseView['breaches'] }): JSX.Element | null {
  const when = useWhen();
  const t = useMessages(messages);
  if (breaches.length === 0) return null;
  return (
    <section className="breaches" aria-label={t('breaches')}>
      <h3>{t('breaches')}</h3>
      <ul>
        {breaches.map(({ at, article, detail }) => (
          <li key={`${at}${detail}`}>
            {when(at)} <Mixed text={`${detail}（${article}）`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
