import { useMessages } from '@yimen/ui';
import type { JSX } from 'react';
import { messages } from './messages.ts';

/** The hash of the guide a sheet is made of, in groups that two people can compare aloud. */
export function Fingerprint({ hash }: { readonly hash: string }): JSX.Element {
  const t = useMessages(messages);
  return (
    <p className="fingerprint">
      {t('hash')} <code data-guide-hash={hash}>{hash.match(/.{8}/g)?.join(' ')}</code>
    </p>
  );
}
