import type { FactorKind, Words } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, type ErrorLine } from '@yimen/ui';
import { Button, Input } from 'antd';
import { useState, type FormEvent, type JSX } from 'react';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useDemoAccounts, useSignIn } from './api.ts';
import { DemoAccounts } from './DemoAccounts.tsx';
import { FactorStep } from './FactorStep.tsx';
import { messages } from './messages.ts';
import { OtherWay } from './OtherWay.tsx';
import { useArrival } from './useArrival.ts';

interface Credentials {
  readonly username: string;
  readonly password: string;
}

interface FormProps {
  readonly typed: Credentials;
  readonly onType: (typed: Credentials) => void;
  /** The password was right, and one of these is wanted besides. */
  readonly onFactors: (factors: readonly FactorKind[]) => void;
  /** Why the sign-in service did not let them in. */
  readonly refused: Words | undefined;
  readonly onTry: () => void;
}

interface Door {
  readonly errors: readonly ErrorLine[];
  readonly pending: boolean;
  readonly submit: (event: FormEvent) => void;
}

function useDoor({ typed, onFactors, refused, onTry }: FormProps): Door {
  const t = useMessages(messages);
  const say = useSay();
  const signIn = useSignIn();
  const [empty, setEmpty] = useState(false);
  const words = problemOf(signIn.error)?.words ?? refused;
  const told = words === undefined ? [] : [{ field: 'username', text: say(words) }];
  return {
    errors: empty ? [{ field: 'username', text: t('empty') }] : told,
    pending: signIn.isPending,
    submit: (event) => {
      event.preventDefault();
      onTry();
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

/** The first step by password or by a sign-in service, then the second where one is wanted. */
function useSteps() {
  const arrival = useArrival();
  const [wanted, setWanted] = useState<readonly FactorKind[]>([]);
  return {
    factors: wanted.length > 0 ? wanted : arrival.factors,
    byPassword: wanted.length > 0,
    refused: arrival.refused,
    onFactors: setWanted,
    onTry: arrival.forget,
    onBack: () => {
      setWanted([]);
      arrival.forget();
    },
  };
}

/** The door of the desk. In the demonstration it lists its labelled accounts; elsewhere it tells nobody who works here. */
export function SignInPage({ languageSwitch }: { readonly languageSwitch: JSX.Element }): JSX.Element {
  const t = useMessages(messages);
  const demo = useDemoAccounts();
  const [typed, setTyped] = useState<Credentials>({ username: '', password: '' });
  const { factors, byPassword, onBack, ...first } = useSteps();
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
            <FactorStep {...{ factors, accounts, onBack }} username={byPassword ? typed.username.trim() : ''} />
          ) : (
            <>
              <SignInForm typed={typed} onType={setTyped} {...first} />
              <OtherWay />
            </>
          )}
        </section>
        {!second && accounts.length > 0 && (
          <DemoAccounts accounts={accounts} onChoose={({ username, password }) => setTyped({ username, password })} />
        )}
      </main>
    </div>
  );
}
