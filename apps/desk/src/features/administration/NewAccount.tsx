import { useMessages } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { useTyped } from '../../shared/drafts/useTyped.ts';
import { useTask } from './api.ts';
import { messages } from './messages.ts';
import { Refusal } from './Refusal.tsx';

const KEPT = ['username', 'name'] as const;

interface TextFieldProps {
  readonly name: (typeof KEPT)[number] | 'password';
  readonly value: string;
  readonly onChange: (value: string) => void;
}

function TextField({ name, value, onChange }: TextFieldProps): JSX.Element {
  const t = useMessages(messages);
  const secret = name === 'password';
  return (
    <div>
      <label htmlFor={`new-${name}`}>{t(`new_${name}`)}</label>
      <Input
        id={`new-${name}`}
        required
        type={secret ? 'password' : 'text'}
        autoComplete={secret ? 'new-password' : 'off'}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
    </div>
  );
}

/** An account without any post; whoever gets it changes the password first. */
export function NewAccount(): JSX.Element {
  const t = useMessages(messages);
  const task = useTask();
  const { values, set, drop } = useTyped('accounts/new', {});
  // A password is kept nowhere but in its field.
  const [password, setPassword] = useState('');
  const valueOf = (name: (typeof KEPT)[number]): string => values[name] ?? '';
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { username: valueOf('username').trim(), name: valueOf('name').trim(), password };
    task.mutate({ path: 'accounts', ...body }, { onSuccess: () => [drop(), setPassword('')] });
  };
  return (
    <section aria-labelledby="new-account">
      <h2 id="new-account">{t('newAccount')}</h2>
      <p className="hint">{t('newAccountWhy')}</p>
      <Refusal error={task.error} />
      <form className="setup" onSubmit={submit}>
        {KEPT.map((name) => (
          <TextField key={name} name={name} value={valueOf(name)} onChange={(value) => set(name, value)} />
        ))}
        <TextField name="password" value={password} onChange={setPassword} />
        <div className="row">
          <Button type="primary" htmlType="submit" loading={task.isPending}>
            {t('make')}
          </Button>
        </div>
      </form>
      <p role="status">{task.isSuccess && t('made')}</p>
    </section>
  );
}
