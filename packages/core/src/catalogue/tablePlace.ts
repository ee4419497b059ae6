import type { DecisionTable } from './discretion.ts';

/** A place in the discretion of an item as the person sees it: the name of the table, the number of the rule, the head of the column. */
export interface TablePlace {
  readonly table: string;
  /** From 1; absent for the head of a column and for the table as a whole. */
  readonly row?: number;
  readonly column?: string;
}

/** Where `discretion.0.rules.2.when.1` and the like is; undefined for a field of something else. */
export function tablePlace(tables: readonly DecisionTable[], field: string): TablePlace | undefined {
  const [head, at, part, second, third, fourth] = field.split('.');
  const table = head === 'discretion' ? tables[Number(at)] : undefined;
  if (table === undefined) return undefined;
  if (part === 'inputs') return { table: table.name, column: labelOf(table.inputs, second) };
  if (part !== 'rules') return { table: table.name };
  const columns = third === 'then' ? table.outputs : table.inputs;
  return { table: table.name, row: Number(second) + 1, column: labelOf(columns, fourth) };
}

/** A column nobody named is known by its id. */
function labelOf(columns: readonly { readonly id: string; readonly label: string }[], at: string | undefined): string {
  const column = columns[Number(at)];
  return column === undefined || column.label === '' ? (column?.id ?? '') : column.label;
}
