import { changeKinds, changeTriggers, lineActs } from '@yimen/core/catalogue';
import { z } from 'zod';
import { ChangeView, FindingView } from './catalogueDesk.ts';
import { CommandId, Day_, Instant_, Sha256, typed, Words } from './primitives.ts';
import { keysOf } from './itemParts.ts';

const ItemKey = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[A-Za-z0-9._-]+$/);
const Review = z.enum(['legalReview', 'staffingReview', 'feeReview']);
const Step = z.enum([
  'application',
  'transfer',
  'legalReview',
  'staffingReview',
  'feeReview',
  'deliberation',
  'publication',
]);
const Phase = z.enum(['application', 'transfer', 'review', 'deliberation', 'publication', 'closed']);
const Kind = keysOf(changeKinds);
const Trigger = keysOf(changeTriggers);
const text = typed(2000);

/** What a department hands in; the server takes the content from the drafts. */
export const ChangeWish = z.object({
  kind: Kind,
  trigger: Trigger,
  /** A law and its article, or a document and its number. */
  basis: z.object({ title: typed(200), place: typed(200), on: Day_.exactOptional() }),
  reason: text,
  /** 承接机关, where an item leaves for one outside this list. */
  receiver: typed(200).exactOptional(),
  lines: z
    .array(z.object({ itemId: z.string().min(1).max(120), act: keysOf(lineActs) }))
    .min(1)
    .max(50),
});
export type ChangeWish = z.infer<typeof ChangeWish>;
export const ChangeApplication = z.object({ commandId: CommandId, wish: ChangeWish });
export const ChangeActed = z.object({ changeId: z.string(), revision: z.int() });
export type ChangeActed = z.infer<typeof ChangeActed>;

const Minutes_ = z.object({
  file: z.object({ name: typed(200), sha256: Sha256 }),
  present: z.array(typed(60)).min(1).max(60),
  heldOn: Day_,
});

export const ChangeCommand_ = z.discriminatedUnion('type', [
  z.object({ type: z.literal('transfer'), opinion: text }),
  z.object({ type: z.literal('review'), step: Review, opinion: text }),
  z.object({ type: z.literal('return'), step: Step.exclude(['application']), to: Phase, reason: text }),
  z.object({ type: z.literal('resubmit'), wish: ChangeWish }),
  z.object({ type: z.literal('deliberate'), opinion: text, minutes: Minutes_ }),
  z.object({ type: z.literal('reject'), opinion: text, minutes: Minutes_ }),
  z.object({ type: z.literal('withdraw'), reason: text }),
  z.object({ type: z.literal('publish'), effectiveFrom: Day_ }),
]);
export type ChangeCommandWish = z.infer<typeof ChangeCommand_>;
export const ChangeActRequest = z.object({ commandId: CommandId, command: ChangeCommand_ });

const Waiting = z.object({ step: Step, name: Words, dueOn: Day_, overdue: z.boolean(), mine: z.boolean() });

export const ChangeRow = z.object({
  changeId: z.string(),
  number: z.string(),
  kind: Kind,
  kindName: Words,
  trigger: Trigger,
  triggerName: Words,
  authority: z.string(),
  authorityName: z.string(),
  items: z.array(z.string()),
  phase: Phase,
  phaseName: Words,
  outcome: z.enum(['published', 'rejected', 'withdrawn']).exactOptional(),
  outcomeName: Words.exactOptional(),
  appliedOn: Day_,
  closedOn: Day_.exactOptional(),
  round: z.int(),
  waiting: z.array(Waiting),
  /** A step of it waits for whoever asks. */
  mine: z.boolean(),
});
export type ChangeRow = z.infer<typeof ChangeRow>;

export const ChangeList = z.object({
  rows: z.array(ChangeRow),
  departments: z.array(z.object({ id: z.string(), name: z.string() })),
  /** May whoever asks hand one in. */
  mayApply: z.boolean(),
});
export type ChangeList = z.infer<typeof ChangeList>;

export const ChangeLineView = z.object({
  itemId: z.string(),
  name: z.string(),
  act: keysOf(lineActs),
  actName: Words,
  base: z.int(),
  touchesFee: z.boolean(),
  /** What is proposed against what is in force. */
  changes: z.array(ChangeView),
  findings: z.array(FindingView),
  /** What the draft says now that nobody reviewed. */
  moved: z.array(ChangeView),
});
export type ChangeLineView = z.infer<typeof ChangeLineView>;

const ActName = z.enum(['transfer', 'review', 'return', 'resubmit', 'deliberate', 'reject', 'withdraw', 'publish']);
export const ChangePage = ChangeRow.extend({
  revision: z.int(),
  wish: ChangeWish,
  today: Day_,
  lines: z.array(ChangeLineView),
  minutes: Minutes_.exactOptional(),
  effectiveFrom: Day_.exactOptional(),
  visits: z.array(
    z.object({
      step: Step,
      name: Words,
      openedOn: Day_,
      dueOn: Day_,
      doneOn: Day_.exactOptional(),
      days: z.int().exactOptional(),
      result: z.string().exactOptional(),
      by: z.string().exactOptional(),
    }),
  ),
  life: z.array(
    z.object({
      revision: z.int(),
      at: Instant_,
      title: Words,
      by: z.string(),
      lines: z.array(Words),
      hash: z.string(),
    }),
  ),
  acts: z.array(
    z.object({
      act: ActName,
      step: Step.exactOptional(),
      available: z.boolean(),
      refusal: Words.exactOptional(),
      /** Where a return may go. */
      targets: z.array(z.object({ phase: Phase, name: Words })).exactOptional(),
    }),
  ),
});
export type ChangePage = z.infer<typeof ChangePage>;

/** A draft of an item that is not on the list yet, begun from one that is. */
export const NewItem = z.object({ itemId: ItemKey, name: typed(200), from: z.string().min(1).max(120) });
export const NewItemBegun = z.object({ itemId: z.string(), revision: z.int() });

const Counts = z.object({
  applied: z.int(),
  published: z.int(),
  rejected: z.int(),
  withdrawn: z.int(),
  returned: z.int(),
  inHand: z.int(),
  overdue: z.int(),
});
export type ChangeCounts = z.infer<typeof Counts>;
const Line = Counts.extend({ id: z.string(), name: Words });
export const ChangeStatistics = z.object({
  asOf: Day_,
  from: Day_,
  /** When the bulletin with these figures went out; absent where they are counted now. */
  issuedAt: Instant_.optional(),
  total: Counts,
  departments: z.array(Line),
  kinds: z.array(Line),
  triggers: z.array(Line),
  steps: z.array(
    z.object({
      step: Step,
      name: Words,
      finished: z.int(),
      days: z.int(),
      average: z.number().nullable(),
      longest: z.int().nullable(),
      late: z.int(),
      waiting: z.int(),
      overdue: z.int(),
    }),
  ),
});
export type ChangeStatistics = z.infer<typeof ChangeStatistics>;

/** The bulletins that went out, the newest first. */
export const ChangeBulletins = z.object({
  rows: z.array(z.object({ asOf: Day_, from: Day_, issuedAt: Instant_, applied: z.int(), published: z.int() })),
});
export type ChangeBulletins = z.infer<typeof ChangeBulletins>;
