import type { CardRowView } from '@yimen/contract';
import { useSay } from '@yimen/ui';
import type { JSX } from 'react';

/** Warning, yellow or red: by its word, and by colour beside it. */
export function Level({ card }: { readonly card: Pick<CardRowView, 'level' | 'levelName'> }): JSX.Element {
  const say = useSay();
  return <span className={`card-level card-level--${card.level}`}>{say(card.levelName)}</span>;
}
