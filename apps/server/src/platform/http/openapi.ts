import swagger from '@fastify/swagger';
import { jsonSchemaTransform } from 'fastify-type-provider-zod';
import type { App } from './app.ts';
import { referencePage, type ApiDocument } from './reference.ts';

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
      return { schema: { ...schema, ...securityOf(input.route.config?.policy), hide }, url };
    },
  });
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
