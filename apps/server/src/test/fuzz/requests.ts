import fc from 'fast-check';
import type { InjectOptions } from 'fastify';
import type { Operation, Parameter } from './document.ts';
import { rawBodies, rawParameters, spoiled } from './invalid.ts';
import { misfit } from './schema.ts';
import { arbitraryOf } from './valid.ts';

/** One request to send, and whether the document allows it. Whoever sends it, what is not allowed is never answered 2xx. */
export interface Shot {
  readonly allowed: boolean;
  readonly request: InjectOptions;
}

/** What the generators cannot guess: who may call, and values that exist. */
export interface Known {
  readonly callers: readonly Readonly<Record<string, string>>[];
  readonly values: Readonly<Record<string, readonly string[]>>;
}

interface Input {
  readonly body?: unknown;
  readonly raw?: { readonly payload: string | Buffer; readonly type: string };
  /** Name to values, already encoded; a query parameter may come twice, or be one nobody knows. */
  readonly path: Readonly<Record<string, string>>;
  readonly query: readonly (readonly [string, string])[];
}

export function validShots(operation: Operation, known: Known): fc.Arbitrary<Shot> {
  const { parameters = [] } = operation;
  const input = fc.record({
    ...(fileTaken(operation) ? { raw: uploads } : {}),
    ...(bodyOf(operation) === undefined ? {} : { body: arbitraryOf(bodyOf(operation) ?? {}) }),
    path: pathValues(parameters, known),
    query: queryValues(parameters, known),
  });
  return shots(operation, known, input);
}

/** Something wrong with the body, a parameter or the content type; where nothing can be wrong, at least something odd. */
export function invalidShots(operation: Operation, known: Known): fc.Arbitrary<Shot> {
  const { parameters = [] } = operation;
  const body = bodyOf(operation);
  const valid = body === undefined ? fc.constant(undefined) : arbitraryOf(body);
  const good = { path: pathValues(parameters, known), query: queryValues(parameters, known) };
  const kinds = [
    fc.record({ ...good, body: valid, query: oddQuery(parameters, known) }),
    fc.record({ ...good, ...(body === undefined ? {} : { body: valid }), path: oddPath(parameters, known) }),
    fc.record({ ...good, raw: fc.constantFrom(...rawBodies) }),
    ...(body === undefined ? [] : [spoiled(valid), spoiled(valid), spoiled(valid)]).map((wrong) =>
      fc.record({ ...good, body: wrong }),
    ),
  ];
  const all = shots(operation, known, fc.oneof(...kinds));
  const canBeWrong = body !== undefined || parameters.length > 0 || fileTaken(operation);
  return canBeWrong
    ? fc.oneof({ weight: 4, arbitrary: all.filter(({ allowed }) => !allowed) }, { weight: 1, arbitrary: all })
    : all;
}

const bodyOf = ({ requestBody }: Operation) => requestBody?.content['application/json']?.schema;
const fileTaken = ({ requestBody }: Operation): boolean => requestBody?.content['multipart/form-data'] !== undefined;

const inPath = (parameters: readonly Parameter[]) => parameters.filter((one) => one.in === 'path');
const inQuery = (parameters: readonly Parameter[]) => parameters.filter((one) => one.in === 'query');
const encoded = (value: unknown): string => encodeURIComponent(String(value).toWellFormed());

function valueFor({ name, schema }: Parameter, { values }: Known): fc.Arbitrary<string> {
  const real = values[name] ?? [];
  const made = arbitraryOf(schema).map(encoded);
  return real.length === 0
    ? made
    : fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...real.map(encoded)) }, { weight: 1, arbitrary: made });
}

function pathValues(parameters: readonly Parameter[], known: Known): fc.Arbitrary<Input['path']> {
  return fc.record(Object.fromEntries(inPath(parameters).map((one) => [one.name, valueFor(one, known)])));
}

function queryValues(parameters: readonly Parameter[], known: Known): fc.Arbitrary<Input['query']> {
  const pairs = inQuery(parameters).map((one) => {
    const pair = valueFor(one, known).map((value) => [[one.name, value] as const]);
    return one.required === true ? pair : fc.oneof(fc.constant([]), pair);
  });
  return fc.tuple(...pairs).map((lists) => lists.flat());
}

const nasty = fc.oneof(fc.constantFrom(...rawParameters), fc.string({ unit: 'binary', maxLength: 30 }).map(encoded));

/** Missing, twice, of the wrong kind, or unknown. */
function oddQuery(parameters: readonly Parameter[], known: Known): fc.Arbitrary<Input['query']> {
  const names = fc.constantFrom(...inQuery(parameters).map(({ name }) => name), '__proto__', 'toString', 'a[b]', 'q');
  const odd = fc.array(fc.tuple(names, nasty), { minLength: 1, maxLength: 3 });
  return fc.oneof(
    odd,
    fc.tuple(queryValues(parameters, known), odd).map(([good, more]) => [...good, ...more]),
    queryValues(parameters, known).map((good) => [...good, ...good]),
    queryValues(parameters, known).map((good) => good.slice(1)),
  );
}

function oddPath(parameters: readonly Parameter[], known: Known): fc.Arbitrary<Input['path']> {
  const own = inPath(parameters).map((one) => [one.name, fc.oneof(nasty, valueFor(one, known))] as const);
  return fc.record(Object.fromEntries(own));
}

const PDF = '%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n';
/** One file as a browser sends it, sometimes not what its name says. */
const uploads: fc.Arbitrary<NonNullable<Input['raw']>> = fc
  .record({
    name: fc.oneof(
      fc.constantFrom('plan.pdf', '..\\..\\x.pdf', 'a/../../b.pdf', '<img src=x>.svg', 'setup.exe.pdf', '平面图.pdf'),
      fc.string({ unit: 'grapheme', maxLength: 300 }).map((text) => text.replaceAll(/["\r\n]/g, '_')),
    ),
    content: fc.oneof(
      fc.constant(Buffer.from(PDF)),
      fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    ),
  })
  .map(({ name, content }) => ({
    type: 'multipart/form-data; boundary=b0',
    payload: Buffer.concat([
      Buffer.from(
        `--b0\r\ncontent-disposition: form-data; name="file"; filename="${name}"\r\ncontent-type: application/pdf\r\n\r\n`,
      ),
      content,
      Buffer.from('\r\n--b0--\r\n'),
    ]),
  }));

function shots(operation: Operation, { callers }: Known, input: fc.Arbitrary<Input>): fc.Arbitrary<Shot> {
  // Another address each time: how often one may ask is another test.
  return fc.tuple(input, callerFor(operation, callers), fc.ipV4()).map(([sent, headers, remoteAddress]) => ({
    allowed: isAllowed(operation, sent),
    request: { ...requestOf(operation, sent, headers), remoteAddress },
  }));
}

/** Mostly somebody whom the route lets in. */
function callerFor(
  { security = [] }: Operation,
  callers: Known['callers'],
): fc.Arbitrary<Readonly<Record<string, string>>> {
  const header = security.some((one) => 'tracking' in one) ? 'x-tracking-token' : 'cookie';
  const fitting = callers.filter((one) => header in one);
  return fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...fitting) },
    { weight: 1, arbitrary: fc.constantFrom(...callers) },
  );
}

function requestOf(operation: Operation, sent: Input, headers: Readonly<Record<string, string>>): InjectOptions {
  const { raw, body } = sent;
  const filled = Object.entries(sent.path).reduce(
    (url, [name, value]) => url.replace(`{${name}}`, () => value),
    operation.path,
  );
  const query = sent.query.map(([name, value]) => `${encoded(name)}=${value}`).join('&');
  const content = raw ?? (body === undefined ? undefined : { payload: jsonOf(body), type: 'application/json' });
  const type = content === undefined || content.type === '' ? {} : { 'content-type': content.type };
  return {
    // oxlint-disable-next-line typescript/no-unnecessary-type-assertion -- needed: InjectOptions knows methods by name
    method: operation.method.toUpperCase() as 'GET',
    url: query === '' ? filled : `${filled}?${query}`,
    headers: { ...headers, ...type },
    ...(content === undefined ? {} : { payload: content.payload }),
  };
}

/** As sent: `-0` and what JSON cannot carry become what the server will read. */
const jsonOf = (body: unknown): string => JSON.stringify(body) ?? 'null';

/** By the document alone. What it says nothing of (a parameter nobody knows, a body nobody asked for) it allows. */
function isAllowed(operation: Operation, sent: Input): boolean {
  const { parameters = [] } = operation;
  return bodyAllowed(operation, sent) && parameters.every((one) => parameterAllowed(one, sent));
}

function bodyAllowed(operation: Operation, { body, raw }: Input): boolean {
  const shape = bodyOf(operation);
  if (fileTaken(operation)) return raw?.type.includes('boundary=b0') === true;
  if (shape === undefined) return true;
  if (raw !== undefined) return raw.type === 'application/json' && fitsRaw(raw.payload, shape);
  return misfit(JSON.parse(jsonOf(body)), shape) === undefined;
}

function parameterAllowed(one: Parameter, { path, query }: Input): boolean {
  const values =
    one.in === 'path' ? [path[one.name] ?? ''] : query.filter(([name]) => name === one.name).map(([, value]) => value);
  if (values.length === 0) return one.required !== true;
  return values.length === 1 && fitsText(values[0] ?? '', one);
}

function fitsRaw(payload: string | Buffer, shape: NonNullable<ReturnType<typeof bodyOf>>): boolean {
  try {
    return misfit(JSON.parse(payload.toString()), shape) === undefined;
  } catch {
    return false;
  }
}

/** A `+` in a query is a space; a broken escape fits nothing. */
function fitsText(value: string, { schema, in: place }: Parameter): boolean {
  try {
    return misfit(decodeURIComponent(place === 'query' ? value.replaceAll('+', ' ') : value), schema) === undefined;
  } catch {
    return place === 'query';
  }
}
