import { createClient } from '@yimen/contract';

/** The one way to the server; features call it from their `api.ts` only. */
export const client = createClient('/api/v1');
