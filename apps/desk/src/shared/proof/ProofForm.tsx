import type { Proof } from '@yimen/contract';
import { ErrorSummary, useMessages, useColon, type ErrorLine } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { messages } from './messages.ts';

export type ProofKind = Proof['kind'];

export interface ProofFormProps {
  /** What this account can prove itself with; the first is offered first. */
  readonly kinds: readonly ProofKind[];
  readonly pending: boolean;
  /** What was wrong with the last try, in words. */
  readonly refused: string | undefined;
  readonly onProof: (proof: Proof) => void;
  /** The browser is asked for a passkey. */
  readonly onPasskey: () => void;
}

type Typed = Exclude<ProofKind, 'passkey'>;

const FIELDS = {
  totp: { autoComplete: 'one-time-code', inputMode: 'numeric', type: 'text' },
  recovery: { autoComplete: 'off', inputMode: 'text', type: 'text' },
  password: { autoComplete: 'current-password', inputMode: 'text', type: 'password' },
} as const;

function proofOf(kind: Typed, text: string): Proof {
  if (kind === 'password') return { kind, password: text };
  return { kind, code: kind === 'totp' ? text.replaceAll(/\s/g, '') : text.trim() };
}

const complete = (kind: Typed, text: string): boolean =>
  kind === 'totp' ? /^\d{6}$/.test(text.replaceAll(/\s/g, '')) : text.length >= (kind === 'recovery' ? 8 : 1);

interface TypedProofProps extends Omit<ProofFormProps, 'kinds' | 'onPasskey'> {
  readonly kind: Typed;
}

function TypedProof({ kind, pending, refused, onProof }: TypedProofProps): JSX.Element {
  const colon = useColon();
  const t = useMessages(messages);
  const [text, setText] = useState('');
  const [empty, setEmpty] = useState(false);
  const label = t(`${kind}Label`);
  const wrong = empty ? colon(t('empty'), label) : refused;
  const errors: readonly ErrorLine[] = wrong === undefined ? [] : [{ field: 'proof', text: wrong }];
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setEmpty(!complete(kind, text));
    if (complete(kind, text)) onProof(proofOf(kind, text));
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t(kind)} className="proof-form">
      {errors.length > 0 && <ErrorSummary title={t('failed')} errors={errors} />}
      <label htmlFor="proof">{label}</label>
      <p className="hint" id="proof-hint">
        {t(`${kind}Hint`)}
      </p>
      <Input
        id="proof"
        {...FIELDS[kind]}
        aria-describedby="proof-hint"
        autoFocus
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t('confirm')}
      </Button>
    </form>
  );
}

function PasskeyProof({ pending, refused, onPasskey }: Omit<ProofFormProps, 'kinds' | 'onProof'>): JSX.Element {
  const t = useMessages(messages);
  return (
    <div className="proof-form">
      {refused !== undefined && <ErrorSummary title={t('failed')} errors={[{ text: refused }]} />}
      <p className="hint">{t('passkeyHint')}</p>
      <Button type="primary" block autoFocus loading={pending} onClick={onPasskey}>
        {t('usePasskey')}
      </Button>
    </div>
  );
}

/** Proves who one is by one of the ways the account has; the others are one click away. */
export function ProofForm({ kinds, ...props }: ProofFormProps): JSX.Element {
  const t = useMessages(messages);
  const [chosen, choose] = useState<ProofKind>();
  const kind = chosen ?? kinds[0] ?? 'password';
  return (
    <>
      {kinds.length > 1 && (
        <div className="proof-kinds" role="group" aria-label={t('kinds')}>
          {kinds.map((one) => (
            <button key={one} type="button" className="link" aria-pressed={one === kind} onClick={() => choose(one)}>
              {t(one)}
            </button>
          ))}
        </div>
      )}
      {kind === 'passkey' ? <PasskeyProof {...props} /> : <TypedProof key={kind} kind={kind} {...props} />}
    </>
  );
}
