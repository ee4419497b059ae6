/** What each signal measures: the names a rule's condition may use, and of what kind they are. */
export const signalMeasures = {
  /** A step completed or a decision signed: who else did this person be on this case. */
  separation: { promised: 'boolean', duty: 'string', receivedByToo: 'boolean', examinedByToo: 'boolean' },
  /** Steps left open when the decision was signed; a seal without a signature; a step completed that was never open. */
  order: { act: 'string', openSteps: 'number', signed: 'boolean', stepWasOpen: 'boolean' },
  /** What had to be there before the signature. */
  review: { legalReviewMissing: 'boolean', minutesMissing: 'boolean' },
  /** A special procedure that is begun: how many different officers, and whether it looks into the substance on the spot. */
  visit: { procedure: 'string', officers: 'number' },
  /** Each act of an officer: done under a written authorisation, or by an office it comes with. */
  authorisation: { authorised: 'boolean', act: 'string' },
  /** Work at the window: the hour in Beijing (13.5 is half past one) and whether the day is worked. */
  hours: { hour: 'number', workingDay: 'boolean' },
  /** A step sent back: which time it is. */
  returning: { returns: 'number' },
  /** A correction notice. `usedShare` is how much of the acceptance period had begun, in per cent. */
  correction: { second: 'boolean', unlisted: 'number', governmentHeld: 'number', usedShare: 'number' },
  /** Fees of the item on acceptance: lines that rest on neither a law nor an administrative regulation. */
  fee: { withoutBasis: 'number' },
  /** A refusal, of acceptance or of the licence. */
  refusal: { reasonMissing: 'boolean', remedyMissing: 'boolean' },
  /** A decision signed against opinions of those who examined. */
  contrary: { disagreed: 'number', outcome: 'string', explained: 'boolean' },
  /** A special procedure that is begun. `usedShare` is how much of the promise had begun, in per cent. */
  suspension: { usedShare: 'number', noticeMissing: 'boolean', plannedDays: 'number', allowedDays: 'number' },
  /** A decision after a special procedure ended: how many minutes after. */
  resumption: { minutes: 'number' },
  /** A decision signed: minutes since receipt, and how many steps lie between. */
  life: { promised: 'boolean', minutes: 'number', steps: 'number' },
  /** A receipt: how many days earlier than the server's day it is said to have been. */
  receipt: { daysBefore: 'number' },
  /** Every entry a device was told the time of: by how many minutes it differed from the server's. */
  device: { minutes: 'number' },
  /** Deciding acts of one person in ten minutes, on whatever cases, and the hour in Beijing. */
  pace: { acts: 'number', hour: 'number' },
  /** An application: different applicants of one telephone number in thirty days. */
  phone: { applicants: 'number' },
  /** An application of one who applied for the same item before: how that ended, and how many days ago. */
  refile: { earlierEnding: 'string', daysSince: 'number' },
  /** A withdrawal: how much of the promise had begun, in per cent, and whether an officer entered it. */
  withdrawal: { usedShare: 'number', byOfficer: 'boolean' },
  /** A case closed: whether its decision had been served. */
  closing: { served: 'boolean' },
  /** An entry that cannot follow what stood before it. */
  broken: { afterRevision: 'number' },
  /** A rating: its level, and the seconds since the case ended or was served. */
  rating: { level: 'number', seconds: 'number' },
  /** A department's month: cases accepted, and the share with a special procedure, there and in the others, in per cent. */
  peers: { cases: 'number', share: 'number', others: 'number' },
  /** Raised by a person, not by a measurement. */
  urge: {},
  /** A row of a ledger that no case accounts for, found when it was reconciled. */
  uncovered: {},
} as const;

export type SignalName = keyof typeof signalMeasures;

/** The measures of one signal. */
export type MeasuresOf<S extends SignalName> = {
  readonly [M in keyof (typeof signalMeasures)[S]]: (typeof signalMeasures)[S][M] extends 'number'
    ? number
    : (typeof signalMeasures)[S][M] extends 'boolean'
      ? boolean
      : string;
};
