import { useMessages } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { useTask } from './api.ts';
import { messages } from './messages.ts';
import { Refusal } from './Refusal.tsx';

const FIELDS = ['username', 'name', 'password'] as const;
const EMPTY: Readonly<Record<(typeof FIELDS)[number], string>> = { username: '', name: '', password: '' };

/** An account without any post; whoever gets it changes the password first. */
export function NewAccount(): JSX.Element {
  const t = useMessages(messages);
  const task = useTask();
  const [typed, setTyped] = useState(EMPTY);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const body = { ...typed, username: typed.username.trim(), name: typed.name.trim() };
    task.mutate({ path: 'accounts', ...body }, { onSuccess: () => setTyped(EMPTY) });
  };
  return (
    <section aria-labelledby="new-account">
      <h2 id="new-account">{t('newAccount')}</h2>
      <p className="hint">{t('newAccountWhy')}</p>
      <Refusal error={task.error} />
      <form className="setup" onSubmit={submit}>
        {FIELDS.map((name) => (
          <div key={name}>
            <label htmlFor={`new-${name}`}>{t(`new_${name}`)}</label>
            <Input
              id={`new-${name}`}
              required
              type={name === 'password' ? 'password' : 'text'}
              autoComplete={name === 'password' ? 'new-password' : 'off'}
              value={typed[name]}
              onChange={(event) => setTyped({ ...typed, [name]: event.target.value })}
            />
          </div>
        ))}
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
