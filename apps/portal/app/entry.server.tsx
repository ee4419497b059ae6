import { renderToReadableStream } from 'react-dom/server';
import { RouterContextProvider, ServerRouter, type EntryContext } from 'react-router';
import { visitContext, type Visit } from './visit.ts';

/** Called by the server for each request: the context its loaders and actions read. */
export function contextFor(visit: Visit): RouterContextProvider {
  const context = new RouterContextProvider();
  context.set(visitContext, visit);
  return context;
}

/** Whole pages only: a page that works without scripts has nothing to stream in later. */
export default async function handleRequest(
  request: Request,
  status: number,
  headers: Headers,
  ...[router, context]: [EntryContext, RouterContextProvider]
): Promise<Response> {
  const { nonce } = context.get(visitContext);
  const body = await renderToReadableStream(<ServerRouter context={router} url={request.url} nonce={nonce} />, {
    nonce,
  });
  await body.allReady;
  headers.set('content-type', 'text/html; charset=utf-8');
  // Nobody may go back to what the person before was reading.
  if (new URL(request.url).pathname.startsWith('/kiosk')) headers.set('cache-control', 'no-store');
  return new Response(request.method === 'HEAD' ? null : body, { status, headers });
}
