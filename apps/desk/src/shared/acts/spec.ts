import type { CaseView, Guide, Session } from '@yimen/contract';
import type { CaseAct, Defect, FormAnswers, HandedIn } from '@yimen/core/casework';
import type { Words } from '@yimen/ui';
import type { FieldSpec, Values } from '../forms/fields.ts';

/** What the form of an act may look at to offer choices and first values. */
export interface ActContext {
  readonly item: Guide;
  readonly today: string;
  /** Which step or procedure the act is on. */
  readonly on?: string | undefined;
  readonly steps: CaseView['steps'];
  readonly procedures: CaseView['procedures'];
  readonly colleagues: CaseView['colleagues'];
  readonly applicantName: string;
  readonly me: Session['person'];
  readonly roles: Session['roles'];
  /** What has been handed in so far; empty for a new case. */
  readonly handedIn: readonly HandedIn[];
  readonly answers: FormAnswers;
  /** What was done so far, and the revision the screen shows; nothing and 0 for a new case. */
  readonly entries: CaseView['entries'];
  readonly revision: number;
  /** Absent for a new case, whose scans are still only in this browser. */
  readonly caseId?: string | undefined;
}

/** What special editors (materials, defects) hand in beside the fields. */
export interface ActExtra {
  readonly materials: readonly HandedIn[];
  readonly defects: readonly Defect[];
}

export interface ActSpec {
  readonly title: Words;
  readonly explain?: Words;
  readonly tone: 'primary' | 'plain' | 'danger';
  /** The editor it needs beside its fields. */
  readonly editor?: 'materials' | 'defects';
  readonly fields: (context: ActContext) => readonly FieldSpec[];
  /** Body of the command; parsed by the contract before it is sent. */
  readonly body: (values: Values, context: ActContext, extra: ActExtra) => Readonly<Record<string, unknown>>;
}

export type ActTable<A extends CaseAct> = Readonly<Record<A, ActSpec>>;

/** Absent rather than empty: the contract refuses empty text. */
export function given(name: string, text: string | undefined): Readonly<Record<string, string>> {
  return text === undefined || text.trim() === '' ? {} : { [name]: text.trim() };
}

export const nothing = (): readonly FieldSpec[] => [];

export const reasonField = (label: Words = { zh: '理由', en: 'Reason' }): FieldSpec => ({
  name: 'reason',
  label,
  kind: 'longText',
  required: true,
  maxLength: 1000,
});

export const opinionField = (initial?: string): FieldSpec => ({
  name: 'opinion',
  label: { zh: '意见', en: 'Opinion' },
  kind: 'longText',
  required: true,
  maxLength: 1000,
  initial,
});

export const basisField = (initial: string, suggestions: readonly string[] = []): FieldSpec => ({
  name: 'basis',
  label: { zh: '法律依据', en: 'Legal basis' },
  kind: 'text',
  wide: true,
  required: true,
  maxLength: 1000,
  initial,
  suggestions: [...new Set([initial, ...suggestions].filter((phrase) => phrase !== ''))],
});

export const agreedField = (yes: Words, no: Words): FieldSpec => ({
  name: 'agreed',
  label: { zh: '结论', en: 'Conclusion' },
  kind: 'radio',
  required: true,
  options: [
    { value: 'yes', label: yes },
    { value: 'no', label: no },
  ],
});

/** The item's own bases as they are cited: 《法》第×条. */
export function citations(item: Guide): readonly string[] {
  return (item.detail?.bases ?? []).map(({ law, article }) => `${law.startsWith('《') ? law : `《${law}》`}${article}`);
}

export function stepOptions(steps: CaseView['steps']): FieldSpec['options'] {
  return steps.map(({ id, name }) => ({ value: id, label: { zh: name, en: name } }));
}

export function colleagueOptions(context: ActContext): FieldSpec['options'] {
  return context.colleagues.map(({ person, name, post }) => {
    const text = `${name}（${post}）`;
    return { value: person, label: { zh: text, en: text } };
  });
}
