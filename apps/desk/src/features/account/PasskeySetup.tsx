import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { refusalIn, useNewPasskey } from './api.ts';
import { messages } from './messages.ts';

interface PasskeySetupProps {
  readonly onDone: (codes: readonly string[]) => void;
  readonly onCancel: () => void;
}

/** Names a key; the browser then asks for it. */
export function PasskeySetup({ onDone, onCancel }: PasskeySetupProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const adding = useNewPasskey();
  const [name, setName] = useState('');
  const refused = refusalIn(adding.error);
  const wrong =
    adding.error === null ? undefined : refused === undefined ? t('passkeyFailed') : say(refused.problem.words);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    adding.mutate(name.trim() === '' ? t('passkeyNameSample') : name.trim(), {
      onSuccess: ({ codes }) => onDone(codes),
    });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('addPasskey')} className="setup">
      {wrong !== undefined && <ErrorSummary title={t('failed')} errors={[{ text: wrong }]} />}
      <label htmlFor="passkey-name">{t('passkeyName')}</label>
      <Input
        id="passkey-name"
        maxLength={40}
        placeholder={t('passkeyNameSample')}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={adding.isPending}>
          {t('addPasskey')}
        </Button>
        <Button onClick={onCancel}>{t('cancel')}</Button>
      </div>
    </form>
  );
}
