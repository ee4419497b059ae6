import { useMessages } from '@yimen/ui';
import { Input, type InputRef } from 'antd';
import { useRef, useState, type FormEvent, type JSX } from 'react';
import { useNavigate } from 'react-router';
import { useKeys } from '../../shared/keys/useKeys.ts';
import { messages } from './messages.ts';

/** `/` comes here from anywhere outside a field. A scanner types a number and Enter. */
export function SearchBox(): JSX.Element {
  const t = useMessages(messages);
  const navigate = useNavigate();
  const box = useRef<InputRef>(null);
  const [text, setText] = useState('');
  useKeys({ '/': () => box.current?.focus({ cursor: 'all' }) });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const q = text.trim();
    if (q !== '') void navigate(`/queue?${new URLSearchParams({ q }).toString()}`);
  };
  return (
    <form role="search" className="search" onSubmit={submit}>
      <Input
        ref={box}
        aria-label={t('search')}
        placeholder={t('searchHint')}
        value={text}
        maxLength={60}
        onChange={(event) => setText(event.target.value)}
      />
    </form>
  );
}
