import { Problem } from '@yimen/contract';
import type { LightMyRequestResponse } from 'fastify';
import type { Operation } from './document.ts';
import type { Shot } from './requests.ts';
import { misfit } from './schema.ts';

/** What is wrong with a reply: it broke, it is not what the document declares, or it should have been a refusal. */
export function replyProblem(
  operation: Operation,
  { allowed }: Shot,
  reply: LightMyRequestResponse,
): string | undefined {
  const { statusCode } = reply;
  if (statusCode >= 500) return `answered ${statusCode}`;
  if (statusCode >= 400) return refusalProblem(operation, reply);
  if (!allowed) return `accepted what the document forbids (${statusCode})`;
  return contentProblem(operation, reply);
}

function refusalProblem(operation: Operation, reply: LightMyRequestResponse): string | undefined {
  if (typeOf(reply) !== 'application/problem+json') return 'a refusal that is no problem';
  const said = Problem.safeParse(parsed(reply));
  if (!said.success) return `a problem of another shape: ${said.error.message}`;
  if (said.data.status !== reply.statusCode) return 'a problem that tells another status';
  const { zh, en } = said.data.words;
  if (!isTold(zh, en)) return `a problem without words: ${zh} ${en}`;
  const shape = operation.responses['default']?.content?.['application/problem+json']?.schema;
  return shape === undefined ? 'refusals are not in the document' : misfit(parsed(reply), shape, 'problem');
}

const isTold = (zh: string, en: string): boolean =>
  /\p{Script=Han}/u.test(zh) && en !== '' && !`${zh}${en}`.includes('{}');

function contentProblem(operation: Operation, reply: LightMyRequestResponse): string | undefined {
  const declared = operation.responses[reply.statusCode];
  if (declared === undefined) return `${reply.statusCode} is not in the document`;
  const { content } = declared;
  if (content === undefined) return reply.rawPayload.length === 0 ? undefined : 'a body where none is declared';
  const type = typeOf(reply);
  const shape = (content[type] ?? content['*/*'])?.schema;
  if (shape === undefined) return `${type} is not in the document`;
  return type === 'application/json' ? misfit(parsed(reply), shape, 'reply') : undefined;
}

function typeOf({ headers }: LightMyRequestResponse): string {
  const [type = ''] = String(headers['content-type']).split(';');
  return type;
}

function parsed(reply: LightMyRequestResponse): unknown {
  try {
    return JSON.parse(reply.payload);
  } catch {
    return undefined;
  }
}
