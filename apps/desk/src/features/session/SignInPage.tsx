import type { FactorKind } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, type ErrorLine } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useDemoAccounts, useSignIn } from './api.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { FactorStep } from './FactorStep.tsx';
import { messages } from './messages.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface FormProps {
  readonly typed: Credentials;
  readonly onType: (typed: Credentials) => void;
  /** The password was right, and one of these is wanted besides. */
  readonly onFactors: (factors: readonly FactorKind[]) => void;
}

interface Door {
  readonly errors: readonly ErrorLine[];
  readonly pending: boolean;
  readonly submit: (event: FormEvent) => void;
}

function useDoor({ typed, onFactors }: FormProps): Door {
  const t = useMessages(messages);
  const say = useSay();
  const signIn = useSignIn();
  const [empty, setEmpty] = useState(false);
  const problem = problemOf(signIn.error);
  const refused = problem === undefined ? [] : [{ field: 'username', text: say(problem.words) }];
  return {
    errors: empty ? [{ field: 'username', text: t('empty') }] : refused,
    pending: signIn.isPending,
    submit: (event) => {
      event.preventDefault();
      const absent = typed.username.trim() === '' || typed.password === '';
      setEmpty(absent);
      if (!absent) {
        const credentials = { username: typed.username.trim(), password: typed.password };
        signIn.mutate(credentials, { onSuccess: (answer) => 'factors' in answer && onFactors(answer.factors) });
      }
    },
  };
}

function SignInForm(props: FormProps): JSX.Element {
  const { typed, onType } = props;
  const t = useMessages(messages);
  const { errors, pending, submit } = useDoor(props);
  return (
    <form noValidate onSubmit={submit} aria-label={t('signIn')}>
      {errors.length > 0 && <ErrorSummary title={t('failed')} errors={errors} />}
      <label htmlFor="username">{t('username')}</label>
      <Input
        id="username"
        autoComplete="username"
        autoFocus
        value={typed.username}
        onChange={(event) => onType({ ...typed, username: event.target.value })}
      />
      <label htmlFor="password">{t('password')}</label>
      <Input
        id="password"
        type="password"
        autoComplete="current-password"
        value={typed.password}
        onChange={(event) => onType({ ...typed, password: event.target.value })}
      />
      <Button type="primary" htmlType="submit" block loading={pending}>
        {t('signIn')}
      </Button>
    </form>
  );
}

/** The door of the desk. In the demonstration it lists its labelled accounts; elsewhere it tells nobody who works here. */
export function SignInPage({ languageSwitch }: { readonly languageSwitch: JSX.Element }): JSX.Element {
  const t = useMessages(messages);
  const demo = useDemoAccounts();
  const [typed, setTyped] = useState<Credentials>({ username: '', password: '' });
  const [factors, setFactors] = useState<readonly FactorKind[]>([]);
  const accounts = demo.data?.accounts ?? [];
  const second = factors.length > 0;
  return (
    <div className="door">
      <header>
        <strong>{t('product')}</strong>
        {languageSwitch}
      </header>
      <main>
        <section className="door-form">
          <h1>{t(second ? 'factorTitle' : 'title')}</h1>
          {second ? (
            <FactorStep {...{ factors, accounts }} username={typed.username.trim()} onBack={() => setFactors([])} />
          ) : (
            <SignInForm typed={typed} onType={setTyped} onFactors={setFactors} />
          )}
        </section>
        {!second && accounts.length > 0 && (
          <DemoAccounts accounts={accounts} onChoose={({ username, password }) => setTyped({ username, password })} />
        )}
      </main>
    </div>
  );
}
