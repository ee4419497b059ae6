import swagger from '@fastify/swagger';
import { Problem } from '@yimen/contract';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import { z } from 'zod';
import type { App } from './app.ts';
import { referencePage, type ApiDocument } from './reference.ts';

declare module 'fastify' {
  interface FastifyContextConfig {
    /** For routes whose answer no zod shape describes: a file, a stream, or nothing at all. Describes; changes nothing. */
    answers?: { readonly status: number; readonly type?: string };
    /** The body is one file, as multipart. */
    takesFile?: boolean;
  }
}

/** Every route may refuse, and all refuse alike. */
const REFUSAL = {
  description: '拒绝 / a refusal (RFC 9457)',
  content: {
    'application/problem+json': { schema: z.toJSONSchema(Problem, { io: 'output', unrepresentable: 'any' }) },
  },
};

const FILE_BODY = {
  consumes: ['multipart/form-data'],
  body: { type: 'object', required: ['file'], properties: { file: { type: 'string', format: 'binary' } } },
} as const;

/** Describes every route under `/api` as OpenAPI 3.1, from the same zod shapes that check the requests. */
export async function describeApi(app: App): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: '一门 Yimen',
        version: '1',
        description:
          '政务服务中心办件接口。所有拒绝均为 application/problem+json。 Refusals are application/problem+json (RFC 9457).',
        license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'yimen_session' },
          tracking: { type: 'apiKey', in: 'header', name: 'x-tracking-token' },
        },
      },
    },
    hideUntagged: false,
    transform: (input) => {
      const { schema, url } = jsonSchemaTransform(input);
      const hide = !url.startsWith('/api/v1/');
      const { policy, takesFile, answers } = input.route.config ?? {};
      const own: unknown = answers === undefined ? schema?.response : plainAnswer(answers);
      const response = { ...(isRecord(own) ? own : {}), default: REFUSAL };
      const body = takesFile === true ? FILE_BODY : {};
      return { schema: { ...schema, ...securityOf(policy), ...body, response, hide }, url };
    },
  });
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

function plainAnswer({ status, type }: { readonly status: number; readonly type?: string }): Record<string, unknown> {
  if (type === undefined) return { [status]: { description: '无内容 / nothing', type: 'null' } };
  return { [status]: { description: type, content: { [type]: { schema: { type: 'string', format: 'binary' } } } } };
}

function securityOf(policy: unknown): { readonly security?: Record<string, string[]>[] } {
  if (policy === 'public' || policy === undefined) return {};
  return { security: [policy === 'tracking' ? { tracking: [] } : { session: [] }] };
}

/** `/api/openapi.json` for programs, `/api/reference` for people; the page loads nothing from anywhere. */
export function serveApiDescription(app: App): void {
  const config = { policy: 'public' } as const;
  app.get('/api/openapi.json', { config, schema: { hide: true } }, (_request, reply) =>
    reply.header('cache-control', 'no-cache').send(app.swagger()),
  );
  app.get('/api/reference', { config, schema: { hide: true } }, (request, reply) =>
    reply
      .header('cache-control', 'no-cache')
      .type('text/html; charset=utf-8')
      // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- the library types the document as OpenAPI 2 or 3
      .send(referencePage(app.swagger() as ApiDocument, request.nonce)),
  );
}
