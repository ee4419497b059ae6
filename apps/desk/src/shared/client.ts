import { createClient, type Client } from '@yimen/contract';
import { proving } from './proof/ask.ts';

const direct = createClient('/api/v1');

/**
 * The one way to the server; features call it from their `api.ts` only. A request the server refuses until it knows who is
 * there is asked for and sent again.
 */
export const client: Client = {
  ...direct,
  post: (path, body, answer) => proving(() => direct.post(path, body, answer)),
  send: (path, body) => proving(() => direct.send(path, body)),
  remove: (path) => proving(() => direct.remove(path)),
};
