import { dayOf, instantAt, millisOf, type Day, type Instant } from '@yimen/kernel';
import type { Calendar } from '../../calendar/index.ts';
import type { CaseEntry, CaseFact, CaseFactType } from '../../casework/index.ts';
import type { ServiceItem } from '../../catalogue/index.ts';
import type { PersonId } from '../../people/index.ts';
import type { MeasuresOf, SignalName } from '../measures.ts';
import type { Words } from '../rule.ts';
import { personOf, type Story } from '../story.ts';

/** What lies outside the case, looked up by whoever reads the ledger; absent where nothing was found. */
export interface Around {
  /** What the device said the time was, in minutes from the server's. */
  readonly deviceMinutes?: number;
  readonly actsInTenMinutes?: number;
  readonly applicantsOfPhone?: number;
  /** The latest ended case of the same applicant for the same item. */
  readonly earlier?: { readonly number: string; readonly ending: string; readonly endedOn: Day };
}

/** One entry, and the case before and after it. */
export interface Scene {
  readonly before: Story;
  readonly after: Story;
  readonly entry: CaseEntry;
  readonly item: ServiceItem;
  readonly calendar: Calendar;
  readonly around: Around;
}

/** Something measured at an entry; whether it is a card is the rule's to say. */
export interface Sighting<S extends SignalName> {
  readonly subject: string;
  readonly measures: MeasuresOf<S>;
  readonly working: readonly Words[];
  readonly evidence: readonly number[];
  readonly responsible: readonly PersonId[];
}

export type Detector<S extends SignalName> = (scene: Scene) => readonly Sighting<S>[];

export type FactOf<T extends CaseFactType> = Extract<CaseFact, { readonly type: T }>;

/** The fact of the entry if it is one of this kind. */
export function factOf<T extends CaseFactType>({ entry }: Scene, type: T): FactOf<T> | undefined {
  return entry.fact.type === type ? (entry.fact as FactOf<T>) : undefined;
}

interface Seen<S extends SignalName> {
  readonly measures: MeasuresOf<S>;
  readonly zh: string;
  readonly en: string;
  readonly subject?: string;
  /** Entries besides the one at hand. */
  readonly also?: readonly (number | undefined)[];
}

/** One sighting at the entry at hand. */
export function seen<S extends SignalName>(
  { entry }: Scene,
  { measures, zh, en, subject, also = [] }: Seen<S>,
): readonly Sighting<S>[] {
  const by = personOf(entry.actor);
  const earlier = also.flatMap((revision) => (revision === undefined || revision === entry.revision ? [] : [revision]));
  return [
    {
      subject: subject ?? `entry:${String(entry.revision)}`,
      measures,
      working: [{ zh, en }],
      evidence: [...new Set([...earlier, entry.revision])],
      responsible: by === undefined ? [] : [by],
    },
  ];
}

/** The hour in Beijing; 13.5 is half past one. */
export const hourOf = (at: Instant): number =>
  Math.floor((millisOf(at) - millisOf(instantAt(dayOf(at), '00:00'))) / 36_000) / 100;

/** One of two wordings. */
export const worded = (yes: boolean, one: string, other: string): string => (yes ? one : other);
