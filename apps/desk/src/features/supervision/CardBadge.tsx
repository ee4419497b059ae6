import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { Link } from 'react-router';
import { useCardDuty } from './api.ts';
import { messages } from './messages.ts';

/** Cards and urgings that wait for me; nothing while there are none. */
export function CardBadge(): JSX.Element {
  const t = useMessages(messages);
  const { waiting, urgings, ledgers } = useCardDuty();
  return (
    <>
      {waiting > 0 && (
        <Link className="count count--overdue" to="/supervision/cards?show=mine">
          {t('cards')} <b>{waiting}</b>
        </Link>
      )}
      {urgings > 0 && (
        <Link className="count count--overdue" to="/supervision/cards?show=mine&family=urging">
          {t('urging')} <b>{urgings}</b>
        </Link>
      )}
      {ledgers > 0 && (
        <Link className="count count--overdue" to="/supervision/coverage">
          {t('ledgersAwaited')} <b>{ledgers}</b>
        </Link>
      )}
    </>
  );
}
