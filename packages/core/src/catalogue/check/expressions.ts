import type { DecisionTable } from '../discretion.ts';
import type { ServiceItem } from '../item.ts';
import { finding, foundWhen, isBlank, repeated, type ItemFinding } from './findings.ts';

/** One FEEL text of an item. `condition` is true or false, `value` anything, `test` a cell of a decision table. */
export interface ItemExpression {
  readonly field: string;
  readonly kind: 'condition' | 'value' | 'test';
  readonly text: string;
}

/** What a FEEL library reads in a text: the names it uses, or where it breaks. */
export type ReadFeel = (
  text: string,
  kind: ItemExpression['kind'],
) => { readonly names: readonly string[]; readonly problem?: { readonly zh: string; readonly en: string } };

/** Every expression of an item, with where it stands. */
export function expressionsOf(item: ServiceItem): readonly ItemExpression[] {
  const { situations, discretion = [] } = item;
  return [
    ...item.materials.flatMap(({ condition }, at) => conditionAt(`materials.${at}.condition`, condition)),
    ...item.fees.flatMap(({ condition, formula }, at) => [
      ...conditionAt(`fees.${at}.condition`, condition),
      ...(formula === undefined ? [] : [{ field: `fees.${at}.formula`, kind: 'value', text: formula } as const]),
    ]),
    ...item.procedure.examination.flatMap((node, at) =>
      node.kind === 'when' ? conditionAt(`procedure.examination.${at}.condition`, node.condition) : [],
    ),
    ...(situations?.limits ?? []).flatMap(({ when }, at) => conditionAt(`situations.limits.${at}.when`, when)),
    ...discretion.flatMap((table, at) => tableExpressions(table, `discretion.${at}`)),
  ];
}

function conditionAt(field: string, text: string | undefined): readonly ItemExpression[] {
  return text === undefined ? [] : [{ field, kind: 'condition', text }];
}

function tableExpressions({ inputs, rules }: DecisionTable, field: string): readonly ItemExpression[] {
  return [
    ...inputs.map(({ expression }, at) => ({
      field: `${field}.inputs.${at}`,
      kind: 'value' as const,
      text: expression,
    })),
    ...rules.flatMap(({ when, then }, row) => [
      ...when
        .map((text, at) => ({ field: `${field}.rules.${row}.when.${at}`, kind: 'test' as const, text }))
        .filter(({ text }) => text.trim() !== '-'),
      ...then.map((text, at) => ({ field: `${field}.rules.${row}.then.${at}`, kind: 'value' as const, text })),
    ]),
  ];
}

export function expressionFindings(item: ServiceItem, read: ReadFeel | undefined): readonly ItemFinding[] {
  const shapes = (item.discretion ?? []).flatMap((table, at) => shapeFindings(table, `discretion.${at}`));
  if (read === undefined) return shapes;
  const asked = new Set(
    [...item.form.flatMap(({ questions }) => questions), ...(item.situations?.questions ?? [])].map(({ id }) => id),
  );
  return [
    ...shapes,
    ...expressionsOf(item).flatMap(({ field, kind, text }) => {
      if (isBlank(text)) return [];
      const { names, problem } = read(text, kind);
      if (problem !== undefined) return [finding(field, 'feel_invalid', problem)];
      return [...new Set(names)]
        .filter((name) => !asked.has(name))
        .map((name) => finding(field, 'feel_unknown_name', name));
    }),
  ];
}

function shapeFindings({ name, inputs, outputs, rules }: DecisionTable, field: string): readonly ItemFinding[] {
  const empty = inputs.length === 0 || outputs.length === 0 || rules.length === 0;
  const torn = rules.some(
    ({ when, then }) =>
      when.length !== inputs.length || then.length !== outputs.length || [...when, ...then].some(isBlank),
  );
  return [
    ...foundWhen(empty || torn, field, 'table_shape', name),
    ...repeated([...inputs, ...outputs, ...rules].map(({ id }) => id)).map((id) => finding(field, 'duplicate_id', id)),
  ];
}
