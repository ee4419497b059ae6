import { z } from 'zod';
import { ChangeView } from './catalogueDesk.ts';
import { CommandId, Day_, typed } from './primitives.ts';

/** An item of the hall above that a hall may adopt. `standing`: what this hall has of it already. */
export const TemplateRow = z.object({
  itemId: z.string(),
  name: z.string(),
  kindName: z.string(),
  authority: z.string(),
  authorityName: z.string(),
  version: z.int(),
  effectiveFrom: Day_,
  standing: z.enum(['none', 'own', 'adopted']),
});
export type TemplateRow = z.infer<typeof TemplateRow>;

/** One page of them; `above` is absent where no hall stands above. */
export const TemplateList = z.object({
  above: z.string().exactOptional(),
  rows: z.array(TemplateRow),
  total: z.int(),
  next: z.string().exactOptional(),
  /** Departments of this hall that may carry it out. */
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
});
export type TemplateList = z.infer<typeof TemplateList>;

export const Adoption_ = z.object({
  commandId: CommandId,
  itemId: z.string().min(1).max(120),
  authority: z.string().min(1).max(120),
});

/** A field in which an item differs from its template. */
export const LocalDifferenceView = ChangeView.extend({
  role: z.enum(['local', 'noted', 'better', 'standard', 'marked', 'binding']),
  allowed: z.boolean(),
});
export type LocalDifferenceView = z.infer<typeof LocalDifferenceView>;

/** A newer version of the template: what it changed, and what that changes here. */
export const TemplateProposal = z.object({
  version: z.int(),
  effectiveFrom: Day_,
  changes: z.array(ChangeView),
  /** `both`: this hall had changed it too, and would give way. */
  here: z.array(ChangeView.extend({ both: z.boolean() })),
});
export type TemplateProposal = z.infer<typeof TemplateProposal>;

export const ItemTemplate = z.object({
  hall: z.string(),
  version: z.int(),
  differences: z.array(LocalDifferenceView),
  proposal: TemplateProposal.exactOptional(),
  declined: z.object({ version: z.int(), reason: z.string() }).exactOptional(),
  /** The last day of the template, where the hall above takes it from its list. */
  lastDay: Day_.exactOptional(),
});
export type ItemTemplate = z.infer<typeof ItemTemplate>;

export const ProposalTaking = z.object({ commandId: CommandId, version: z.int().min(1).max(100_000) });
export const ProposalDeclining = ProposalTaking.extend({ reason: typed(500) });
export const ProposalTaken = z.object({ revision: z.int() });
export const ProposalDeclined = z.object({ version: z.int() });
