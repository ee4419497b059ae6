import type { Problem } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import { ErrorSummary, useMessages, useSay } from '@yimen/ui';
import { Button } from 'antd';
import { useId, useState, type FormEvent, type JSX } from 'react';
import { Field } from '../forms/Field.tsx';
import { initialValues, missing, type FieldErrors, type Values } from '../forms/fields.ts';
import { errorsOf, summaryLines } from '../forms/refusal.ts';
import { DefectsEditor } from '../materials/DefectsEditor.tsx';
import { defectsOf, possibleDefects, startMaterials, toHandedIn, type Materials } from '../materials/materials.ts';
import { MaterialsEditor } from '../materials/MaterialsEditor.tsx';
import type { ActContext, ActExtra } from './spec.ts';
import { actTable, compose, type DeskAct } from './table.ts';

interface ActFormProps {
  readonly act: DeskAct;
  readonly context: ActContext;
  readonly onSubmit: (command: CaseCommand) => void;
  readonly pending: boolean;
  /** The server's refusal of the last attempt. */
  readonly problem?: Problem | undefined;
  readonly onCancel?: () => void;
  /** Defects found elsewhere (the intake's own checklist) instead of from what was handed in. */
  readonly defects?: ActExtra['defects'] | undefined;
  readonly submitKey?: string;
  /** The materials are edited on the page around the form (intake). */
  readonly withoutMaterials?: boolean;
}

const messages = {
  confirm: { zh: '确认{act}', en: 'Confirm: {act}' },
  cancel: { zh: '取消', en: 'Cancel' },
};

interface Typed {
  readonly values: Values;
  readonly materials: Materials;
  readonly defects: ActExtra['defects'];
}

function startOf({ act, context, defects }: ActFormProps): Typed {
  const requirements = context.item.detail?.materials ?? [];
  const materials = startMaterials(requirements, context.handedIn);
  return {
    values: initialValues(actTable[act].fields(context)),
    materials,
    defects: defects ?? defectsOf(requirements, materials, context.answers),
  };
}

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

function useActForm(props: ActFormProps): {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly errors: FieldErrors;
  readonly submit: (event: FormEvent) => void;
} {
  const { act, context, onSubmit } = props;
  const [typed, setTyped] = useState(() => startOf(props));
  const [own, setOwn] = useState<FieldErrors>({});
  const fields = actTable[act].fields(context);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const absent = missing(fields, typed.values);
    if (Object.keys(absent).length > 0) return setOwn(absent);
    const extra = { materials: toHandedIn(typed.materials), defects: typed.defects };
    const command = compose(act, { values: typed.values, context, extra });
    setOwn(command.ok ? {} : command.error);
    if (command.ok) onSubmit(command.value);
  };
  const names = fields.map(({ name }) => name);
  return { typed, setTyped, errors: { ...errorsOf(props.problem, names), ...own }, submit };
}

/** The small form of one act, from the table. What is typed stays when the server refuses. */
export function ActForm(props: ActFormProps): JSX.Element {
  const { act, context, pending, problem, onCancel, submitKey } = props;
  const say = useSay();
  const t = useMessages(messages);
  const id = useId();
  const idOf = (name: string): string => `${id}-${name}`;
  const { typed, setTyped, errors, submit } = useActForm(props);
  const lines = summaryLines({ errors, problem, idOf, say });
  const spec = actTable[act];
  return (
    <form noValidate className="act-form" aria-label={say(spec.title)} onSubmit={submit}>
      {lines.length > 0 && <ErrorSummary errors={lines} article={problem?.article} />}
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
        {onCancel !== undefined && <Button onClick={onCancel}>{t('cancel')}</Button>}
      </div>
    </form>
  );
}
