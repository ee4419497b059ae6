import type { Problem, Words } from '@yimen/contract';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod';
import type { App } from './app.ts';
import { letThrough } from './letThrough.ts';
import { Refused, refuseWith, type Refusal } from './problems.ts';

/** Errors of the framework that are the caller's. */
const BY_STATUS: Readonly<Record<number, string>> = {
  400: 'malformed',
  404: 'not_found',
  405: 'method_not_allowed',
  413: 'too_large',
  415: 'unsupported_media',
  429: 'too_many',
};

/** The database is away or full; the same request can succeed later. 57014: the statement took too long. */
const AWAY = /^(08...|53...|57P0[123]|57014|ECONNREFUSED|ECONNRESET|ENOTFOUND|ETIMEDOUT|EPIPE)$/;
/** The file store takes nothing: its disk is full, read-only, broken or not there. A person puts that right, not the caller. */
const STORE_AWAY = /^(ENOSPC|EDQUOT|EROFS|EACCES|EPERM|EIO|ENOTDIR)$/;
/** A part of ours has more to do than it can; what broke nothing can be asked again. */
const BUSY = 'YIMEN_BUSY';
/** Text PostgreSQL cannot hold; the guard of the edge should have caught it. */
const UNSTORABLE = new Set(['22021', '22P05']);

/** A multipart body that breaks off or names no boundary; the parser throws plain errors. */
const UNREADABLE = /^(Multipart: |Unexpected end of multipart|Part terminated early|Malformed part header)/;

/** What to say of a value that does not fit its shape; zod's own messages are for programmers. */
const WORDS: Readonly<Record<string, Words>> = {
  invalid_type: { zh: '缺少此项或类型不对。', en: 'It is missing or of the wrong kind.' },
  too_small: { zh: '太短、太小或太少。', en: 'It is too short, too small or too few.' },
  too_big: { zh: '太长、太大或太多。', en: 'It is too long, too large or too many.' },
  invalid_format: { zh: '格式不对。', en: 'The format is not right.' },
  invalid_value: { zh: '不是可选的值。', en: 'It is not one of the values allowed.' },
  invalid_union: { zh: '不是可接受的形式。', en: 'It is not of a form that is accepted.' },
  unrecognized_keys: { zh: '含有不认识的项目。', en: 'It contains something unknown.' },
  custom: { zh: '内容不对。', en: 'It is not right.' },
};
const OTHERWISE: Words = { zh: '内容不符合要求。', en: 'It does not fit.' };

/** Answers every error as a problem. What broke on our side is logged and never told. */
export function answerErrors(app: App): void {
  app.setErrorHandler((error, request, reply) => {
    const refusal = refusalOf(error);
    if (refusal.code === 'unavailable' || refusal.code === 'busy') reply.header('retry-after', '5');
    if (refusal.code === 'internal') request.log.error({ err: error, route: request.routeOptions.url }, 'broke');
    if (refusal.code !== 'too_large') return refuseWith(reply, refusal);
    return letThrough(request).then(() => refuseWith(reply, refusal));
  });
}

/** What any error is to the caller; the one table. */
export function refusalOf(error: unknown): Refusal {
  if (error instanceof Refused) return error.refusal;
  if (hasZodFastifySchemaValidationErrors(error)) return { code: 'invalid', ...fieldsOf(error) };
  if (!isError(error)) return { code: 'internal' };
  const later = laterOf(error);
  if (later !== undefined) return { code: later };
  if (UNREADABLE.test(error.message)) return { code: 'malformed' };
  if (UNSTORABLE.has(error.code)) return { code: 'invalid' };
  return { code: BY_STATUS[error.statusCode ?? 500] ?? (isCallers(error) ? 'malformed' : 'internal') };
}

/** What can succeed later as it is. */
function laterOf(error: FastifyError): 'busy' | 'unavailable' | undefined {
  if (error.code === BUSY) return 'busy';
  return isAway(error) ? 'unavailable' : undefined;
}

function isError(error: unknown): error is FastifyError {
  return error instanceof Error;
}

function isCallers({ statusCode = 500 }: FastifyError): boolean {
  return statusCode >= 400 && statusCode < 500;
}

function isAway(error: FastifyError): boolean {
  return (
    AWAY.test(error.code ?? '') ||
    STORE_AWAY.test(error.code ?? '') ||
    /connection terminated|not queryable|timeout exceeded when trying to connect/i.test(error.message)
  );
}

interface Validation {
  readonly validation: readonly { readonly instancePath: string; readonly keyword: string }[];
  readonly validationContext?: string | undefined;
}

function fieldsOf({ validation }: Validation): Pick<Refusal, 'field' | 'fields'> {
  const fields: Problem['fields'] = validation.map(({ instancePath, keyword }) => ({
    field: instancePath.replace(/^\//, '').replaceAll('/', '.'),
    code: keyword,
    words: WORDS[keyword] ?? OTHERWISE,
  }));
  const [first] = fields;
  return first === undefined ? {} : { field: first.field, fields };
}

/** What is refused before there is a route: an address that cannot be decoded, a parameter longer than any of ours. */
export function answerFrameworkError(error: FastifyError, _request: FastifyRequest, reply: FastifyReply): void {
  refuseWith(reply, refusalOf(error));
}

/** For an unknown address of the API; every other address belongs to the portal, which has a page for it. */
export function answerUnknown(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return refuseWith(reply, { code: 'not_found' });
}
