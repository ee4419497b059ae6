import { parseExpression, parseUnaryTests, evaluate, unaryTest } from 'feelin';
import type { Decided, ReadFeel, TableFeel } from '@yimen/core/catalogue';
import { ok, refuse, type Result } from '@yimen/kernel';
import { refusedIn } from './limits.ts';

/** Names that belong to FEEL, not to the form. */
const BUILT_IN = new Set(['not', 'and', 'or', 'true', 'false', 'null', 'if', 'then', 'else', 'between', 'in']);

/** Reads an expression without running it: the names it uses, or the first place that is no FEEL, counted from 1. */
export const readFeel: ReadFeel = (text, kind) => {
  const forbidden = refusedIn(text, kind);
  if (forbidden !== undefined) return { names: [], problem: forbidden };
  const tree = (kind === 'test' ? parseUnaryTests : parseExpression)(text, {}, undefined);
  const names: string[] = [];
  let broken: number | undefined;
  tree.iterate({
    enter: ({ name, type, from, to, node }) => {
      if (type.isError) broken ??= from;
      // The callee of a call is a function of FEEL; what runs unknown is told when it is tried.
      const called = node.parent?.name === 'FunctionInvocation' && node.parent.from === from;
      if (name === 'VariableName' && !called) names.push(text.slice(from, to));
    },
  });
  if (broken !== undefined) return { names: [], problem: problemAt(text, broken) };
  return { names: names.filter((name) => !BUILT_IN.has(name)) };
};

function problemAt(text: string, at: number): { readonly zh: string; readonly en: string } {
  const place = Array.from(text.slice(0, at)).length + 1;
  const near = text.slice(at, at + 12);
  return {
    zh: `第${String(place)}个字符处“${near === '' ? '末尾' : near}”不能理解`,
    en: `character ${String(place)}, “${near === '' ? 'the end' : near}”, cannot be read`,
  };
}

/** FEEL for decision tables: cells are tests of one value, results any plain value. Errors say where. */
export const tableFeel: TableFeel = {
  value: (expression, answers) =>
    run(expression, 'value', () => {
      const { value, warnings } = evaluate(expression, { ...answers });
      const [warning] = warnings;
      if (warning !== undefined) return refuse(placed(warning.message, warning.position.from));
      return isDecided(value) ? ok(value) : refuse('is no text, number or truth value');
    }),
  matches: (test, value, answers) =>
    run(test, 'test', () => {
      const { value: matched, warnings } = unaryTest(test, { ...answers, '?': value });
      const [warning] = warnings;
      if (warning !== undefined) return refuse(placed(warning.message, warning.position.from));
      return typeof matched === 'boolean' ? ok(matched) : refuse('is neither true nor false');
    }),
};

function run<T>(text: string, kind: 'value' | 'test', work: () => Result<T, string>): Result<T, string> {
  const { problem } = readFeel(text, kind);
  if (problem !== undefined) return refuse(`${problem.zh} / ${problem.en}`);
  try {
    return work();
  } catch (error) {
    return refuse(error instanceof Error ? error.message : String(error));
  }
}

const placed = (message: string, from: number): string =>
  `第${String(from + 1)}个字符 / character ${String(from + 1)}: ${message}`;

function isDecided(value: unknown): value is Decided {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
}
