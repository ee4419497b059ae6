import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { App } from './app.ts';
import { serveDesk } from './desk.ts';
import { servePortal } from './portal.ts';

/** Portal and desk beside the API. `appsFolder` holds `portal/build` and `desk/dist`. */
export async function serveWeb(app: App, appsFolder: string, demo: boolean): Promise<void> {
  await app.register(fastifyStatic, { root: appsFolder, serve: false, preCompressed: true });
  await serveDesk(app, join(appsFolder, 'desk', 'dist'));
  await servePortal(app, { folder: join(appsFolder, 'portal', 'build'), demo });
}
