import { randomUUID } from 'node:crypto';
import { mkdtemp, mkdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { createLog } from '../log/index.ts';
import { buildHttp, serveWeb, type Gate, type HttpServer } from './index.ts';

const nobody: Gate = { staff: () => Promise.resolve(undefined), tracked: () => Promise.resolve(undefined) };

function serving(folder: string): Promise<HttpServer> {
  return buildHttp({
    log: createLog('silent'),
    newId: randomUUID,
    gate: nobody,
    routes: [],
    healthy: () => Promise.resolve(true),
    web: (app) => serveWeb(app, folder, false),
  });
}

describe('portal and desk', () => {
  test('say so when they were not built', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yimen-web-'));
    const { app } = await serving(folder);
    for (const url of ['/', '/apply/x', '/desk/', '/desk/cases/1']) {
      const response = await app.inject({ url });
      expect([response.statusCode, response.body.includes('build:web')]).toEqual([503, true]);
    }
    expect((await app.inject({ url: '/api/v1/nowhere' })).statusCode).toBe(404);
    await app.close();
  });

  test('desk: the page anywhere inside it, its assets for a year, and no path outside its folder', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'yimen-web-'));
    await mkdir(join(folder, 'desk/dist/assets'), { recursive: true });
    await writeFile(join(folder, 'desk/dist/index.html'), '<html><head></head><body>desk</body></html>');
    await writeFile(join(folder, 'desk/dist/assets/a-1.js'), 'export {};');
    await writeFile(join(folder, 'secret.txt'), 'secret');
    const { app } = await serving(folder);
    const page = await app.inject({ url: '/desk/cases/1' });
    const nonce = /nonce-([^']+)/.exec(String(page.headers['content-security-policy']))?.[1];
    expect(page.body).toContain(`<meta property="csp-nonce" nonce="${nonce}">`);
    const asset = await app.inject({ url: '/desk/assets/a-1.js' });
    expect([asset.statusCode, asset.headers['cache-control']]).toEqual([200, 'public, max-age=31536000, immutable']);
    for (const url of ['/desk/../../secret.txt', '/desk/..%2f..%2fsecret.txt', '/desk/assets/none.js']) {
      expect((await app.inject({ url })).body).not.toContain('secret');
    }
    expect((await app.inject({ url: '/desk' })).headers.location).toBe('/desk/');
    await app.close();
  });
});
