import { timeInWords, useLanguage, useMessages, Zh } from '@yimen/ui';
import type { JSX } from 'react';
import { paperOf, useItemRehearsals } from './api.ts';
import { messages } from './messages.ts';

/** What was rehearsed of the drafts of these items, as signed reports: for those who decide on a change. */
export function OfDraft({ items }: { readonly items: readonly string[] }): JSX.Element | null {
  const t = useMessages(messages);
  const language = useLanguage();
  const found = useItemRehearsals(items).data?.rehearsals ?? [];
  if (found.length === 0) return null;
  return (
    <section aria-labelledby="rehearsed">
      <h2 id="rehearsed">{t('ofDraft')}</h2>
      <ul className="rows">
        {found.map(({ id, title, at, by }) => (
          <li key={id}>
            <a href={paperOf(id)}>
              <Zh>{title}</Zh>
            </a>{' '}
            <span className="hint">
              <Zh>{by}</Zh> · {timeInWords(at, language)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
