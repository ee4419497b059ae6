import type { FastifyReply, FastifyRequest } from 'fastify';
import type { App } from './app.ts';
import { refuseWith } from './problems.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Counted among those worked on now. */
    inHand: boolean;
  }
}

const AGAIN_SECONDS = '3';

/**
 * Of more requests than can be answered soon, the excess is refused at once, before anything is asked of the database:
 * whoever is admitted is served in good time, nobody waits for an answer that comes too late to be of use, and a spike is
 * over when it is over (P17). Not counted: whoever still sends a body, takes a file or listens for news; they cost
 * connections and no work, and must not be able to shut out the others.
 */
export function shedLoad(app: App, most: number): void {
  let inHand = 0;
  const take = (request: FastifyRequest): void => {
    if (request.inHand || isSlow(request)) return;
    request.inHand = true;
    inHand += 1;
  };
  const leave = (request: FastifyRequest): void => {
    if (!request.inHand) return;
    request.inHand = false;
    inHand -= 1;
  };
  // Asked at the door and again when the body is there: many bodies can come at once.
  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    if (inHand < most || !isWork(request)) return take(request);
    reply.header('retry-after', AGAIN_SECONDS);
    return refuseWith(reply, { code: 'busy' });
  };
  app.decorateRequest('inHand', false);
  app.addHook('onRequest', admit);
  app.addHook('preParsing', async (request) => leave(request));
  app.addHook('preValidation', admit);
  app.addHook('onResponse', async (request) => leave(request));
  app.addHook('onRequestAbort', async (request) => leave(request));
}

const isSlow = ({ routeOptions: { config } }: FastifyRequest): boolean =>
  config.takesFile === true || config.answers?.type === 'text/event-stream';

/** Health must be told above all when there is much to do; built files cost nothing. */
const isWork = ({ url }: FastifyRequest): boolean => url.startsWith('/api/v1/');
