import { z } from 'zod';
import { CommandId, typed, Words } from './primitives.ts';

export const MigrationEffect_ = z.object({
  about: z.enum(['limit', 'material', 'fee', 'question', 'step']),
  effect: z.enum(['better', 'worse', 'neutral']),
  words: Words,
});

const Against = z.object({ code: z.string(), words: Words, article: z.string().exactOptional() });

/** An unfinished case under an older version: what the newer one would do to it, or why it keeps its own. */
export const MigrationCase = z.object({
  caseId: z.string(),
  number: z.string(),
  applicant: z.string(),
  stage: z.string(),
  stageName: Words,
  from: z.int(),
  effects: z.array(MigrationEffect_),
  refusal: Against.exactOptional(),
});
export type MigrationCase = z.infer<typeof MigrationCase>;

export const MigrationView = z.object({
  itemId: z.string(),
  name: z.string(),
  /** The version in force. */
  to: z.int(),
  cases: z.array(MigrationCase),
  /** There may be more; they come after these are moved. */
  more: z.boolean(),
});
export type MigrationView = z.infer<typeof MigrationView>;

export const MigrationRequest = z.object({
  commandId: CommandId,
  to: z.int().min(1).max(100_000),
  reason: typed(500),
  /** The law or regulation that demands it, where somebody is worse off. */
  basis: z.string().max(500),
  cases: z.array(z.string().max(64)).min(1).max(200),
});
export type MigrationRequest = z.infer<typeof MigrationRequest>;

export const MigrationDone = z.object({
  moved: z.array(z.object({ caseId: z.string(), number: z.string() })),
  kept: z.array(z.object({ caseId: z.string(), number: z.string(), refusal: Against })),
});
export type MigrationDone = z.infer<typeof MigrationDone>;
