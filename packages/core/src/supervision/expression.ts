import { ok, refuse, type Result } from '@yimen/kernel';
import type { Words } from './words.ts';

export type Value = number | boolean | string;
export type Measures = { readonly [name: string]: Value };
export type ValueKind = 'number' | 'boolean' | 'string';

/** Where in the text it is wrong (the first character is 1), and what. */
export interface ExpressionFault {
  readonly position: number;
  readonly words: Words;
}

interface Token {
  readonly kind: 'number' | 'text' | 'name' | 'sign' | 'end';
  readonly text: string;
  readonly position: number;
}

/** What stands in a condition, as it was written: for saying it in words. */
export type ConditionNode =
  | { readonly node: 'number'; readonly value: number }
  | { readonly node: 'text'; readonly value: string }
  | { readonly node: 'truth'; readonly value: boolean }
  | { readonly node: 'name'; readonly name: string }
  | { readonly node: 'not' | 'bracket'; readonly of: ConditionNode }
  | { readonly node: 'pair'; readonly sign: string; readonly left: ConditionNode; readonly right: ConditionNode };

/** A condition read and checked; `kind` is what it yields. */
export interface Expression {
  readonly kind: ValueKind;
  readonly said: ConditionNode;
  readonly value: (measures: Measures) => Value;
}

const SHAPE = /\s*(?:(\d+(?:\.\d+)?)|"([^"]*)"|([A-Za-z]\w*)|(<=|>=|!=|[<>=+\-*/()]))/y;

class Wrong extends Error {
  readonly fault: ExpressionFault;
  constructor(position: number, zh: string, en: string) {
    super(en);
    this.fault = { position, words: { zh, en } };
  }
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const shape = new RegExp(SHAPE);
  const end = text.trimEnd().length;
  while (shape.lastIndex < end) {
    const from = shape.lastIndex;
    const found = shape.exec(text);
    if (found === null) throw new Wrong(from + 1, '此处无法读取', 'cannot be read here');
    const [whole, number, quoted, name, sign = ''] = found;
    const position = from + 1 + (whole.length - whole.trimStart().length);
    if (number !== undefined) tokens.push({ kind: 'number', text: number, position });
    else if (quoted !== undefined) tokens.push({ kind: 'text', text: quoted, position });
    else if (name !== undefined) tokens.push({ kind: 'name', text: name, position });
    else tokens.push({ kind: 'sign', text: sign, position });
  }
  return [...tokens, { kind: 'end', text: '', position: end + 1 }];
}

interface Reading {
  readonly peek: () => Token;
  readonly next: () => Token;
  /** Takes the token if it is one of these words or signs. */
  readonly take: (...texts: readonly string[]) => Token | undefined;
  readonly known: { readonly [name: string]: ValueKind };
}

function readingOf(tokens: readonly Token[], known: Reading['known']): Reading {
  let at = 0;
  const last: Token = tokens.at(-1) ?? { kind: 'end', text: '', position: 1 };
  const peek = (): Token => tokens[at] ?? last;
  const next = (): Token => {
    const token = peek();
    at += 1;
    return token;
  };
  const take = (...texts: readonly string[]): Token | undefined => {
    const { kind, text } = peek();
    return (kind === 'sign' || kind === 'name') && texts.includes(text) ? next() : undefined;
  };
  return { peek, next, take, known };
}

function wanting(expression: Expression, kind: ValueKind, position: number): void {
  if (expression.kind === kind) return;
  const zh = { number: '数', boolean: '是否判断', string: '文字' }[kind];
  throw new Wrong(position, `此处应当是${zh}`, `a ${kind} is needed here`);
}

const pair = (sign: string, left: Expression, right: Expression): ConditionNode => ({
  node: 'pair',
  sign,
  left: left.said,
  right: right.said,
});

type Combine = (left: Value, right: Value) => Value;
const COMPARISONS: Readonly<Record<string, Combine>> = {
  '=': (left, right) => left === right,
  '!=': (left, right) => left !== right,
  '<': (left, right) => left < right,
  '<=': (left, right) => left <= right,
  '>': (left, right) => left > right,
  '>=': (left, right) => left >= right,
};
const ARITHMETIC: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => (right === 0 ? 0 : left / right),
};

/** `a or b or c`: a chain of one kind of word, each side a condition. */
function chain(reading: Reading, word: 'and' | 'or', part: (reading: Reading) => Expression): Expression {
  const start = reading.peek().position;
  let left = part(reading);
  for (let joined = reading.take(word); joined !== undefined; joined = reading.take(word)) {
    const from = reading.peek().position;
    const [one, other] = [left, part(reading)];
    wanting(one, 'boolean', start);
    wanting(other, 'boolean', from);
    const value: Expression['value'] =
      word === 'and'
        ? (m) => one.value(m) === true && other.value(m) === true
        : (m) => one.value(m) === true || other.value(m) === true;
    left = { kind: 'boolean', said: pair(word, one, other), value };
  }
  return left;
}

const either = (reading: Reading): Expression => chain(reading, 'or', both);
const both = (reading: Reading): Expression => chain(reading, 'and', negation);

function negation(reading: Reading): Expression {
  if (reading.take('not') === undefined) return comparison(reading);
  const { position } = reading.peek();
  const inner = negation(reading);
  wanting(inner, 'boolean', position);
  return { kind: 'boolean', said: { node: 'not', of: inner.said }, value: (m) => inner.value(m) !== true };
}

function comparison(reading: Reading): Expression {
  const left = sum(reading);
  const sign = reading.take(...Object.keys(COMPARISONS));
  const compare = COMPARISONS[sign?.text ?? ''];
  if (sign === undefined || compare === undefined) return left;
  const { position } = reading.peek();
  const right = sum(reading);
  wanting(right, left.kind, position);
  if (sign.text !== '=' && sign.text !== '!=') wanting(left, 'number', sign.position);
  const said = pair(sign.text, left, right);
  return { kind: 'boolean', said, value: (m) => compare(left.value(m), right.value(m)) };
}

const sum = (reading: Reading): Expression => arithmetic(reading, ['+', '-'], product);
const product = (reading: Reading): Expression => arithmetic(reading, ['*', '/'], primary);

function arithmetic(reading: Reading, signs: readonly string[], part: (reading: Reading) => Expression): Expression {
  const start = reading.peek().position;
  let left = part(reading);
  for (let sign = reading.take(...signs); sign !== undefined; sign = reading.take(...signs)) {
    const { position } = reading.peek();
    const [one, other, reckon] = [left, part(reading), ARITHMETIC[sign.text]];
    wanting(one, 'number', start);
    wanting(other, 'number', position);
    const said = pair(sign.text, one, other);
    left = { kind: 'number', said, value: (m) => reckon?.(Number(one.value(m)), Number(other.value(m))) ?? 0 };
  }
  return left;
}

function primary(reading: Reading): Expression {
  const token = reading.next();
  if (token.kind === 'number') {
    const value = Number(token.text);
    return { kind: 'number', said: { node: 'number', value }, value: () => value };
  }
  if (token.kind === 'text') {
    return { kind: 'string', said: { node: 'text', value: token.text }, value: () => token.text };
  }
  if (token.kind === 'sign' && token.text === '(') {
    const inner = either(reading);
    if (reading.take(')') === undefined)
      throw new Wrong(reading.peek().position, '缺少右括号', 'a closing bracket is missing');
    return { ...inner, said: { node: 'bracket', of: inner.said } };
  }
  if (token.kind === 'name') return named(reading, token);
  throw new Wrong(token.position, '此处应当有数、文字或者名称', 'a number, a text or a name is needed here');
}

function named({ known }: Reading, { text, position }: Token): Expression {
  if (text === 'true' || text === 'false') {
    const value = text === 'true';
    return { kind: 'boolean', said: { node: 'truth', value }, value: () => value };
  }
  const kind = Object.hasOwn(known, text) ? known[text] : undefined;
  if (kind === undefined) throw new Wrong(position, `没有“${text}”这个量`, `there is no measure “${text}”`);
  const none = { number: 0, boolean: false, string: '' }[kind];
  return { kind, said: { node: 'name', name: text }, value: (measures) => measures[text] ?? none };
}

/**
 * Reads a condition over named measures: `or`, `and`, `not`, comparisons, `+ - * /`, brackets, numbers, "texts". Every name
 * must be known and of the kind it is used as, so that a rule that cannot be reckoned is refused when it is written and
 * never when a case is judged. No loops, no calls: it ends.
 */
export function readCondition(
  text: string,
  known: { readonly [name: string]: ValueKind },
): Result<Expression, ExpressionFault> {
  try {
    const reading = readingOf(tokensOf(text), known);
    const expression = either(reading);
    const rest = reading.peek();
    if (rest.kind !== 'end')
      throw new Wrong(rest.position, `多出“${rest.text}”`, `“${rest.text}” does not belong here`);
    wanting(expression, 'boolean', 1);
    return ok(expression);
  } catch (error) {
    if (error instanceof Wrong) return refuse(error.fault);
    throw error;
  }
}
