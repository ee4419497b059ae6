import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { missingBuildPage } from './missing.ts';
import { sendAsset } from './portal.ts';

/**
 * Serves the staff's single-page application under `/desk/`. Its page gets this answer's nonce in
 * `<meta property="csp-nonce">`, with which the style library marks the styles it inserts.
 */
export async function serveDesk(app: App, folder: string): Promise<void> {
  const index = join(folder, 'index.html');
  const html = existsSync(index) ? await readFile(index, 'utf8') : undefined;
  const page = (request: FastifyRequest, reply: FastifyReply): FastifyReply =>
    html === undefined
      ? missingBuildPage(reply, 'desk')
      : reply
          .type('text/html; charset=utf-8')
          .send(html.replace('<head>', `<head><meta property="csp-nonce" nonce="${request.nonce}">`));
  const options = { config: { policy: 'public' }, schema: { hide: true } } as const;
  app.get('/desk', options, (_request, reply) => reply.redirect('/desk/', 308));
  app.get('/desk/', options, page);
  app.get('/desk/*', options, (request, reply) => {
    const path = new URL(request.url, 'http://desk').pathname.slice('/desk'.length);
    // A name with an extension is a file; everything else is a place inside the application.
    return /\.[a-z0-9]+$/i.test(path) ? sendAsset(reply, path, folder) : page(request, reply);
  });
}
