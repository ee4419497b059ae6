/** As much of JSON Schema as the contract's shapes come to. */
export interface JsonSchema {
  readonly type?: string | readonly string[];
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly pattern?: string;
  readonly format?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: JsonSchema;
  readonly properties?: { readonly [name: string]: JsonSchema };
  readonly propertyNames?: JsonSchema;
  readonly required?: readonly string[];
  readonly additionalProperties?: JsonSchema | boolean;
  readonly anyOf?: readonly JsonSchema[];
  readonly oneOf?: readonly JsonSchema[];
}

type Check = (value: unknown, schema: JsonSchema, at: string) => string | undefined;

/**
 * Where a value does not fit the document's shape, or undefined. Written against JSON Schema and not with the library
 * that guards the server, so that the two can disagree.
 */
export function misfit(value: unknown, schema: JsonSchema, at = ''): string | undefined {
  return first(CHECKS, (check) => check(value, schema, at));
}

const kindProblem: Check = (value, schema, at) => {
  const either = schema.anyOf ?? schema.oneOf ?? [];
  if (either.length > 0 && either.every((one) => misfit(value, one, at) !== undefined)) return `${at}: none of these`;
  const only = schema.const === undefined ? schema.enum : [schema.const];
  if (only?.includes(value) === false) return `${at}: not one of these`;
  return typeof schema.type === 'string' && !isOf(schema.type, value) ? `${at}: not ${schema.type}` : undefined;
};

function isOf(type: string, value: unknown): boolean {
  if (type === 'integer') return Number.isInteger(value);
  if (type === 'array') return Array.isArray(value);
  if (type === 'null') return value === null;
  if (type === 'object') return isRecord(value);
  return typeof value === type;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const lengthProblem: Check = (value, { minLength = 0, maxLength = Infinity }, at) => {
  if (typeof value !== 'string') return undefined;
  // JSON Schema counts code points; the server counts UTF-16 units and so is never more generous.
  const length = [...value].length;
  return length < minLength || length > maxLength ? `${at}: length ${length}` : undefined;
};

const textProblem: Check = (value, { pattern, format = '' }, at) => {
  if (typeof value !== 'string') return undefined;
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value)) return `${at}: not ${pattern}`;
  return FORMATS[format]?.(value) === false ? `${at}: not a ${format}` : undefined;
};

/** By the platform's own calendar: a day that does not exist does not survive the round trip. */
const FORMATS: Readonly<Record<string, (text: string) => boolean>> = {
  date: (text) => /^\d{4}-\d\d-\d\d$/.test(text) && isoOf(text)?.slice(0, 10) === text,
  'date-time': (text) => isoOf(text) === text,
};

function isoOf(text: string): string | undefined {
  const at = new Date(text);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

const numberProblem: Check = (value, { minimum = -Infinity, maximum = Infinity }, at) =>
  typeof value === 'number' && (value < minimum || value > maximum) ? `${at}: out of range` : undefined;

const partProblem: Check = (value, schema, at) => {
  if (Array.isArray(value)) return listProblem(value, schema, at);
  return isRecord(value) ? recordProblem(value, schema, at) : undefined;
};

function listProblem(
  list: readonly unknown[],
  { minItems = 0, maxItems = Infinity, items }: JsonSchema,
  at: string,
): string | undefined {
  if (list.length < minItems || list.length > maxItems) return `${at}: ${list.length} items`;
  if (items === undefined) return undefined;
  return first(list.entries(), ([index, member]) => misfit(member, items, `${at}.${index}`));
}

function recordProblem(value: Readonly<Record<string, unknown>>, schema: JsonSchema, at: string): string | undefined {
  const { properties = {}, required = [], additionalProperties = true, propertyNames } = schema;
  const lacking = required.find((name) => !Object.hasOwn(value, name));
  if (lacking !== undefined) return `${at}.${lacking}: missing`;
  return first(Object.entries(value), ([name, member]) => {
    const path = `${at}.${name}`;
    const named = propertyNames === undefined ? undefined : misfit(name, propertyNames, path);
    if (named !== undefined) return named;
    const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (own !== undefined) return misfit(member, own, path);
    if (additionalProperties === false) return `${path}: unknown`;
    return additionalProperties === true ? undefined : misfit(member, additionalProperties, path);
  });
}

const CHECKS: readonly Check[] = [kindProblem, lengthProblem, textProblem, numberProblem, partProblem];

function first<T>(list: Iterable<T>, find: (one: T) => string | undefined): string | undefined {
  for (const one of list) {
    const found = find(one);
    if (found !== undefined) return found;
  }
  return undefined;
}
