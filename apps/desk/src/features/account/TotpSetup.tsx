import type { TotpOffer } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button, Input, QRCode } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useTotpConfirmation } from './api.ts';
import { messages } from './messages.ts';

interface TotpSetupProps {
  readonly offer: TotpOffer;
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

const inFours = (secret: string): string => (secret.match(/.{1,4}/g) ?? []).join(' ');

/** The secret to scan or type, and its first code: only then it counts. */
export function TotpSetup({ offer, onDone, onCancel }: TotpSetupProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const confirmation = useTotpConfirmation();
  const [code, setCode] = useState('');
  const [short, setShort] = useState(false);
  const problem = problemOf(confirmation.error);
  const wrong = short ? t('sixDigits') : problem && say(problem.words);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const typed = code.replaceAll(/\s/g, '');
    setShort(!/^\d{6}$/.test(typed));
    if (/^\d{6}$/.test(typed)) confirmation.mutate(typed, { onSuccess: ({ codes }) => onDone(codes) });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('addTotp')} className="setup">
      {wrong !== undefined && <ErrorSummary title={t('failed')} errors={[{ field: 'first-code', text: wrong }]} />}
      <p>{t('scan')}</p>
      <QRCode type="svg" value={offer.uri} size={176} bordered={false} aria-label={t('qr')} />
      <p>
        {t('typeIt')} <code className="secret">{inFours(offer.secret)}</code>
      </p>
      <label htmlFor="first-code">{t('firstCode')}</label>
      <Input
        id="first-code"
        autoComplete="one-time-code"
        inputMode="numeric"
        value={code}
        onChange={(event) => setCode(event.target.value)}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={confirmation.isPending}>
          {t('finish')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
