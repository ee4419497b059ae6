import type { ChangeView } from '@yimen/contract';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { Link } from 'react-router';
import type { FormEvent, JSX } from 'react';
import { useTyped } from '../../shared/drafts/useTyped.ts';
import { Field } from '../../shared/forms/Field.tsx';
import type { FieldSpec } from '../../shared/forms/fields.ts';
import { problemOf } from '../../shared/forms/refusal.ts';
import { useSignedIn } from '../../shared/session.tsx';
import { usePublish, type Done, type Wish } from './api.ts';
import { messages } from './messages.ts';
import type { Editing } from './useEditing.ts';

/** What differs, in words, and what it means for the citizen. */
export function Changes({ changes }: { readonly changes: readonly ChangeView[] }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  if (changes.length === 0) return <p className="empty">{t('same')}</p>;
  return (
    <ul className="changes">
      {changes.map(({ field, words, effect }) => (
        <li key={`${field} ${words.en}`}>
          {say(words)} <span className={`tag effect--${effect}`}>{t(effect)}</span>
        </li>
      ))}
    </ul>
  );
}

export interface Publishing {
  readonly itemId: string;
  readonly mayCorrect: boolean;
  readonly onDone: (done: Done) => void;
}

interface DifferenceProps extends Publishing {
  readonly editing: Editing;
  /** Not on the list yet. */
  readonly isNew: boolean;
}

interface FiveStepsProps {
  readonly itemId: string;
  readonly name: string;
  readonly isNew: boolean;
}

/** An element of the list is changed by application, review, deliberation and publication; here it begins. */
function FiveSteps({ itemId, name, isNew }: FiveStepsProps): JSX.Element {
  const t = useMessages(messages);
  const mayApply = useSignedIn().roles.includes('authorityHead');
  const asked = new URLSearchParams({ item: itemId, name, kind: isNew ? 'add' : 'change' });
  return (
    <p className="five-steps">
      {t('fiveSteps')}{' '}
      {mayApply ? <Link to={`/changes/new?${asked.toString()}`}>{t('applyChange')}</Link> : t('headApplies')}
    </p>
  );
}

/** The draft against what is published, and the day it shall take effect. */
export function Difference({ editing, isNew, ...to }: DifferenceProps): JSX.Element {
  const t = useMessages(messages);
  const { view, saving } = editing;
  const fiveSteps = isNew || view.fiveSteps;
  const errors = view.findings.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <Changes changes={view.changes} />
      {errors > 0 && <p className="barred">{t('barred', { n: errors })}</p>}
      {view.revision > 0 && fiveSteps && <FiveSteps itemId={to.itemId} name={view.guide.name} isNew={isNew} />}
      {to.mayCorrect && view.revision > 0 && !fiveSteps && (
        <PublishForm {...to} of={{ revision: view.revision }} action="publish" waits={saving} />
      )}
    </>
  );
}

interface PublishFormProps extends Publishing {
  readonly of: Wish['of'];
  readonly action: 'publish' | 'rollback';
  /** What is typed is not yet saved. */
  readonly waits?: boolean;
}

const dayField: FieldSpec = { name: 'effectiveFrom', kind: 'day', label: messages.effectiveFrom, required: true };
const reasonField: FieldSpec = { name: 'reason', kind: 'text', label: messages.reason, required: true };

/** For which day, and why. */
export function PublishForm({ itemId, of, action, onDone, waits = false }: PublishFormProps): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const publish = usePublish(itemId, onDone);
  const id = 'revision' in of ? 'draft' : String(of.version);
  const typed = useTyped(`publish/${itemId}/${id}`, { effectiveFrom: useSignedIn().today, reason: '' });
  const { effectiveFrom = '', reason = '' } = typed.values;
  const problem = problemOf(publish.error);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    publish.mutate({ effectiveFrom, reason, of }, { onSuccess: typed.drop });
  };
  return (
    <form className="publish" aria-label={t(action)} onSubmit={submit}>
      {problem !== undefined && <ErrorSummary errors={[{ text: say(problem.words) }]} article={problem.article} />}
      <div className="fields">
        <Field
          id={`day-${id}`}
          field={dayField}
          value={effectiveFrom}
          onChange={(day) => typed.set('effectiveFrom', day)}
        />
        <Field id={`reason-${id}`} field={reasonField} value={reason} onChange={(text) => typed.set('reason', text)} />
      </div>
      <Button
        htmlType="submit"
        type="primary"
        loading={publish.isPending}
        disabled={waits || effectiveFrom === '' || reason === ''}
      >
        {t(action)}
      </Button>
    </form>
  );
}
