import { cleanup, configure } from '@testing-library/react';
import { setupServer, type SetupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll } from 'vitest';
import type { RequestHandler } from 'msw';

/** A machine that does ten things at once draws a page late: that is no failure of the page. */
configure({ asyncUtilTimeout: 10_000 });

/** jsdom draws nothing: it has no media queries, no object URLs and no layout to watch. */
function fillBrowser(): void {
  const nothing = (): void => undefined;
  Object.assign(window, {
    matchMedia: (media: string) => ({ matches: false, media, addEventListener: nothing, removeEventListener: nothing }),
    ResizeObserver: class {
      observe = nothing;
      unobserve = nothing;
      disconnect = nothing;
    },
  });
  Object.assign(URL, { createObjectURL: () => 'blob:scan', revokeObjectURL: nothing });
  Element.prototype.scrollIntoView = nothing;
  HTMLDialogElement.prototype.showModal = function showModal() {
    this.open = true;
  };
}

/** A server for one test file; a request nobody foresaw fails the test. */
export function testServer(...handlers: readonly RequestHandler[]): SetupServer {
  const server = setupServer(...handlers);
  beforeAll(() => {
    fillBrowser();
    server.listen({ onUnhandledRequest: 'error' });
  });
  afterEach(() => {
    cleanup();
    server.resetHandlers();
    localStorage.clear();
  });
  afterAll(() => server.close());
  return server;
}
