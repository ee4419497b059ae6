import { createContext, type RouterContextProvider } from 'react-router';

/** What the server hands to every request of the portal. The portal's only way to data is the public API. */
export interface Visit {
  /** Calls the API in the same process with the visitor's cookies; `path` begins with `/api/v1`. */
  readonly api: (path: string, init?: RequestInit) => Promise<Response>;
  /** Goes on every script the page carries (Content-Security-Policy without unsafe-inline). */
  readonly nonce: string;
  readonly demo: boolean;
}

export const visitContext = createContext<Visit>();

export type Loading = { readonly request: Request; readonly context: Readonly<RouterContextProvider> };
