import { z } from 'zod';
import { GuideFacts_ } from './items.ts';
import { Day_, JurisdictionCode, Sha256, Words } from './primitives.ts';

/** Under what terms the data may be used again, and from where they come. On every page of open data. */
export const OpenSource = z.object({
  licence: z.string(),
  note: Words,
  hall: z.string(),
  /** The day whose law this is. */
  on: Day_,
});
export type OpenSource = z.infer<typeof OpenSource>;

/** The facts of one version; `hash` is SHA-256 of their canonical JSON (RFC 8785), so that a reader can prove them. */
export const OpenItem = z.object({ facts: GuideFacts_, hash: Sha256, effectiveTo: Day_.exactOptional() });
export type OpenItem = z.infer<typeof OpenItem>;

export const OpenItems = z.object({
  source: OpenSource,
  items: z.array(OpenItem).readonly(),
  /** Goes back as `cursor` for the next page; absent on the last. */
  next: z.string().exactOptional(),
});
export type OpenItems = z.infer<typeof OpenItems>;

export const OneOpenItem = OpenItem.extend({ source: OpenSource });

/** An item that goes on with what another was; only what is on the list that day. */
export const Successor = z.object({ itemId: z.string(), name: z.string() });
export type Successor = z.infer<typeof Successor>;

/** An item that left the list: until when it was on it, and where to go now. */
export const EndedItem = z.object({
  itemId: z.string(),
  name: z.string(),
  authorityName: z.string(),
  lastDay: Day_,
  /** The change of the list it left by: its number and kind; absent where the list was imported. */
  change: z.object({ number: z.string(), kind: Words }).exactOptional(),
  /** 承接机关: who carries it out now, where it went to another authority or level. */
  receiver: z.string().exactOptional(),
  successors: z.array(Successor).readonly(),
});
export type EndedItem = z.infer<typeof EndedItem>;

/** A version that began, or an item that ended, between two days. */
export const OpenChange = z.object({
  itemId: z.string(),
  name: z.string(),
  kind: z.enum(['added', 'changed', 'ended']),
  on: Day_,
  version: z.int(),
  hash: Sha256,
  /** What changed against the version before, in words; `tighter` asks more of the citizen. */
  changes: z.array(z.object({ words: Words, effect: z.enum(['tighter', 'looser', 'neutral']) })).readonly(),
  /** What took the place of an item that ended, where its change of the list says so. */
  successors: z.array(Successor).readonly().exactOptional(),
});
export type OpenChange = z.infer<typeof OpenChange>;

export const OpenChanges = z.object({
  source: OpenSource,
  from: Day_,
  to: Day_,
  changes: z.array(OpenChange).readonly(),
  /** Of all of them, whatever kind was asked for. */
  counts: z.object({ added: z.int(), changed: z.int(), ended: z.int() }),
  next: z.string().exactOptional(),
});
export type OpenChanges = z.infer<typeof OpenChanges>;

const Count = z.object({ id: z.string(), name: z.string(), count: z.int() });

export const ListRow = z.object({
  id: z.string(),
  name: z.string(),
  kind: z.string(),
  kindName: z.string(),
  level: z.string(),
  theme: z.string(),
  letter: z.string(),
  authority: z.string(),
  authorityName: z.string(),
  version: z.int(),
});
export type ListRow = z.infer<typeof ListRow>;

/** The public list of powers and services of a hall, narrowed as asked, with how many there are of each. */
export const PublicList = z.object({
  hall: z.object({ jurisdiction: JurisdictionCode, name: z.string() }),
  rows: z.array(ListRow).readonly(),
  total: z.int(),
  next: z.string().exactOptional(),
  /** Of the whole hall, each beside the other choices made. */
  counts: z.object({
    departments: z.array(Count).readonly(),
    kinds: z.array(Count).readonly(),
    levels: z.array(Count).readonly(),
    themes: z.array(Count).readonly(),
    letters: z.array(Count).readonly(),
  }),
});
export type PublicList = z.infer<typeof PublicList>;

/** A figure of the list on a day: so many of so many, and how it is counted. */
export const OpenFigure = z.object({
  id: z.string(),
  name: Words,
  formula: Words,
  count: z.int(),
  of: z.int().exactOptional(),
  half: z.boolean().exactOptional(),
  /** How many items stand behind it. */
  items: z.int(),
});
export type OpenFigure = z.infer<typeof OpenFigure>;

/** An item behind a figure; `was` and `now` where the figure says what was cut. */
export const FigureRow = z.object({
  itemId: z.string(),
  name: z.string(),
  authorityName: z.string(),
  /** It is no longer on the list. */
  ended: z.boolean(),
  was: z.int().exactOptional(),
  now: z.int().exactOptional(),
});
export type FigureRow = z.infer<typeof FigureRow>;

export const OpenFigures = z.object({
  source: OpenSource,
  /** What was cut is counted since this day. */
  base: Day_,
  figures: z.array(OpenFigure).readonly(),
  /** The items of the figure that was asked for, a page at a time. */
  rows: z.array(FigureRow).readonly().exactOptional(),
  next: z.string().exactOptional(),
});
export type OpenFigures = z.infer<typeof OpenFigures>;
