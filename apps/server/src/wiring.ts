import type { PaperText } from '@yimen/core/documents';
import { instantAt, millisOf, type Day } from '@yimen/kernel';
import { capped, recent } from './remembered.ts';
import { changeWorld } from './wiringChanges.ts';
import {
  guideOf,
  itemInForce,
  itemNames,
  itemVersion,
  type ChangeWorld,
  type SheetWorld,
} from './modules/catalogue/index.ts';
import type { LiveCalendar } from './modules/calendar/index.ts';
import {
  besideCases,
  caseKeys,
  createBell,
  factWords,
  findCase,
  maskedApplicants,
  maySeeCase,
  placeOf,
  queryCodeOf,
  readTrackingToken,
  selectedCases,
  subjectHashes,
  type CaseKey,
  type CaseKeys,
  type Neighbours,
  type World,
} from './modules/casework/index.ts';
import {
  besidePapers,
  askAgain,
  caseFilePdf,
  findPaperFile,
  paperIds,
  papersOf,
  paperWishes,
  revokePapers,
  type Body,
  type PaperWorks,
  type PaperWorld,
} from './modules/documents/index.ts';
import { authorityNames, departmentsOf, findHall, listHalls } from './modules/network/index.ts';
import {
  colleaguesOf,
  peopleNames,
  postNames,
  standingOf,
  type PeopleWorld,
  type TrustedService,
} from './modules/people/index.ts';
import { createMinings, type History, type Miner } from './modules/history/index.ts';
import { ratingOf } from './modules/rating/index.ts';
import type { Supervision } from './modules/supervision/index.ts';
import { plainSheet, type DemoCa, type Handout, type Press } from './platform/documents/index.ts';
import type { FileStore } from './platform/files/index.ts';
import type { Tracked } from './platform/http/index.ts';
import { createGroupCommit } from './platform/ledger/index.ts';
import type { Keeper, Ring } from './platform/personal/index.ts';
import type { Db, Shell } from './platform/shell.ts';
import { createReceiver, type Scanner } from './platform/uploads/index.ts';

/** The pieces a composition root has made. */
export interface WiringParts {
  readonly shell: Shell;
  readonly calendar: LiveCalendar;
  readonly files: FileStore;
  /** Looks for viruses in uploads; absent where none is configured. */
  readonly scanner?: Scanner | undefined;
  readonly press: Press;
  readonly miner: Pick<Miner, 'ask'>;
  /** Keys outside the database, and what seals personal data with them. */
  readonly ring: Ring;
  readonly keeper: Keeper;
  readonly ca: Pick<DemoCa, 'signerFor'>;
  /** Where the public reaches the portal, without a slash at the end. */
  readonly origin: string;
  /** The sign-in service staff may come by; absent where none is configured. */
  readonly trusted?: TrustedService | undefined;
}

/** Each module with everything it asks of the others. */
export interface Worlds {
  readonly people: PeopleWorld;
  readonly cases: World;
  readonly papers: PaperWorld;
  readonly supervision: Supervision;
  readonly sheets: SheetWorld;
  readonly changes: ChangeWorld;
  readonly history: History;
}

/** Ties the modules together: each gets functions, none reaches into another. */
export function wire(parts: WiringParts): Promise<Worlds> {
  const { shell, files, ring, keeper } = parts;
  const keys = caseKeys(ring);
  const papers = paperWorld(parts, keys);
  const pen = createGroupCommit(shell.db, [...besideCases, ...besidePapers]);
  const cases: World = {
    shell,
    keys,
    keeper,
    files,
    pen,
    bell: createBell(),
    near: neighbours(parts, papers),
    ...uploadsOf(parts),
  };
  const people = { shell, keeper, origins: originsOf(parts.origin), trusted: parts.trusted };
  return Promise.resolve({
    cases,
    papers,
    people,
    supervision: supervisionOf(parts, cases),
    sheets: sheetWorld(parts),
    changes: changeWorld(parts, cases),
    history: historyOf(parts),
  });
}

/** A server that listens on this machine alone is reached by its number and by its name. */
function originsOf(origin: string): readonly string[] {
  return [origin, origin.replace('//127.0.0.1', '//localhost')];
}

const uploadsOf = ({ scanner }: WiringParts) => ({ scanner, receiver: createReceiver() });

/** Supervision reads the ledger for itself; of the others it asks only what items, posts and departments are called. */
function supervisionOf(parts: WiringParts, { near, bell }: World): Supervision {
  const { shell, calendar, keeper, press, files } = parts;
  const { itemVersion, standingOf, authorityNames, peopleNames, colleaguesOf } = near;
  return {
    shell,
    near: {
      itemVersion,
      standingOf,
      authorityNames,
      peopleNames,
      colleaguesOf,
      calendar: calendar.current,
      itemNames: (jurisdiction, on) => itemNames(shell.db, jurisdiction, on),
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
  { shell, press, ca, files }: WiringParts,
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

/** A log of the hall's own cases holds what happened to them; of the others it asks which they are and what things are called. */
function historyOf({ shell, files, calendar, miner }: WiringParts): History {
  return {
    shell,
    files,
    miner,
    minings: createMinings(),
    near: {
      calendar: calendar.current,
      factWords,
      selectedCases: (tx, { from, to, ...selection }) =>
        selectedCases(tx, { ...selection, from: instantAt(from, '00:00'), before: instantAt(to, '24:00') }),
      personName: async (jurisdiction, person) =>
        (await peopleNames(shell.db, jurisdiction, [person])).get(person) ?? person,
    },
  };
}

/** The case a tracking token opens: for the gate of the HTTP edge. */
export function trackedBy({ shell, keys }: World): (token: string) => Promise<Tracked | undefined> {
  return (token) => {
    const key = readTrackingToken(keys, token, millisOf(shell.realNow()));
    return Promise.resolve(key.ok ? key.value : undefined);
  };
}

/** What the evidence of a case is made of, and who may ask for it. */
export function evidenceParts({ cases, papers }: Worlds) {
  const { db } = cases.shell;
  return {
    files: papers.files,
    papersOf: (key: CaseKey) => paperIds(db, key),
    seenBy: (key: CaseKey, person: string) => maySeeCase(cases, key, person),
  };
}

/** The case somebody wants to rate, as the rating module asks for it. */
export function ratedCase({ shell, keeper }: World) {
  return async (key: CaseKey) => {
    const row = await findCase(shell.db, key);
    return row === undefined
      ? undefined
      : {
          ...key,
          number: row.number,
          state: row.state,
          sealed: (text: string) => keeper.sealWithin(text, placeOf(key)),
        };
  };
}

/** Item versions never change; names of departments hardly ever do. */
const NAMES_FRESH_MS = 10_000;
const PUBLIC_FRESH_MS = 30_000;
const ITEMS_KEPT = 500;
const STANDINGS_KEPT = 2000;

function neighbours({ shell, calendar }: WiringParts, papers: PaperWorld): Neighbours {
  const { db } = shell;
  const names = recent(shell, NAMES_FRESH_MS, (jurisdiction: string) => authorityNames(db, jurisdiction));
  return {
    itemInForce: (jurisdiction, itemId, on) => itemInForce(db, jurisdiction, itemId, on),
    itemVersion: papers.near.itemVersion,
    guideOf: async (item) => guideOf({ ...item, availability: 'applicable' }, await names(item.jurisdiction)),
    calendar: calendar.current,
    standingOf: rememberedStanding(db),
    colleaguesOf: (jurisdiction, authority, on) => colleaguesOf(db, jurisdiction, authority, on),
    peopleNames: (jurisdiction, people) => peopleNames(db, jurisdiction, people),
    postNames: (jurisdiction, posts) => postNames(db, jurisdiction, posts),
    authorityNames: names,
    paperRows: (key, wishes, at) => paperWishes(key, wishes, { at, newId: shell.newId }),
    revokePapers,
    papersOf: (key) => papersOf(db, key),
    paperFile: (key, paperId) => findPaperFile(papers, key, paperId),
    paperAgain: (key, paperId) => askAgain(papers, key, paperId),
    caseFile: (key, by) => caseFilePdf(papers, key, by),
    ratingOf: (key) => ratingOf(shell, key),
  };
}

/** Sheets of the same content are the same bytes; as many as are asked for in a morning are kept, 15 MB at most. */
const SHEETS_KEPT = 100;

function sheetWorld({ shell, press, origin }: WiringParts): SheetWorld {
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

/** What somebody may do is remembered of one state of the posts and authorisations; another state is another key. */
function rememberedStanding(db: Db): Neighbours['standingOf'] {
  const known = capped(STANDINGS_KEPT, (key: string) => {
    const [jurisdiction = '', person = ''] = key.split('\n');
    return standingOf(db, jurisdiction, person);
  });
  return (jurisdiction, person, asOf) =>
    asOf === undefined ? standingOf(db, jurisdiction, person) : known([jurisdiction, person, asOf].join('\n'));
}

function paperWorld(parts: WiringParts, keys: CaseKeys): PaperWorld {
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

function worksOf({ press, ca }: WiringParts): PaperWorks {
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
