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

/** A browser's own random name, so that two devices on one draft can be told apart; not a person's. */
const Device = z.string().max(40).exactOptional();

/**
 * What one page saves. It is merged, not put in place of the draft: a page saving itself in the background must not undo
 * what another has just handed in.
 */
export const DraftChange = z.union([
  z.strictObject({ applicant: DraftContent.shape.applicant, device: Device }),
  z.strictObject({ answers: DraftContent.shape.answers, device: Device }),
  /** Takes the place of what was handed in for the same requirement. */
  z.strictObject({ material: HandedIn_, device: Device }),
  /** The requirement whose material is taken back. */
  z.strictObject({ withoutMaterial: z.string().min(1).max(60), device: Device }),
  /** The applicant has read what changed in the item, up to the version in force. */
  z.strictObject({ itemRead: z.literal(true) }),
]);
export type DraftChange = z.infer<typeof DraftChange>;

export const Draft = z.object({
  draftId: z.string(),
  jurisdiction: z.string(),
  itemId: z.string(),
  /** The version the applicant has last read: the one it was begun under, until told of a newer one. */
  itemVersion: z.int(),
  content: DraftContent,
  savedAt: z.string(),
  /** Counts the saves. */
  revision: z.int(),
  /** By field (`applicant.name`, `answers.site`, `materials.land`): the save that last changed it, and on which device. */
  touched: z.record(z.string(), z.object({ revision: z.int(), device: z.string() })),
  /** Opens the draft on another device. */
  resumeCode: z.string(),
  /** Set once filed: the draft then shows its confirmation for ever. */
  filed: z.object({ number: z.string(), queryCode: z.string(), promisedDue: z.string().optional() }).optional(),
});
export type Draft = z.infer<typeof Draft>;

export const ResumeRequest = z.object({ code: z.string().max(40) });
export const Resumed = z.object({ draftId: z.string() });

/** What an applicant does to a running case on a page that keeps what is typed. */
export const ReplyAct = z.enum(['correction', 'withdrawal', 'rating']);
export type ReplyAct = z.infer<typeof ReplyAct>;

/** Typed so far for one of those; merged field by field, a material replaces the one of the same requirement. */
export const Reply = z.object({
  fields: z.record(z.string().max(40), z.string().max(4000)),
  materials: z.array(HandedIn_).max(60),
});
export type Reply = z.infer<typeof Reply>;
export const ReplyChange = z.union([
  z.strictObject({ fields: Reply.shape.fields }),
  z.strictObject({ material: HandedIn_ }),
]);
export type ReplyChange = z.infer<typeof ReplyChange>;

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
