import type { ChangeWish, Problem } from '@yimen/contract';
import { lineActs, type LineAct } from '@yimen/core/catalogue';
import { ErrorSummary, useMessages, useSay, Zh } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type FormEvent, type JSX } from 'react';
import { useTyped, type Typed } from '../../shared/drafts/useTyped.ts';
import { Field } from '../../shared/forms/Field.tsx';
import { errorsOf, problemOf } from '../../shared/forms/refusal.ts';
import { FindItems, NewItemForm } from './FindItems.tsx';
import { messages } from './messages.ts';
import { actsOf, fieldsFor, initialValues, linesIn, textOf, wishOf, type TypedLine } from './wish.ts';

interface WishFormProps {
  /** Under which name the typing is kept. */
  readonly kept: string;
  readonly initial: Partial<ChangeWish>;
  readonly names: ReadonlyMap<string, string>;
  readonly action: 'submit' | 'resubmit';
  readonly pending: boolean;
  readonly error: Error | null;
  readonly onSend: (wish: ChangeWish, sent: () => void) => void;
}

/** 清单调整申请: kind, trigger with its basis, why, and which items. What is typed is kept until it is sent. */
export function WishForm({ kept, initial, names, action, pending, error, onSend }: WishFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const typed = useTyped(kept, initialValues(initial, names));
  const problem = problemOf(error);
  const wish = wishOf(typed.values);
  const send = (event: FormEvent): void => {
    event.preventDefault();
    if (wish !== undefined) onSend(wish, typed.drop);
  };
  return (
    <>
      <form onSubmit={send} aria-label={t(action)} className="change-wish">
        {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />}
        <WishFields typed={typed} problem={problem} />
        <Lines typed={typed} />
        <p className="hint">{t('draftHint')}</p>
        <p role="status" className="hint">
          {typed.kept && t('kept')}
        </p>
        <Button type="primary" htmlType="submit" loading={pending} disabled={wish === undefined}>
          {t(action)}
        </Button>
      </form>
      <More typed={typed} />
    </>
  );
}

interface WishFieldsProps {
  readonly typed: Typed;
  readonly problem: Problem | undefined;
}

function WishFields({ typed, problem }: WishFieldsProps): JSX.Element {
  const id = useId();
  const fields = fieldsFor(kindOf(typed));
  const names = fields.map(({ name }) => name);
  const errors = errorsOf(problem, names);
  return (
    <div className="fields">
      {fields.map((field) => (
        <Field
          key={field.name}
          id={`${id}-${field.name}`}
          field={field}
          value={typed.values[field.name] ?? ''}
          error={errors[field.name]}
          onChange={(value) => typed.set(field.name, value)}
        />
      ))}
    </div>
  );
}

const kindOf = ({ values }: Typed): string => values['kind'] ?? '';

/** The items taken in, each with what happens to it. */
function Lines({ typed }: { readonly typed: Typed }): JSX.Element {
  const t = useMessages(messages);
  const lines = linesIn(typed.values['lines']);
  const keep = (next: readonly TypedLine[]): void => typed.set('lines', textOf(next));
  return (
    <fieldset>
      <legend>{t('lines')}</legend>
      {lines.length === 0 && <p className="empty">{t('empty')}</p>}
      <ul className="change-lines">
        {lines.map((line) => (
          <LineRow
            key={line.itemId}
            line={line}
            acts={actsOf(kindOf(typed))}
            onAct={(act) => keep(lines.map((one) => (one === line ? { ...one, act } : one)))}
            onRemove={() => keep(lines.filter((one) => one !== line))}
          />
        ))}
      </ul>
    </fieldset>
  );
}

interface LineRowProps {
  readonly line: TypedLine;
  readonly acts: readonly LineAct[];
  readonly onAct: (act: LineAct) => void;
  readonly onRemove: () => void;
}

function LineRow({ line, acts, onAct, onRemove }: LineRowProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  return (
    <li>
      <Zh>{line.name}</Zh>
      <select
        className="select"
        aria-label={t('line', { name: line.name })}
        value={acts.includes(line.act) ? line.act : ''}
        onChange={(event) => {
          const act = acts.find((one) => one === event.target.value);
          if (act !== undefined) onAct(act);
        }}
      >
        <option value="">{t('choose')}</option>
        {acts.map((act) => (
          <option key={act} value={act}>
            {say(lineActs[act])}
          </option>
        ))}
      </select>
      <button type="button" className="link" aria-label={t('removeOf', { name: line.name })} onClick={onRemove}>
        {t('remove')}
      </button>
    </li>
  );
}

/** Further items, from the list or new. */
function More({ typed }: { readonly typed: Typed }): JSX.Element {
  const lines = linesIn(typed.values['lines']);
  const acts = actsOf(kindOf(typed));
  const take = (itemId: string, name: string, isNew: boolean): void => {
    const act = isNew ? 'create' : (acts.find((one) => one !== 'create') ?? 'revise');
    const others = lines.filter((one) => one.itemId !== itemId);
    typed.set('lines', textOf([...others, { itemId, name, act }]));
  };
  return (
    <>
      <FindItems onTake={take} />
      {acts.includes('create') && <NewItemForm onTake={take} />}
    </>
  );
}
