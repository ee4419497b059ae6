import type { PaperText } from '@yimen/core/documents';
import type { Day } from '@yimen/kernel';
import { feesOfItems, itemNames } from './modules/catalogue/index.ts';
import type { LiveCalendar } from './modules/calendar/index.ts';
import { maskedApplicants, subjectHashes, type World } from './modules/casework/index.ts';
import { listHalls } from './modules/network/index.ts';
import { colleaguesOf, hallOfficers, postsOf } from './modules/people/index.ts';
import type { Supervision } from './modules/supervision/index.ts';
import { plainSheet, type DemoCa, type Press } from './platform/documents/index.ts';
import type { FileStore } from './platform/files/index.ts';
import type { Keeper } from './platform/personal/index.ts';
import type { Shell } from './platform/shell.ts';
import { recent } from './remembered.ts';

export interface SupervisionParts {
  readonly shell: Shell;
  readonly calendar: LiveCalendar;
  readonly files: FileStore;
  readonly press: Press;
  readonly keeper: Keeper;
  readonly ca: Pick<DemoCa, 'signerFor'>;
}

const PUBLIC_FRESH_MS = 30_000;

/** Supervision reads the ledger for itself; of the others it asks only what items, posts and departments are called. */
export function supervisionOf(parts: SupervisionParts, { near, bell }: Pick<World, 'near' | 'bell'>): Supervision {
  const { shell, calendar, keeper, press, files } = parts;
  const { itemVersion, standingOf, authorityNames, peopleNames } = near;
  return {
    shell,
    near: {
      itemVersion,
      standingOf,
      authorityNames,
      peopleNames,
      colleaguesOf: (jurisdiction, authority, on) => colleaguesOf(shell.db, jurisdiction, authority, on),
      calendar: calendar.current,
      posts: (jurisdiction) => postsOf(shell.db, jurisdiction),
      itemNames: (jurisdiction, on) => itemNames(shell.db, jurisdiction, on),
      feesOfItems: (jurisdiction, itemIds) => feesOfItems(shell.db, jurisdiction, itemIds),
      hallOfficers: (jurisdiction, roles, on) => hallOfficers(shell.db, jurisdiction, roles, on),
      halls: () => listHalls(shell.db),
      maskedApplicants: (jurisdiction, caseIds) => maskedApplicants(shell.db, jurisdiction, caseIds),
      sealed: (paper, of) => sealByCentre(parts, paper, of),
      fileBytes: (sha256) => files.get(sha256),
      print: async (paper, on) => (await press.renderSheet(plainSheet(paper, on, shell.demo))).pdf,
    },
    keepAWhile: (find) => recent(shell, PUBLIC_FRESH_MS, find),
    identify: (key, applicant) => subjectHashes(keeper, key, applicant),
    bell,
  };
}

/** A paper of the centre's own, sealed as its receipts are; the same words are the same unsigned bytes. */
async function sealByCentre(
  { shell, press, ca, files }: SupervisionParts,
  paper: PaperText,
  { on, number, issuer }: { readonly on: Day; readonly number: string; readonly issuer: string },
): Promise<string> {
  const { demo } = shell;
  const seal = { holder: issuer, use: '电子监察专用章', demonstration: demo };
  const rendered = await press.renderSheet({ ...plainSheet(paper, on, demo), seal });
  const signer = await ca.signerFor({ id: 'supervision', name: issuer });
  const reason = `${paper.title} ${number}`;
  const signed = await press.signPaper(rendered, { signer, at: shell.now(), reason, location: issuer });
  return files.put(signed.pdf);
}
