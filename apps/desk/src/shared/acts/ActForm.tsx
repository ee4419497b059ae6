import { ErrorSummary, timeInBeijing, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, type JSX } from 'react';
import type { Saved } from '../drafts/useKept.ts';
import { Field } from '../forms/Field.tsx';
import type { FieldErrors } from '../forms/fields.ts';
import { summaryLines } from '../forms/refusal.ts';
import { DefectsEditor } from '../materials/DefectsEditor.tsx';
import { possibleDefects } from '../materials/materials.ts';
import { MaterialsEditor } from '../materials/MaterialsEditor.tsx';
import type { Typed } from './actDraft.ts';
import { RestoredNote } from './RestoredNote.tsx';
import type { ActContext } from './spec.ts';
import { actTable, type DeskAct } from './table.ts';
import { useActForm, type ActFormOf } from './useActForm.ts';

interface ActFormProps extends ActFormOf {
  readonly pending: boolean;
  readonly onCancel?: () => void;
  readonly submitKey?: string;
  /** The materials are edited on the page around the form (intake). */
  readonly withoutMaterials?: boolean;
}

const messages = {
  confirm: { zh: '确认{act}', en: 'Confirm: {act}' },
  close: { zh: '收起', en: 'Close' },
  saved: { zh: '已自动保存到本机 {time}', en: 'Saved on this computer {time}' },
  unsaved: { zh: '本机未能自动保存，离开前请先提交', en: 'Not saved on this computer; submit before leaving' },
};

interface Editing {
  readonly act: DeskAct;
  readonly context: ActContext;
  readonly typed: Typed;
  readonly onChange: (typed: Typed) => void;
}

function Editor({ act, context, typed, onChange }: Editing): JSX.Element | null {
  const { editor } = actTable[act];
  if (editor === 'defects')
    return (
      <DefectsEditor
        value={typed.defects}
        possible={possibleDefects(context.item.detail?.materials ?? [])}
        onChange={(defects) => onChange({ ...typed, defects })}
      />
    );
  if (editor === undefined) return null;
  return (
    <MaterialsEditor
      item={context.item}
      requirements={context.item.detail?.materials ?? []}
      value={typed.materials}
      caseId={context.caseId}
      onChange={(materials) => onChange({ ...typed, materials })}
    />
  );
}

interface FieldsProps extends Editing {
  readonly errors: FieldErrors;
  readonly idOf: (name: string) => string;
}

function Fields({ act, context, typed, onChange, errors, idOf }: FieldsProps): JSX.Element {
  const change = (name: string, value: string): void =>
    onChange({ ...typed, values: { ...typed.values, [name]: value } });
  return (
    <div className="fields">
      {actTable[act].fields(context).map((field) => (
        <Field
          key={field.name}
          id={idOf(field.name)}
          field={field}
          value={typed.values[field.name] ?? ''}
          error={errors[field.name]}
          onChange={(value) => change(field.name, value)}
        />
      ))}
    </div>
  );
}

function SavedNote({ saved }: { readonly saved: Saved }): JSX.Element {
  const t = useMessages(messages);
  const time = saved.at === undefined ? undefined : timeInBeijing(saved.at).slice(11);
  return (
    <span role="note" className="hint">
      {saved.failed ? t('unsaved') : time !== undefined && t('saved', { time })}
    </span>
  );
}

/** The small form of one act, from the table. What is typed stays when the server refuses. */
export function ActForm(props: ActFormProps): JSX.Element {
  const { act, context, pending, problem, onCancel, submitKey } = props;
  const say = useSay();
  const t = useMessages(messages);
  const id = useId();
  const idOf = (name: string): string => `${id}-${name}`;
  const { typed, setTyped, errors, submit, saved, restored, startAgain } = useActForm(props);
  const lines = summaryLines({ errors, problem, idOf, say });
  const spec = actTable[act];
  return (
    <form noValidate className="act-form" aria-label={say(spec.title)} onSubmit={submit}>
      {lines.length > 0 && <ErrorSummary errors={lines} article={problem?.article} />}
      {restored !== undefined && (
        <RestoredNote restored={restored} entries={context.entries} onStartAgain={startAgain} />
      )}
      {spec.explain !== undefined && <p className="explain">{say(spec.explain)}</p>}
      {!(props.withoutMaterials === true && spec.editor === 'materials') && (
        <Editor act={act} context={context} typed={typed} onChange={setTyped} />
      )}
      <Fields {...{ act, context, typed, errors, idOf }} onChange={setTyped} />
      <div className="act-buttons">
        <Button htmlType="submit" type="primary" danger={spec.tone === 'danger'} loading={pending}>
          {t('confirm', { act: say(spec.title) })}
          {submitKey !== undefined && <kbd>{submitKey}</kbd>}
        </Button>
        {onCancel !== undefined && <Button onClick={onCancel}>{t('close')}</Button>}
        <SavedNote saved={saved} />
      </div>
    </form>
  );
}
