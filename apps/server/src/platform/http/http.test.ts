import { randomUUID } from 'node:crypto';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { Problem } from '@yimen/contract';
import type { LightMyRequestResponse } from 'fastify';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { createLog } from '../log/index.ts';
import { buildHttp, refuseWith, staffOf, trackedOf, type App, type Gate, type HttpServer } from './index.ts';

const lines: string[] = [];
const log = createLog('info', { write: (line) => lines.push(line) });

const gate: Gate = {
  staff: (cookie) =>
    Promise.resolve(
      cookie === 'clerk-cookie'
        ? {
            person: 'p1',
            name: '李受理',
            jurisdiction: '410500',
            roles: ['windowClerk'],
            sessionId: 's1',
            proved: true,
          }
        : undefined,
    ),
  tracked: (token) => Promise.resolve(token === 'good' ? { jurisdiction: '410500', caseId: 'c1' } : undefined),
};

class GoneError extends Error {
  readonly code = '57P01';
}

function routes(app: App): void {
  const note = z.object({ name: z.string().min(2), days: z.int().max(9), tags: z.array(z.string()).optional() });
  app.post(
    '/api/v1/notes',
    {
      config: { policy: 'public' },
      schema: { tags: ['notes'], body: note, response: { 200: note.pick({ name: true }) } },
    },
    (request) => request.body,
  );
  app.get('/api/v1/me', { config: { policy: 'staff' } }, (request) => ({ person: staffOf(request).person }));
  app.get('/api/v1/catalogue', { config: { policy: { roles: ['catalogueEditor'] } } }, () => ({}));
  app.get('/api/v1/desk', { config: { policy: { roles: ['examiner', 'windowClerk'] } } }, () => ({ ok: true }));
  app.get('/api/v1/tracked', { config: { policy: 'tracking' } }, (request) => trackedOf(request));
  app.get('/api/v1/refused', { config: { policy: 'public' } }, (_request, reply) =>
    refuseWith(reply, {
      code: 'correction_already_asked',
      words: { zh: '补正只能一次。', en: 'Once only.' },
      article: '许可法第32条',
    }),
  );
  app.get('/api/v1/broken', { config: { policy: 'public' } }, () => {
    throw new Error('secret detail of 王大明');
  });
  app.get('/api/v1/away', { config: { policy: 'public' } }, () => {
    throw new GoneError('terminating connection');
  });
  app.post('/api/v1/files', { config: { policy: 'public' } }, (request) =>
    request
      .file()
      .then((file) => file?.toBuffer())
      .then((bytes) => ({ bytes: bytes?.length })),
  );
  app.get('/api/v1/limited', { config: { policy: 'public', rateLimit: { max: 2, timeWindow: 60_000 } } }, () => ({}));
}

function build(extra: (app: App) => void = routes): Promise<HttpServer> {
  return buildHttp({ log, newId: randomUUID, gate, routes: [extra], healthy: () => Promise.resolve(true) });
}

let server: HttpServer;
beforeAll(async () => {
  server = await build();
});
afterAll(() => server.app.close());

const cookie = 'yimen_session=clerk-cookie';
function get(url: string, headers: Record<string, string> = {}): Promise<LightMyRequestResponse> {
  return server.app.inject({ url, headers });
}
function problemIn(response: LightMyRequestResponse): Problem {
  expect(response.headers['content-type']).toContain('application/problem+json');
  return Problem.parse(response.json());
}

describe('a route', () => {
  test('without a policy keeps the server from being built', async () => {
    await expect(build((app) => void app.get('/api/v1/forgotten', () => ({})))).rejects.toThrow(
      'GET /api/v1/forgotten has no policy',
    );
  });

  test('stands in the table of policies', () => {
    expect(server.policies).toContainEqual({
      method: 'GET',
      url: '/api/v1/catalogue',
      policy: { roles: ['catalogueEditor'] },
    });
    expect(server.policies.every(({ policy }) => policy !== undefined)).toBe(true);
  });

  test.each([
    ['/api/v1/me', {}, 401],
    ['/api/v1/me', { cookie: 'yimen_session=forged' }, 401],
    ['/api/v1/me', { cookie }, 200],
    ['/api/v1/desk', { cookie }, 200],
    ['/api/v1/catalogue', { cookie }, 403],
    ['/api/v1/catalogue', {}, 401],
    ['/api/v1/tracked', { cookie }, 401],
    ['/api/v1/tracked', { 'x-tracking-token': 'bad' }, 401],
    ['/api/v1/tracked', { 'x-tracking-token': 'good' }, 200],
    ['/api/openapi.json', {}, 200],
  ])('%s for a caller with %j answers %i', async (url, headers: Record<string, string>, status) => {
    expect((await get(url, headers)).statusCode).toBe(status);
  });
});

describe('a refusal', () => {
  test('says its code, its words in both languages and its article', async () => {
    const response = await get('/api/v1/refused');
    expect(response.statusCode).toBe(409);
    expect(problemIn(response)).toMatchObject({
      code: 'correction_already_asked',
      words: { zh: '补正只能一次。' },
      article: '许可法第32条',
    });
  });

  test('names every field that does not fit', async () => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/v1/notes',
      payload: { name: '长', days: 12, tags: ['a', 7] },
    });
    expect(response.statusCode).toBe(422);
    const { fields, field } = problemIn(response);
    expect(fields?.map((found) => found.field)).toEqual(['name', 'days', 'tags.1']);
    expect(field).toBe('name');
  });

  test('of the unknown is a problem too, whatever the method', async () => {
    for (const method of ['GET', 'POST', 'DELETE', 'PATCH'] as const) {
      const response = await server.app.inject({ method, url: '/api/v1/nowhere' });
      expect([response.statusCode, problemIn(response).code]).toEqual([404, 'not_found']);
    }
  });

  test.each([
    ['text/plain', 'name=x', 415],
    ['application/json', '{"name":', 400],
    ['application/json', JSON.stringify({ name: 'x'.repeat(1_100_000) }), 413],
    ['application/json', '{"name":"a\\u0000b","days":1}', 422],
    ['application/json', '{"name":"\\ud800 alone","days":1}', 422],
    ['application/json', `{"name":"ok","days":1,"tags":${'['.repeat(60)}${']'.repeat(60)}}`, 422],
  ])('of a body of %s answers a problem', async (type, payload, status) => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/v1/notes',
      headers: { 'content-type': type },
      payload,
    });
    expect([response.statusCode, problemIn(response).status]).toEqual([status, status]);
  });

  test.each([
    ['names no boundary', 'multipart/form-data'],
    ['breaks off', 'multipart/form-data; boundary=x'],
  ])('of a file whose body %s answers a problem', async (_what, type) => {
    const payload = '--x\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf';
    const headers = { 'content-type': type };
    const response = await server.app.inject({ method: 'POST', url: '/api/v1/files', headers, payload });
    expect([response.statusCode, problemIn(response).code]).toEqual([400, 'malformed']);
  });

  test('of an address that is no text', async () => {
    expect((await get('/api/v1/me?q=%00')).statusCode).toBe(422);
    const broken = await get('/api/v1/%ed%a0%80');
    expect([broken.statusCode, problemIn(broken).code]).toEqual([400, 'malformed']);
  });

  test('tells nothing of what broke, and the log tells it without the query', async () => {
    const response = await get('/api/v1/broken?name=%E7%8E%8B%E5%A4%A7%E6%98%8E');
    expect(response.statusCode).toBe(500);
    expect(response.body).not.toContain('secret');
    expect(lines.join('')).toContain('"route":"/api/v1/broken"');
    expect(lines.join('')).not.toContain('%E7%8E%8B');
  });

  test('while the database is away asks to come again', async () => {
    const response = await get('/api/v1/away');
    expect([response.statusCode, response.headers['retry-after'], problemIn(response).code]).toEqual([
      503,
      '5',
      'unavailable',
    ]);
  });

  test('of a body too large reaches a sender who reads nothing before the last piece is out', async () => {
    const origin = new URL(await server.app.listen({ host: '127.0.0.1', port: 0 }));
    const piece = Buffer.alloc(65_536, 'x');
    const socket = connect(Number(origin.port), origin.hostname).pause();
    const send = (bytes: string | Buffer): Promise<void> =>
      new Promise((sent, lost) => void socket.write(bytes, (error) => (error ? lost(error) : sent())));
    const head = `POST /api/v1/notes HTTP/1.1\r\nhost: ${origin.host}\r\ncontent-type: application/json`;
    await send(`${head}\r\ncontent-length: ${String(320 * piece.length)}\r\n\r\n`);
    for (let nth = 0; nth < 320; nth += 1) await send(piece);
    // The server closes after it answered.
    expect(await text(socket.resume())).toMatch(/^HTTP\/1\.1 413 [^]*"code":"too_large"/);
  });

  test('of too many requests is a problem', async () => {
    const codes = [];
    for (let n = 0; n < 3; n += 1) codes.push((await get('/api/v1/limited')).statusCode);
    expect(codes).toEqual([200, 200, 429]);
    expect(problemIn(await get('/api/v1/limited')).code).toBe('too_many');
  });

  test('of a change asked by another site’s page', async () => {
    const send = (headers: Record<string, string>): Promise<LightMyRequestResponse> =>
      server.app.inject({
        method: 'POST',
        url: '/api/v1/notes',
        headers: { host: 'hall.test', ...headers },
        payload: { name: 'ok', days: 1 },
      });
    expect((await send({ origin: 'http://evil.test' })).statusCode).toBe(403);
    expect((await send({ 'sec-fetch-site': 'cross-site' })).statusCode).toBe(403);
    expect((await send({ origin: 'http://hall.test' })).statusCode).toBe(200);
  });
});

describe('every answer', () => {
  test('is armoured and not stored', async () => {
    const { headers } = await get('/api/v1/me', { cookie });
    const csp = String(headers['content-security-policy']);
    expect(csp).not.toMatch(/unsafe-(inline|eval)|https?:/);
    expect(csp).toContain("frame-ancestors 'self'");
    expect(headers).toMatchObject({
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'SAMEORIGIN',
    });
    expect(headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
    expect((await get('/api/v1/me', { cookie, 'x-request-id': 'forged' })).headers['x-request-id']).not.toBe('forged');
  });

  test('carries only what its shape declares', async () => {
    const response = await server.app.inject({
      method: 'POST',
      url: '/api/v1/notes',
      payload: { name: 'ok', days: 1, owner: 'me' },
    });
    expect(response.json()).toEqual({ name: 'ok' });
  });

  test('uses another nonce each time', async () => {
    const nonces = await Promise.all(
      [1, 2].map(
        async () => /nonce-([^']+)/.exec(String((await get('/api/health')).headers['content-security-policy']))?.[1],
      ),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  });
});

describe('the description of the API', () => {
  test('is OpenAPI 3.1 and knows every route but the hidden ones', async () => {
    const document = z
      .object({ openapi: z.string(), paths: z.record(z.string(), z.record(z.string(), z.unknown())) })
      .parse((await get('/api/openapi.json')).json());
    expect(document.openapi).toBe('3.1.0');
    const described = Object.entries(document.paths).flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
    const served = server.policies
      .filter(({ url, method }) => url.startsWith('/api/v1/') && method !== 'HEAD')
      .map(({ method, url }) => `${method} ${url}`);
    expect(described.toSorted()).toEqual(served.toSorted());
  });

  test('is a page that loads nothing from anywhere', async () => {
    const { body } = await get('/api/reference');
    expect(body).toContain('/api/v1/notes');
    expect(body).not.toMatch(/<script|src=|https?:\/\//);
  });
});
