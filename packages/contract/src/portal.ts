import { z } from 'zod';
import { CommandId } from './primitives.ts';
import { Applicant_, FormAnswers_, HandedIn_ } from './facts.ts';

/** What has been typed so far: anything may be missing or wrong; it is checked when it is filed. */
export const DraftContent = z.object({
  applicant: z.record(z.string().max(40), z.string().max(4000)),
  answers: z.record(z.string().max(60), z.string().max(4000)),
  materials: z.array(HandedIn_).max(60),
});
export type DraftContent = z.infer<typeof DraftContent>;

/**
 * What one page saves. It is merged, not put in place of the draft: a page saving itself in the background must not undo
 * what another has just handed in.
 */
export const DraftChange = z.union([
  z.strictObject({ applicant: DraftContent.shape.applicant }),
  z.strictObject({ answers: DraftContent.shape.answers }),
  /** Takes the place of what was handed in for the same requirement. */
  z.strictObject({ material: HandedIn_ }),
  /** The requirement whose material is taken back. */
  z.strictObject({ withoutMaterial: z.string().min(1).max(60) }),
]);
export type DraftChange = z.infer<typeof DraftChange>;

export const Draft = z.object({
  draftId: z.string(),
  jurisdiction: z.string(),
  itemId: z.string(),
  itemVersion: z.int(),
  content: DraftContent,
  savedAt: z.string(),
  /** Set once filed: the draft then shows its confirmation for ever. */
  filed: z.object({ number: z.string(), queryCode: z.string(), promisedDue: z.string().optional() }).optional(),
});
export type Draft = z.infer<typeof Draft>;

export const FileDraft = z.object({
  commandId: CommandId,
  applicant: Applicant_,
  answers: FormAnswers_,
  materials: z.array(HandedIn_).max(60),
});
export type FileDraft = z.infer<typeof FileDraft>;

export const Filed = z.object({ number: z.string(), queryCode: z.string(), caseId: z.string() });
export type Filed = z.infer<typeof Filed>;

export const TrackRequest = z.object({ number: z.string().max(40), queryCode: z.string().max(20) });
/** Opens one case for an hour; goes back in the header `x-tracking-token` (the portal keeps it in a strict cookie). */
export const TrackGrant = z.object({ token: z.string(), number: z.string() });

export const RatingRequest = z.object({
  commandId: CommandId,
  level: z.int().min(1).max(5),
  dimensions: z.record(z.string().max(30), z.int().min(1).max(5)).optional(),
  comment: z.string().max(500).optional(),
});
export type RatingRequest = z.infer<typeof RatingRequest>;
