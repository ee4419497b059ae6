import { useMessages, useSay } from '@yimen/ui';
import { Button, Input, type InputRef } from 'antd';
import { useRef, useState, type FormEvent, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { useFindByNumber } from './api.ts';
import { messages } from './messages.ts';

interface Finder {
  readonly number: string;
  readonly setNumber: (number: string) => void;
  readonly submit: (event: FormEvent) => void;
  readonly pending: boolean;
  readonly trouble: string | undefined;
}

function useFinder(): Finder {
  const t = useMessages(messages);
  const say = useSay();
  const navigate = useNavigate();
  const find = useFindByNumber();
  const [number, setNumber] = useState('');
  const problem = problemOf(find.error);
  const nothing = find.data?.rows.length === 0 ? t('notFound', { number: find.variables ?? '' }) : undefined;
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (number.trim() === '') return;
    find.mutate(number.trim(), {
      onSuccess: ({ rows: [first] }) => {
        if (first === undefined) return;
        setNumber('');
        void navigate(`/delivery/${encodeURIComponent(first.caseId)}`);
      },
    });
  };
  return {
    number,
    setNumber,
    submit,
    pending: find.isPending,
    trouble: problem === undefined ? nothing : say(problem.words),
  };
}

/** A scanner is a keyboard: it types the number and presses Enter. */
export function FindByNumber(): JSX.Element {
  const t = useMessages(messages);
  const { number, setNumber, submit, pending, trouble } = useFinder();
  const box = useRef<InputRef>(null);
  useKeys({ s: () => box.current?.focus({ cursor: 'all' }) });
  return (
    <form className="find" onSubmit={submit}>
      <label htmlFor="delivery-number">{t('scan')}</label>
      <Input
        id="delivery-number"
        ref={box}
        autoFocus
        autoComplete="off"
        value={number}
        onChange={(event) => setNumber(event.target.value)}
      />
      <Button htmlType="submit" loading={pending}>
        {t('find')}
      </Button>
      <span role="alert" className="wrong">
        {trouble}
      </span>
    </form>
  );
}
