export type { App } from './app.ts';
export { sendBytes } from './bytes.ts';
export { isKnown, notModified, sendUnlessKnown } from './known.ts';
export {
  demandProof,
  setSessionCookie,
  staffOf,
  trackedOf,
  SESSION_COOKIE,
  type Gate,
  type Policy,
  type RoutePolicy,
  type Staff,
  type Tracked,
} from './policy.ts';
export { notFound, refuseWith, type Refusal } from './problems.ts';
export { buildHttp, type HttpOptions, type Denial, type HttpServer } from './server.ts';
export { openEvents } from './streams.ts';
export { serveWeb } from './web.ts';
