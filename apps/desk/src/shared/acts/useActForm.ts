import type { Problem } from '@yimen/contract';
import type { CaseCommand } from '@yimen/core/casework';
import { useState, type FormEvent } from 'react';
import { useDrafts } from '../drafts/DraftsGate.tsx';
import { useKept, type Saved } from '../drafts/useKept.ts';
import { missing, type FieldErrors } from '../forms/fields.ts';
import { errorsOf } from '../forms/refusal.ts';
import { toHandedIn } from '../materials/materials.ts';
import { fromText, startOf, toText, type Typed } from './actDraft.ts';
import type { ActContext, ActExtra } from './spec.ts';
import { actTable, compose, type DeskAct } from './table.ts';

export interface ActFormOf {
  readonly act: DeskAct;
  readonly context: ActContext;
  /** The name its typing is kept under at this computer. */
  readonly keptAs: string;
  /** Called with what forgets the typing once the server has taken it. */
  readonly onSubmit: (command: CaseCommand, forget: () => void) => void;
  /** The server's refusal of the last attempt. */
  readonly problem?: Problem | undefined;
  /** Defects found elsewhere (the intake's own checklist) instead of from what was handed in. */
  readonly defects?: ActExtra['defects'] | undefined;
}

/** Typing of an earlier sitting: when it was kept and which revision of the case it looked at. */
export interface Restored {
  readonly savedAt: string;
  readonly revision: number;
}

interface Begun {
  readonly start: Typed;
  readonly typed: Typed;
  readonly restored: Restored | undefined;
}

function begin(props: ActFormOf, kept: { readonly text: string; readonly savedAt: string } | undefined): Begun {
  const start = startOf(props.act, props.context, props.defects);
  const found = fromText(kept?.text);
  if (found === undefined || kept === undefined) return { start, typed: start, restored: undefined };
  const { revision, ...typed } = found;
  const values = { ...start.values, ...typed.values };
  return { start, typed: { ...typed, values }, restored: { savedAt: kept.savedAt, revision } };
}

export interface ActFormState {
  readonly typed: Typed;
  readonly setTyped: (typed: Typed) => void;
  readonly errors: FieldErrors;
  readonly submit: (event: FormEvent) => void;
  readonly saved: Saved;
  readonly restored: Restored | undefined;
  readonly startAgain: () => void;
}

/** What is typed in an act's form: kept as it is typed, restored when the form is opened again, forgotten once sent. */
export function useActForm(props: ActFormOf): ActFormState {
  const { act, context, keptAs, onSubmit } = props;
  const drafts = useDrafts();
  const [begun, setBegun] = useState(() => begin(props, drafts?.read(keptAs)));
  const [typed, setTyped] = useState(begun.typed);
  const [own, setOwn] = useState<FieldErrors>({});
  const touched = typed !== begun.start;
  const { saved, drop } = useKept(keptAs, touched ? toText(typed, context.revision) : undefined);
  const fields = actTable[act].fields(context);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const absent = missing(fields, typed.values);
    if (Object.keys(absent).length > 0) return setOwn(absent);
    const extra = { materials: toHandedIn(typed.materials), defects: typed.defects };
    const command = compose(act, { values: typed.values, context, extra });
    setOwn(command.ok ? {} : command.error);
    if (command.ok) onSubmit(command.value, drop);
  };
  const startAgain = (): void => {
    drop();
    setBegun({ ...begun, restored: undefined });
    setTyped(begun.start);
  };
  const names = fields.map(({ name }) => name);
  const errors = { ...errorsOf(props.problem, names), ...own };
  return { typed, setTyped, errors, submit, saved, restored: begun.restored, startAgain };
}
