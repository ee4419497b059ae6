import { z } from 'zod';
import { CommandId, Day_, Instant_, Sha256, Words } from './primitives.ts';

const Base64 = z
  .string()
  .max(100)
  .regex(/^[A-Za-z0-9+/]{43}=$/);

/** The newest checkpoint of the whole record, for whoever wants to keep it. */
export const LogCheckpoint = z.object({
  origin: z.string().optional(),
  verifierKey: z.string().optional(),
  /** For those this installation is a witness for. */
  witnessKey: z.string().optional(),
  size: z.int(),
  at: Instant_.optional(),
  /** The signed note, word for word. */
  note: z.string().optional(),
});
export type LogCheckpoint = z.infer<typeof LogCheckpoint>;

/** Whether an entry is in the signed record; nothing of what it says. Downloaded, it is what `verify.py --proof` checks. */
export const EntryProof = z.object({
  format: z.literal('yimen-proof/1'),
  /** `pending`: on record, and not under a checkpoint yet. */
  state: z.enum(['included', 'pending', 'unknown']),
  words: Words,
  /** Absent where the code of a paper leads to no entry. */
  hash: Sha256.optional(),
  proof: z
    .object({
      index: z.int(),
      size: z.int(),
      path: z.array(Base64),
      at: Instant_,
      note: z.string(),
      verifierKey: z.string(),
    })
    .optional(),
});
export type EntryProof = z.infer<typeof EntryProof>;

/** How the proof of the record stands, for those who watch over the hall. */
export const ProofStatus = z.object({
  origin: z.string().nullable(),
  verifierKey: z.string().nullable(),
  entriesInTree: z.int(),
  entriesSigned: z.int(),
  signedAt: Instant_.nullable(),
  problem: z.object({ code: z.string(), words: Words, since: Instant_.nullable() }).nullable(),
  witnesses: z.array(
    z.object({
      witness: z.string(),
      size: z.int(),
      deliveredAt: Instant_.nullable(),
      pendingSince: Instant_.nullable(),
      attempts: z.int(),
      problem: z.string().nullable(),
      /** Not reached for an hour or more. */
      alarm: z.boolean(),
    }),
  ),
});
export type ProofStatus = z.infer<typeof ProofStatus>;

/** The daily sheets that were made: each is a witness on paper. */
export const SheetList = z.object({
  rows: z.array(
    z.object({
      on: Day_,
      size: z.int(),
      entries: z.int(),
      checkpoints: z.int(),
      at: Instant_,
      madeAt: Instant_,
    }),
  ),
});
export type SheetList = z.infer<typeof SheetList>;

export const EvidenceRequest = z.object({ commandId: CommandId });

/** A checkpoint of another installation, with proof that it grew from the one last seen here. */
export const WitnessRequest = z.object({
  note: z.string().min(1).max(4000),
  old: z.int().min(0),
  proof: z.array(Base64).max(64),
});
export const WitnessAnswer = z.object({ cosignature: z.string() });
