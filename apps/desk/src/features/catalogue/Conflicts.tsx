import { placeOf } from '@yimen/core/catalogue';
import type { Json } from '@yimen/kernel';
import { useMessages, useSay } from '@yimen/ui';
import type { JSX } from 'react';
import { fieldsOf, jsonOf, typedOf } from './editable.ts';
import { messages } from './messages.ts';
import type { Conflict, Editing } from './useEditing.ts';

/** What two editors changed at once: both values, and one to choose. */
export function Conflicts({ editing }: { readonly editing: Editing }): JSX.Element | null {
  const t = useMessages(messages);
  const { conflicts } = editing;
  if (conflicts.length === 0) return null;
  return (
    <section className="conflicts" role="alert" aria-label={t('conflict')}>
      <h2>{t('conflict')}</h2>
      <p>{t('conflictHint')}</p>
      <ul>
        {conflicts.map((conflict) => (
          <OneConflict key={conflict.field} conflict={conflict} editing={editing} />
        ))}
      </ul>
    </section>
  );
}

function OneConflict({ conflict, editing }: { readonly conflict: Conflict; readonly editing: Editing }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { content, settle } = editing;
  const place = placeOf(content, conflict.field);
  const known = fieldsOf(content)
    .flatMap(({ fields }) => fields)
    .find(({ path }) => path === place);
  const { mine, theirs } = jsonOf({ mine: conflict.mine, theirs: conflict.theirs });
  const words = (value: Json | undefined): string => typedOf(value) || t('nothing');
  return (
    <li>
      <strong>{known === undefined ? conflict.field : say(known.label)}</strong>
      <dl>
        <dt>{t('mine')}</dt>
        <dd>{words(mine)}</dd>
        <dt>{t('theirs')}</dt>
        <dd>{words(theirs)}</dd>
      </dl>
      <button type="button" onClick={() => settle(conflict, 'mine')}>
        {t('takeMine')}
      </button>{' '}
      <button type="button" onClick={() => settle(conflict, 'theirs')}>
        {t('keepTheirs')}
      </button>
    </li>
  );
}
