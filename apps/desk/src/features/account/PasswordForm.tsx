import type { Account } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, type ErrorLine } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { usePasswordChange } from './api.ts';
import { messages } from './messages.ts';

const FIELDS = [
  { name: 'current', autoComplete: 'current-password' },
  { name: 'next', autoComplete: 'new-password' },
  { name: 'repeat', autoComplete: 'new-password' },
] as const;
type Typed = Readonly<Record<(typeof FIELDS)[number]['name'], string>>;
const EMPTY: Typed = { current: '', next: '', repeat: '' };

interface PasswordFormProps {
  readonly profile: Account['passwordProfile'];
  readonly onDone?: () => void;
}

interface FieldsProps {
  readonly typed: Typed;
  readonly onType: (typed: Typed) => void;
}

function Fields({ typed, onType }: FieldsProps): JSX.Element {
  const t = useMessages(messages);
  return (
    <>
      {FIELDS.map(({ name, autoComplete }) => (
        <div key={name}>
          <label htmlFor={`password-${name}`}>{t(name)}</label>
          <Input
            id={`password-${name}`}
            type="password"
            autoComplete={autoComplete}
            value={typed[name]}
            onChange={(event) => onType({ ...typed, [name]: event.target.value })}
          />
        </div>
      ))}
    </>
  );
}

/** Changes one's password; the rules stand above the fields, and a refusal says which of them failed. */
export function PasswordForm({ profile, onDone }: PasswordFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const change = usePasswordChange();
  const [typed, setTyped] = useState(EMPTY);
  const [different, setDifferent] = useState(false);
  const problem = problemOf(change.error);
  const refused: readonly ErrorLine[] = problem
    ? [{ field: `password-${problem.field ?? 'current'}`, text: say(problem.words) }]
    : [];
  const errors = different ? [{ field: 'password-repeat', text: t('different') }] : refused;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    setDifferent(typed.next !== typed.repeat);
    if (typed.next !== typed.repeat) return;
    const done = (): void => {
      setTyped(EMPTY);
      onDone?.();
    };
    change.mutate({ current: typed.current, next: typed.next }, { onSuccess: done });
  };
  return (
    <form noValidate onSubmit={submit} aria-label={t('password')} className="setup">
      {errors.length > 0 && <ErrorSummary title={t('failed')} errors={errors} />}
      <p className="hint">{t(profile === 'modern' ? 'rulesModern' : 'rulesDengbao')}</p>
      <Fields typed={typed} onType={setTyped} />
      <div className="row">
        <Button type="primary" htmlType="submit" loading={change.isPending}>
          {t('change')}
        </Button>
      </div>
      <p role="status">{change.isSuccess && t('changed')}</p>
    </form>
  );
}
