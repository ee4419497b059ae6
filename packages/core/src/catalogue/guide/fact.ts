/** One thing a guide says: what it is, what is said, and lines below it. `id` is the same in every language and rendering. */
export interface GuideFact {
  readonly id: string;
  /** Empty where the text needs none. */
  readonly label: string;
  readonly text: string;
  readonly notes: readonly string[];
}

export interface GuideSection {
  readonly id: string;
  readonly title: string;
  /** Whether its facts are counted, as conditions and materials are. */
  readonly numbered: boolean;
  readonly facts: readonly GuideFact[];
}

/** A guide in words, in the order of Art. 30; every rendering shows exactly these. */
export interface GuideSheet {
  readonly title: string;
  readonly sections: readonly GuideSection[];
}

export const fact = (id: string, label: string, text: string, notes: readonly string[] = []): GuideFact => ({
  id,
  label,
  text,
  notes,
});
