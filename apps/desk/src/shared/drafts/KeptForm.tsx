import { timeInBeijing, useMessages } from '@yimen/ui';
import { Button } from 'antd';
import { useEffect, useRef, useState, type FormEvent, type JSX, type ReactNode } from 'react';
import { useDrafts } from './DraftsGate.tsx';
import type { Draft } from './drafts.ts';
import { useKept } from './useKept.ts';

const messages = {
  restored: { zh: '已恢复您 {time} 未提交的录入。', en: 'What you typed and did not send ({time}) is back.' },
  again: { zh: '清空重填', en: 'Start again' },
};

/** What stands in the fields of a form, by their names. Files are no typing. */
export type Typed = Readonly<Record<string, string>>;

export interface KeptFormProps {
  /** Of the typing on this computer: which form, of what. */
  readonly name: string;
  readonly label: string;
  readonly className?: string;
  /** `sent` forgets what was kept: called once the server has it. */
  readonly onSend: (typed: Typed, sent: () => void) => void;
  readonly children: ReactNode;
}

function typedIn(form: HTMLFormElement): Typed {
  const texts = new Map<string, string>();
  for (const [name, value] of new FormData(form)) if (typeof value === 'string') texts.set(name, value);
  return Object.fromEntries(texts);
}

type Control = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
const isControl = (element: unknown): element is Control =>
  element instanceof HTMLInputElement || element instanceof HTMLSelectElement || element instanceof HTMLTextAreaElement;

/** Fields that are no longer there are passed over: a form may have changed since. */
function fill(form: HTMLFormElement, typed: Typed): void {
  for (const control of form.elements) {
    const value = isControl(control) ? typed[control.name] : undefined;
    if (value === undefined || !isControl(control) || control.type === 'file') continue;
    if (control instanceof HTMLInputElement && (control.type === 'radio' || control.type === 'checkbox')) {
      control.checked = control.value === value;
    } else control.value = value;
  }
}

function parsed({ text }: Draft): Typed {
  // Our own typing, unsealed under our own key.
  return JSON.parse(text) as Typed;
}

function Restored({ at, onAgain }: { readonly at: string; readonly onAgain: () => void }): JSX.Element {
  const t = useMessages(messages);
  return (
    <p aria-live="polite" className="restored">
      {t('restored', { time: timeInBeijing(at) })}{' '}
      <Button size="small" onClick={onAgain}>
        {t('again')}
      </Button>
    </p>
  );
}

/** A form of plain fields whose typing is kept as every other's: back after a reload, a crash or an ended session. */
export function KeptForm({ name, label, className, onSend, children }: KeptFormProps): JSX.Element {
  const drafts = useDrafts();
  const [before] = useState(() => drafts?.read(name));
  const [restored, setRestored] = useState(before?.savedAt);
  const [text, setText] = useState<string>();
  const form = useRef<HTMLFormElement>(null);
  const { drop } = useKept(name, text);
  useEffect(() => {
    if (before !== undefined && form.current !== null) fill(form.current, parsed(before));
  }, [before]);
  const forget = (): void => {
    drop();
    setText(undefined);
    setRestored(undefined);
    form.current?.reset();
  };
  const send = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    onSend(typedIn(event.currentTarget), forget);
  };
  return (
    <form
      ref={form}
      className={className}
      aria-label={label}
      onInput={(event) => setText(JSON.stringify(typedIn(event.currentTarget)))}
      onSubmit={send}
    >
      {restored !== undefined && <Restored at={restored} onAgain={forget} />}
      {children}
    </form>
  );
}
