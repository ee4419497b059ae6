import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useCardDuty } from './api.ts';
import { messages } from './messages.ts';

/** Cards that wait for me; nothing while there are none. */
export function CardBadge(): JSX.Element | null {
  const t = useMessages(messages);
  const waiting = useCardDuty();
  if (waiting === 0) return null;
  return (
    <Link className="count count--overdue" to="/supervision/cards?show=mine">
      {t('cards')} <b>{waiting}</b>
    </Link>
  );
}
