import type { Adopter, DeskItem } from '@yimen/contract';
import { Mixed, useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './templateMessages.ts';

interface TemplateNoteProps {
  readonly item: Pick<DeskItem, 'template' | 'adopters'>;
  /** Opens what the template says and proposes. */
  readonly onOpen: () => void;
}

/** Under the name of an item: whose template it follows, and who follows it. */
export function TemplateNote({ item, onOpen }: TemplateNoteProps): JSX.Element {
  const t = useMessages(messages);
  const { template, adopters } = item;
  return (
    <>
      {template !== undefined && (
        <p className="template-note">
          <Mixed text={t('from', { hall: template.hall, n: template.version })} />{' '}
          {template.pending && <span className="tag tag--making">{t('pending')}</span>}{' '}
          <button type="button" className="link" onClick={onOpen}>
            {t('open')}
          </button>
        </p>
      )}
      {adopters.length > 0 && (
        <details className="template-note">
          <summary>
            {t('adopters')} · {adopters.length}
          </summary>
          <ul>
            {adopters.map((adopter) => (
              <li key={adopter.hall}>
                <Follows adopter={adopter} />
              </li>
            ))}
          </ul>
        </details>
      )}
    </>
  );
}

function Follows({ adopter: { hall, version, pending, declined } }: { readonly adopter: Adopter }): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      <Mixed text={t('adopter', { hall, n: version })} />{' '}
      {pending && <span className="tag tag--making">{t('undecided')}</span>}
      {declined !== undefined && (
        <div className="hint">
          <Mixed text={t('declinedBy', { n: declined.version, reason: declined.reason })} />
        </div>
      )}
    </>
  );
}
