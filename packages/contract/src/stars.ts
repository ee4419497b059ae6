import { z } from 'zod';
import { Day_, Words } from './primitives.ts';

/** One rule: how points are given, how many, and why; without points where it could not be judged. */
const StarLine_ = z.object({
  id: z.string(),
  name: Words,
  rule: Words,
  most: z.int(),
  points: z.number().exactOptional(),
  because: Words.exactOptional(),
});

/** 事项星级: what an item's stars are made of, and what they were before. */
export const ItemStars = z.object({
  stars: z.int().min(1).max(5),
  points: z.number(),
  of: z.int(),
  /** The night they were last counted anew. */
  since: Day_,
  lines: z.array(StarLine_),
  /** The newest first; each a night on which something changed. */
  history: z.array(z.object({ on: Day_, stars: z.int(), points: z.number(), of: z.int() })),
});
export type ItemStars = z.infer<typeof ItemStars>;
