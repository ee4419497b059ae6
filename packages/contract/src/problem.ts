import { z } from 'zod';
import { Instant_, Words } from './primitives.ts';

/** Every refusal of the API (RFC 9457), in the words of the person at the screen. */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int(),
  code: z.string(),
  words: Words,
  article: z.string().optional(),
  field: z.string().optional(),
  /** Several fields at once: where each is and what is wrong with it. */
  fields: z.array(z.object({ field: z.string(), code: z.string(), words: Words })).optional(),
  /** For 409: the revision the case has now. */
  revision: z.int().optional(),
  /** For 409: what others did since the revision the screen showed, oldest first. */
  changed: z.array(z.object({ revision: z.int(), at: Instant_, title: Words, by: Words })).optional(),
  requestId: z.string().optional(),
});
export type Problem = z.infer<typeof Problem>;
