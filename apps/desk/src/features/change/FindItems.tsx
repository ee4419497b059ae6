import type { DeskItemRow } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { useTyped } from '../../shared/drafts/useTyped.ts';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldSpec } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useBeginItem, useFoundItems } from './api.ts';
import { messages } from './messages.ts';

interface Taking {
  readonly onTake: (itemId: string, name: string, isNew: boolean) => void;
}

const SHOWN = 8;

/** Looks an item up and takes it in; drafts of items not yet on the list are found too. */
export function FindItems({ onTake }: Taking): JSX.Element {
  const t = useMessages(messages);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [asked, ask] = useState('');
  const found = useFoundItems(asked);
  const find = (event: FormEvent): void => {
    event.preventDefault();
    ask(typed.trim());
  };
  return (
    <form role="search" onSubmit={find} className="change-find">
      <label htmlFor={id}>{t('find')}</label>
      <input
        id={id}
        className="select"
        type="search"
        value={typed}
        maxLength={100}
        onChange={(event) => setTyped(event.target.value)}
      />
      <ul className="change-lines">
        {(found.data?.rows ?? []).slice(0, SHOWN).map((row) => (
          <FoundItem key={row.id} row={row} onTake={onTake} />
        ))}
      </ul>
    </form>
  );
}

function FoundItem({ row, onTake }: Taking & { readonly row: DeskItemRow }): JSX.Element {
  const t = useMessages(messages);
  return (
    <li>
      <span>
        <Zh>{row.name}</Zh> <span className="sub-inline">{row.id}</span>
      </span>
      <span className="sub-inline">
        <Zh>{row.authorityName}</Zh>
      </span>
      <Button
        size="small"
        aria-label={t('takeOf', { name: row.name })}
        onClick={() => onTake(row.id, row.name, row.version === 0)}
      >
        {t('take')}
      </Button>
    </li>
  );
}

const FIELDS: readonly FieldSpec[] = [
  { name: 'itemId', kind: 'text', label: messages.newId, required: true, maxLength: 120 },
  { name: 'name', kind: 'text', label: messages.newName, required: true, maxLength: 200 },
  { name: 'from', kind: 'text', label: messages.newFrom, required: true, maxLength: 120 },
];

/** Begins the draft of a new item from one there is, and takes it in. */
export function NewItemForm({ onTake }: Taking): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const id = useId();
  const { values, set, drop } = useTyped('change/new-item', {});
  const begin = useBeginItem();
  const problem = problemOf(begin.error);
  const valueOf = (name: string): string => values[name] ?? '';
  const send = (event: FormEvent): void => {
    event.preventDefault();
    const wish = { itemId: valueOf('itemId'), name: valueOf('name'), from: valueOf('from') };
    begin.mutate(wish, { onSuccess: () => [drop(), onTake(wish.itemId, wish.name, true)] });
  };
  return (
    <form onSubmit={send} aria-label={t('beginNew')} className="change-begin">
      <h2>{t('beginNew')}</h2>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} />}
      <div className="fields">
        {FIELDS.map((field) => (
          <Field
            key={field.name}
            id={`${id}-${field.name}`}
            field={field}
            value={valueOf(field.name)}
            onChange={(value) => set(field.name, value)}
          />
        ))}
      </div>
      <Button htmlType="submit" loading={begin.isPending} disabled={FIELDS.some(({ name }) => valueOf(name) === '')}>
        {t('begin')}
      </Button>
    </form>
  );
}
