import { useMessages } from '@yimen/ui';
import { Button } from 'antd';
import type { JSX } from 'react';
import { useSignInWays } from './api.ts';
import { messages } from './messages.ts';

/** The way through a sign-in service: a page of the server leads there, so it is a link. Only where one is configured. */
export function OtherWay(): JSX.Element | null {
  const t = useMessages(messages);
  const ways = useSignInWays();
  if (ways.data?.provider !== true) return null;
  return (
    <div className="other-way">
      <p aria-hidden="true">{t('or')}</p>
      <Button id="provider" block href="/api/v1/session/provider">
        {t('provider')}
      </Button>
    </div>
  );
}
