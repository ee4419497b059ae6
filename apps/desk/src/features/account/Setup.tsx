import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useState, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useTotpOffer } from './api.ts';
import { messages } from './messages.ts';
import { PasskeySetup } from './PasskeySetup.tsx';
import { TotpSetup } from './TotpSetup.tsx';

/** The recovery codes, this once. */
export function RecoveryList({
  codes,
  onKept,
}: {
  readonly codes: readonly string[];
  readonly onKept: () => void;
}): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="setup" role="status">
      <h3>{t('recovery')}</h3>
      <p>{t('recoveryWhy')}</p>
      <ol className="codes">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ol>
      <Button type="primary" onClick={onKept}>
        {t('recoveryKept')}
      </Button>
    </div>
  );
}

interface ChoiceProps {
  readonly hasTotp: boolean;
  readonly pending: boolean;
  readonly onTotp: () => void;
  readonly onPasskey: () => void;
}

function Choice({ hasTotp, pending, onTotp, onPasskey }: ChoiceProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="row">
      {!hasTotp && (
        <Button type="primary" loading={pending} onClick={onTotp}>
          {t('addTotp')}
        </Button>
      )}
      <Button onClick={onPasskey}>{t('addPasskey')}</Button>
    </div>
  );
}

interface SetupProps {
  /** Whether one-time codes are there already. */
  readonly hasTotp: boolean;
  readonly onDone: () => void;
}

/** Sets up a second factor: codes of an authenticator, or a passkey; then shows the recovery codes. */
export function Setup({ hasTotp, onDone }: SetupProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const offer = useTotpOffer();
  const [open, setOpen] = useState<'totp' | 'passkey'>();
  const [codes, setCodes] = useState<readonly string[]>([]);
  const problem = problemOf(offer.error);
  const close = (): void => {
    setOpen(undefined);
    offer.reset();
  };
  const finish = (given: readonly string[]): void => {
    close();
    setCodes(given);
    if (given.length === 0) onDone();
  };
  const kept = (): void => {
    setCodes([]);
    onDone();
  };
  if (codes.length > 0) return <RecoveryList codes={codes} onKept={kept} />;
  if (open === 'passkey') return <PasskeySetup onDone={finish} onCancel={close} />;
  if (open === 'totp' && offer.data !== undefined)
    return <TotpSetup offer={offer.data} onDone={finish} onCancel={close} />;
  const start = (): void => offer.mutate(undefined, { onSuccess: () => setOpen('totp') });
  return (
    <>
      {problem !== undefined && <ErrorSummary title={t('failed')} errors={[{ text: say(problem.words) }]} />}
      <Choice hasTotp={hasTotp} pending={offer.isPending} onTotp={start} onPasskey={() => setOpen('passkey')} />
    </>
  );
}
