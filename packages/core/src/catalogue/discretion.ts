import { ok, refuse, type Result } from '@yimen/kernel';
import type { Answers } from './answers.ts';

/**
 * 裁量标准 as a decision table (DMN 1.3): U one rule only, A several that agree, F the first, C all that match.
 */
export const hitPolicies = {
  U: { zh: '唯一', en: 'unique', dmn: 'UNIQUE' },
  A: { zh: '任一（结果相同）', en: 'any', dmn: 'ANY' },
  F: { zh: '首个', en: 'first', dmn: 'FIRST' },
  C: { zh: '收集', en: 'collect', dmn: 'COLLECT' },
} as const;
export type HitPolicy = keyof typeof hitPolicies;

export interface DecisionTable {
  readonly id: string;
  readonly name: string;
  readonly hitPolicy: HitPolicy;
  /** FEEL over the form's and the situations' answers. */
  readonly inputs: readonly { readonly id: string; readonly label: string; readonly expression: string }[];
  readonly outputs: readonly { readonly id: string; readonly label: string }[];
  readonly rules: readonly DecisionRule[];
}

export interface DecisionRule {
  readonly id: string;
  /** One FEEL unary test an input; `-` matches everything. */
  readonly when: readonly string[];
  /** One FEEL expression an output. */
  readonly then: readonly string[];
  /** The article or reason behind the rule. */
  readonly note?: string;
}

export type Decided = string | number | boolean;

/** FEEL is a library outside the core; the words of an error name the position. */
export interface TableFeel {
  readonly value: (expression: string, answers: Answers) => Result<Decided, string>;
  readonly matches: (unaryTest: string, value: Decided, answers: Answers) => Result<boolean, string>;
}

export interface TableOutcome {
  /** The rules that matched, in the order of the table. */
  readonly rules: readonly string[];
  /** One row for U, A, F; one a rule for C. */
  readonly rows: readonly Readonly<Record<string, Decided>>[];
}

/** Outside the table: no rule, or rules that contradict each other. `where` names rule and column of a FEEL error. */
export type TableRefusal =
  | { readonly code: 'no_rule' }
  | { readonly code: 'not_unique' | 'disagree'; readonly rules: readonly string[] }
  | { readonly code: 'feel'; readonly where: string; readonly message: string };

/** What the table says of these answers. A decision that follows no rule of it needs a reason of its own. */
export function decideTable(
  table: DecisionTable,
  answers: Answers,
  feel: TableFeel,
): Result<TableOutcome, TableRefusal> {
  const inputs = inputsOf(table, answers, feel);
  if (!inputs.ok) return inputs;
  const hits: DecisionRule[] = [];
  for (const rule of table.rules) {
    const matched = ruleMatches(rule, inputs.value, { answers, feel });
    if (!matched.ok) return matched;
    if (matched.value) hits.push(rule);
    if (matched.value && table.hitPolicy === 'F') break;
  }
  if (hits.length === 0) return refuse({ code: 'no_rule' });
  if (table.hitPolicy === 'U' && hits.length > 1) return refuse({ code: 'not_unique', rules: idsOf(hits) });
  return outcomeOf(table, hits, { answers, feel });
}

const idsOf = (rules: readonly DecisionRule[]): readonly string[] => rules.map(({ id }) => id);

interface Asked {
  readonly answers: Answers;
  readonly feel: TableFeel;
}

function inputsOf(
  { inputs }: DecisionTable,
  answers: Answers,
  feel: TableFeel,
): Result<readonly Decided[], TableRefusal> {
  const values: Decided[] = [];
  for (const { id, expression } of inputs) {
    const value = feel.value(expression, answers);
    if (!value.ok) return refuse({ code: 'feel', where: `inputs.${id}`, message: value.error });
    values.push(value.value);
  }
  return ok(values);
}

function ruleMatches(
  rule: DecisionRule,
  inputs: readonly Decided[],
  { answers, feel }: Asked,
): Result<boolean, TableRefusal> {
  for (const [at, value] of inputs.entries()) {
    const test = rule.when[at] ?? '-';
    if (test.trim() === '-') continue;
    const matched = feel.matches(test, value, answers);
    if (!matched.ok) return refuse({ code: 'feel', where: `rules.${rule.id}.when.${at}`, message: matched.error });
    if (!matched.value) return ok(false);
  }
  return ok(true);
}

function outcomeOf(
  table: DecisionTable,
  hits: readonly DecisionRule[],
  { answers, feel }: Asked,
): Result<TableOutcome, TableRefusal> {
  const rows: Record<string, Decided>[] = [];
  for (const rule of hits) {
    const row: Record<string, Decided> = {};
    for (const [at, { id }] of table.outputs.entries()) {
      const value = feel.value(rule.then[at] ?? 'null', answers);
      if (!value.ok) return refuse({ code: 'feel', where: `rules.${rule.id}.then.${at}`, message: value.error });
      row[id] = value.value;
    }
    rows.push(row);
  }
  const rules = idsOf(hits);
  if (table.hitPolicy === 'C') return ok({ rules, rows });
  const [first = {}, ...rest] = rows;
  const agree = rest.every((row) => table.outputs.every(({ id }) => row[id] === first[id]));
  return agree ? ok({ rules, rows: [first] }) : refuse({ code: 'disagree', rules });
}
