import { readPath } from '@yimen/core/catalogue';
import { useMessages, useSay } from '@yimen/ui';
import { useState, type JSX } from 'react';
import { Field } from '../../shared/forms/Field.tsx';
import { problemOf } from '../../shared/forms/refusal.ts';
import { Conflicts } from './Conflicts.tsx';
import { fieldsOf, idOf, isAbout, typedInto, typedOf, type Editable } from './editable.ts';
import { Findings } from './Findings.tsx';
import { GuidePreview } from './GuidePreview.tsx';
import { messages } from './messages.ts';
import type { Editing } from './useEditing.ts';

interface EditorProps {
  readonly editing: Editing;
  /** Heads of authorities read; the editor writes. */
  readonly mayEdit: boolean;
}

/** The fields on the left; on the right what the lint says and the guide it will become. */
export function Editor({ editing, mayEdit }: EditorProps): JSX.Element {
  const t = useMessages(messages);
  const { content, view } = editing;
  const groups = fieldsOf(content, view.findings);
  const paths = groups.flatMap(({ fields }) => fields.map(({ path }) => path));
  return (
    <div className="catalogue-columns">
      <form aria-label={t('edit')} onSubmit={(event) => event.preventDefault()}>
        <Conflicts editing={editing} />
        <Groups editing={editing} mayEdit={mayEdit} groups={groups} />
      </form>
      <div className="catalogue-side" tabIndex={0} role="region" aria-label={t('aside')}>
        {mayEdit ? <SaveStatus editing={editing} /> : <p className="hint">{t('readOnly')}</p>}
        <Findings findings={view.findings} paths={paths} />
        <GuidePreview guide={view.guide} />
      </div>
    </div>
  );
}

function Groups({
  editing,
  mayEdit,
  groups,
}: EditorProps & { readonly groups: ReturnType<typeof fieldsOf> }): JSX.Element {
  const say = useSay();
  return (
    <>
      {groups.map(({ legend, fields }) => (
        <fieldset key={legend.en} disabled={!mayEdit}>
          <legend>{say(legend)}</legend>
          <div className="fields">
            {fields.map((field) => (
              <EditedField key={field.path} field={field} editing={editing} />
            ))}
          </div>
        </fieldset>
      ))}
    </>
  );
}

/** Holds what is typed as it is typed while the focus is in it: a number half written, a line not yet begun. */
function EditedField({ field, editing }: { readonly field: Editable; readonly editing: Editing }): JSX.Element {
  const [typing, setTyping] = useState<string>();
  const { content, view, change } = editing;
  const error = view.findings.find((one) => one.severity === 'error' && isAbout(one.field, field.path));
  const type = (typed: string): void => {
    setTyping(typed);
    const next = typedInto(content, field, typed);
    if (next !== content) change(next);
  };
  return (
    <div className={field.kind === 'longText' ? 'edited edited--long' : 'edited'} onBlur={() => setTyping(undefined)}>
      <Field
        id={idOf(field.path)}
        field={field}
        value={typing ?? typedOf(readPath(content, field.path))}
        error={error?.words}
        onChange={type}
      />
    </div>
  );
}

function SaveStatus({ editing }: { readonly editing: Editing }): JSX.Element {
  const t = useMessages(messages);
  const say = useSay();
  const { saving, view, error, change, content } = editing;
  const problem = problemOf(error);
  if (problem !== undefined && !saving) {
    return (
      <div role="alert" className="save-status save-status--failed">
        {t('notSaved')}
        {say(problem.words)}{' '}
        <button type="button" className="link" onClick={() => change(content)}>
          {t('again')}
        </button>
      </div>
    );
  }
  return (
    <p role="status" className="save-status">
      {saving ? t('saving') : view.revision === 0 ? t('unsaved') : t('saved', { n: view.revision })}
    </p>
  );
}
