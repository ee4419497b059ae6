import { feesOfItems, itemNames } from './modules/catalogue/index.ts';
import type { LiveCalendar } from './modules/calendar/index.ts';
import { maskedApplicants, subjectHashes, type World } from './modules/casework/index.ts';
import { listHalls } from './modules/network/index.ts';
import { authorisationsOn, colleaguesOf, hallOfficers, postsOf } from './modules/people/index.ts';
import type { Supervision } from './modules/supervision/index.ts';
import { plainSheet } from './platform/documents/index.ts';
import type { Keeper } from './platform/personal/index.ts';
import type { Db } from './platform/shell.ts';
import { recent } from './remembered.ts';
import { signByCentre, type SigningParts } from './wiringSigned.ts';

export interface SupervisionParts extends SigningParts {
  readonly calendar: LiveCalendar;
  readonly keeper: Keeper;
  /** Where supervision's board reads; where the application does if absent. */
  readonly reading?: Db | undefined;
}

const PUBLIC_FRESH_MS = 30_000;

/** Supervision reads the ledger for itself; of the others it asks only what items, posts and departments are called. */
export function supervisionOf(parts: SupervisionParts, { near, bell }: Pick<World, 'near' | 'bell'>): Supervision {
  const { shell, calendar, keeper, press, files } = parts;
  const { itemVersion, standingOf, authorityNames, peopleNames } = near;
  return {
    shell,
    reading: parts.reading,
    near: {
      itemVersion,
      standingOf,
      authorityNames,
      peopleNames,
      colleaguesOf: (jurisdiction, authority, on) => colleaguesOf(shell.db, jurisdiction, authority, on),
      calendar: calendar.current,
      authorisationsOn: (jurisdiction, on) => authorisationsOn(shell.db, jurisdiction, on),
      posts: (jurisdiction) => postsOf(shell.db, jurisdiction),
      itemNames: (jurisdiction, on) => itemNames(shell.db, jurisdiction, on),
      feesOfItems: (jurisdiction, itemIds) => feesOfItems(shell.db, jurisdiction, itemIds),
      hallOfficers: (jurisdiction, roles, on) => hallOfficers(shell.db, jurisdiction, roles, on),
      halls: () => listHalls(shell.db),
      maskedApplicants: (jurisdiction, caseIds) => maskedApplicants(shell.db, jurisdiction, caseIds),
      sealed: (paper, { number, ...of }) =>
        signByCentre(parts, paper, { ...of, reason: `${paper.title} ${number}`, seal: '电子监察专用章' }),
      fileBytes: (sha256) => files.get(sha256),
      print: async (paper, on) => (await press.renderSheet(plainSheet(paper, on, shell.demo))).pdf,
    },
    keepAWhile: (find) => recent(shell, PUBLIC_FRESH_MS, find),
    identify: (key, applicant) => subjectHashes(keeper, key, applicant),
    bell,
  };
}
