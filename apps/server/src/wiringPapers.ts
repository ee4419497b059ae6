import type { LiveCalendar } from './modules/calendar/index.ts';
import { itemVersion, type SheetWorld } from './modules/catalogue/index.ts';
import { queryCodeOf, type CaseKeys } from './modules/casework/index.ts';
import type { Body, PaperWorks, PaperWorld } from './modules/documents/index.ts';
import { authorityNames, departmentsOf, findHall, listHalls } from './modules/network/index.ts';
import { postNames } from './modules/people/index.ts';
import type { DemoCa, Handout, Press } from './platform/documents/index.ts';
import type { FileStore } from './platform/files/index.ts';
import type { Keeper } from './platform/personal/index.ts';
import type { Shell } from './platform/shell.ts';
import { capped } from './remembered.ts';

export interface PaperParts {
  readonly shell: Shell;
  readonly calendar: LiveCalendar;
  readonly files: FileStore;
  readonly press: Press;
  /** What seals personal data. */
  readonly keeper: Keeper;
  readonly ca: Pick<DemoCa, 'signerFor'>;
  /** Where the public reaches the portal, without a slash at the end. */
  readonly origin: string;
}

const ITEMS_KEPT = 500;

/** What papers are made of, how they are printed and sealed, and who stands on them. */
export function paperWorld(parts: PaperParts, keys: CaseKeys): PaperWorld {
  const { shell, files, calendar, origin, keeper } = parts;
  const { db } = shell;
  const items = capped(ITEMS_KEPT, (key: string) => {
    const [jurisdiction = '', itemId = '', version = ''] = key.split('\n');
    return itemVersion(db, jurisdiction, itemId, Number(version));
  });
  return {
    shell,
    files,
    keeper,
    works: worksOf(parts),
    verifyAt: `${origin}/verify`,
    near: {
      itemVersion: (jurisdiction, itemId, version) => items([jurisdiction, itemId, String(version)].join('\n')),
      calendar: calendar.current,
      department: (jurisdiction, authority) => departmentBody(shell, jurisdiction, authority),
      centre: (jurisdiction) => centreBody(shell, jurisdiction),
      postNames: (jurisdiction, posts) => postNames(db, jurisdiction, posts),
      queryCode: (key) => queryCodeOf(keys, key),
    },
  };
}

function worksOf({ press, ca }: PaperParts): PaperWorks {
  return {
    print: (paper) => press.renderPaper(paper),
    seal: async (paper, { holder, at, reason }) => {
      const signer = await ca.signerFor(holder);
      return press.signPaper(await press.renderPaper(paper), { signer, at, reason, location: holder.name });
    },
  };
}

async function departmentBody({ db }: Shell, jurisdiction: string, authority: string): Promise<Body> {
  const department = (await departmentsOf(db, jurisdiction)).get(authority);
  if (department === undefined) throw new Error(`no department ${jurisdiction}/${authority}`);
  const { name, shortName, phone = '' } = department;
  return { name, shortName, phone, address: '' };
}

/** The centre has no short name of its own; its receipts are numbered under its name. */
async function centreBody({ db }: Shell, jurisdiction: string): Promise<Body> {
  const hall = await findHall(db, jurisdiction);
  if (hall === undefined) throw new Error(`no hall ${jurisdiction}`);
  return { name: hall.name, shortName: hall.name, phone: hall.phone, address: hall.address };
}

/** Sheets of the same content are the same bytes; as many as are asked for in a morning are kept, 15 MB at most. */
const SHEETS_KEPT = 100;

/** Guides, notices and checklists on paper. */
export function sheetWorld({ shell, press, origin }: PaperParts): SheetWorld {
  const { db } = shell;
  // The key is the whole content: JSON made by this very function.
  const printed = capped(SHEETS_KEPT, (key: string) => press.renderHandout(JSON.parse(key) as Handout));
  return {
    shell,
    origin,
    near: { halls: () => listHalls(db), authorityNames: (jurisdiction) => authorityNames(db, jurisdiction) },
    print: (handout) => printed(JSON.stringify(handout)),
  };
}
