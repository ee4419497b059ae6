import { z } from 'zod';
import { Guide } from './items.ts';
import { CommandId, Day_, Instant_, Revision, typed, Words } from './primitives.ts';

/** One line of the catalogue desk. `full`: everything of Art. 30 is known of it. */
export const DeskItemRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  kindName: z.string(),
  authority: z.string(),
  authorityName: z.string(),
  version: z.int(),
  effectiveFrom: Day_,
  full: z.boolean(),
  /** What the lint says of the draft, else of the version in force; absent where only the name is known. */
  findings: z.object({ errors: z.int(), warnings: z.int() }).exactOptional(),
  draft: z.object({ revision: z.int(), by: z.string(), at: Instant_ }).exactOptional(),
  /** Adopted from the hall above: in how many fields it differs, and whether a change of the template waits for a decision. */
  template: z.object({ version: z.int(), differences: z.int(), pending: z.boolean() }).exactOptional(),
});
export type DeskItemRow = z.infer<typeof DeskItemRow>;

export const DeskItems = z.object({
  rows: z.array(DeskItemRow),
  total: z.int(),
  next: z.string().exactOptional(),
  departments: z.array(z.object({ id: z.string(), name: z.string(), count: z.int() })),
  /** The hall above, where there is one whose items may be adopted. */
  above: z.string().exactOptional(),
});
export type DeskItems = z.infer<typeof DeskItems>;

export const FindingView = z.object({
  field: z.string(),
  rule: z.string(),
  severity: z.enum(['error', 'warning']),
  article: z.string().exactOptional(),
  words: Words,
  mend: Words,
  /** The reason a warning was accepted with. */
  accepted: z.string().exactOptional(),
});
export type FindingView = z.infer<typeof FindingView>;

export const ChangeView = z.object({
  field: z.string(),
  label: Words,
  words: Words,
  effect: z.enum(['tighter', 'looser', 'neutral']),
});
export type ChangeView = z.infer<typeof ChangeView>;

export const ConflictView = z.object({ field: z.string(), mine: z.unknown(), theirs: z.unknown() });

/** The draft as it stands after a save: with what others saved meanwhile, and what could not be joined. */
export const DraftView = z.object({
  revision: z.int(),
  by: z.string().exactOptional(),
  at: Instant_.exactOptional(),
  content: z.record(z.string(), z.unknown()),
  findings: z.array(FindingView),
  changes: z.array(ChangeView),
  guide: Guide,
  /** It changes an element of the list, which goes the five steps; else it may be published as a correction. */
  fiveSteps: z.boolean(),
  conflicts: z.array(ConflictView),
});
export type DraftView = z.infer<typeof DraftView>;

export const VersionView = z.object({
  version: z.int(),
  effectiveFrom: Day_,
  effectiveTo: Day_.exactOptional(),
  state: z.enum(['past', 'inForce', 'scheduled']),
  /** Against the version before it. */
  changes: z.array(ChangeView),
});
export type VersionView = z.infer<typeof VersionView>;

/** A hall below: which version of the item it rests on, whether it has yet to decide on a newer one, and why it declined. */
export const Adopter = z.object({
  hall: z.string(),
  version: z.int(),
  pending: z.boolean(),
  declined: z.object({ version: z.int(), reason: z.string() }).exactOptional(),
});
export type Adopter = z.infer<typeof Adopter>;

/** `versions` is empty for an item that is not on the list yet. */
export const DeskItem = z.object({
  draft: DraftView,
  versions: z.array(VersionView),
  mayEdit: z.boolean(),
  /** Adopted from this hall; `pending`: a change of the template waits for a decision. */
  template: z.object({ hall: z.string(), version: z.int(), pending: z.boolean() }).exactOptional(),
  /** Halls below that took it as their template. */
  adopters: z.array(Adopter),
});
export type DeskItem = z.infer<typeof DeskItem>;

export const DraftSave = z.object({
  /** The revision the editor began from; 0 where there was no draft. */
  revision: Revision,
  content: z.record(z.string(), z.unknown()),
});

export const Publication = z.object({
  commandId: CommandId,
  revision: Revision,
  effectiveFrom: Day_,
  reason: typed(500),
});

export const Rollback = z.object({
  commandId: CommandId,
  version: z.int().min(1).max(100_000),
  effectiveFrom: Day_,
  reason: typed(500),
});

export const Published = z.object({ version: z.int(), effectiveFrom: Day_ });

export const SituationTry = z.object({
  answers: z.record(z.string().max(120), z.union([z.string().max(500), z.number(), z.boolean()])),
});

/** What one applicant would need. */
export const SituationOutcome = z.object({
  materials: z.array(z.string()),
  fees: z.array(z.string()),
  statutory: Words,
  promised: Words,
  steps: z.array(z.string()),
  unanswered: z.array(z.string()),
  tables: z.array(z.object({ name: z.string(), words: Words })),
});
export type SituationOutcome = z.infer<typeof SituationOutcome>;

/** What a drawing or a file of tables would do to a draft, or did: `drafted` only where nothing stood against it. */
export const PartPreview = z.object({
  /** Where in the file, as the person who has it open finds it; what; by which article. */
  faults: z.array(z.object({ place: Words, words: Words, article: z.string().exactOptional() })),
  /** Faults there are beside those shown. */
  more: z.int(),
  changes: z.array(ChangeView),
  /** What the lint would say of that part of the draft. */
  findings: z.array(FindingView),
  fiveSteps: z.boolean(),
  /** The draft it was compared with; keeping names it. */
  revision: z.int(),
  drafted: z.boolean(),
});
export type PartPreview = z.infer<typeof PartPreview>;

/** What stands against a file of items: sheet, row and column as the person sees them; row 0 is the whole sheet or file. */
export const WorkbookFault = z.object({
  sheet: z.string(),
  row: z.int(),
  column: z.string(),
  words: Words,
  value: z.string(),
});
export type WorkbookFault = z.infer<typeof WorkbookFault>;

/** One item of a file, as its draft would be. */
export const BroughtItem_ = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.enum(['added', 'changed', 'refused']),
  changes: z.array(ChangeView),
  fiveSteps: z.boolean(),
  /** Errors the lint finds in it; a draft may have them, a change of the list not. */
  errors: z.int(),
  refused: z.array(Words),
});
export type BroughtItem_ = z.infer<typeof BroughtItem_>;

/** What a file would do, or did: `drafted` only where nothing stood against any of it. */
export const WorkbookPreview = z.object({
  faults: z.array(WorkbookFault),
  /** Faults there are beside those shown. */
  more: z.int(),
  items: z.array(BroughtItem_),
  unchanged: z.int(),
  drafted: z.boolean(),
});
export type WorkbookPreview = z.infer<typeof WorkbookPreview>;
