import type { CaseView } from '@yimen/contract';
import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';
import { useWhen } from '../when.ts';

/** What each examiner found, under their name. */
export function Opinions({ steps }: { readonly steps: CaseView['steps'] }): JSX.Element {
  const when = useWhen();
  const t = useMessages(messages);
  const given = steps.filter(({ opinion }) => opinion !== undefined);
  return (
    <section className="opinions" aria-label={t('opinions')}>
      <h3>{t('opinions')}</h3>
      {given.length === 0 && <p className="empty">{t('noOpinions')}</p>}
      {given.map(({ id, round, name, heldBy, closedAt, agreed, opinion, authorityName }) => (
        <article key={`${id}-${String(round)}`}>
          <p>
            <b lang="zh-CN">{name}</b> <span className="tag">{t(agreed === true ? 'agreed' : 'disagreed')}</span>
            <span className="sub-inline" lang="zh-CN">
              {authorityName} {heldBy ?? ''} {closedAt === undefined ? '' : when(closedAt)}
            </span>
          </p>
          <p lang="zh-CN">{opinion}</p>
        </article>
      ))}
    </section>
  );
}
