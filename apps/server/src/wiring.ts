import { millisOf } from '@yimen/kernel';
import { capped, recent } from './remembered.ts';
import { changeWorld } from './wiringChanges.ts';
import { historyOf } from './wiringHistory.ts';
import { paperWorld, sheetWorld, type PaperParts } from './wiringPapers.ts';
import { supervisionOf, type SupervisionParts } from './wiringSupervision.ts';
import { guideOf, itemInForce, type ChangeWorld, type SheetWorld } from './modules/catalogue/index.ts';
import {
  besideCases,
  caseKeys,
  createBell,
  findCase,
  maySeeCase,
  placeOf,
  readTrackingToken,
  type CaseKey,
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
  entryOfPaper,
  type PaperWorld,
} from './modules/documents/index.ts';
import { authorityNames } from './modules/network/index.ts';
import {
  colleaguesOf,
  peopleNames,
  postNames,
  standingOf,
  type PeopleWorld,
  type TrustedService,
} from './modules/people/index.ts';
import type { History, Miner } from './modules/history/index.ts';
import { ratingOf } from './modules/rating/index.ts';
import type { Supervision } from './modules/supervision/index.ts';
import type { Tracked } from './platform/http/index.ts';
import { createGroupCommit } from './platform/ledger/index.ts';
import type { Ring } from './platform/personal/index.ts';
import type { Db } from './platform/shell.ts';
import { createReceiver, type Scanner } from './platform/uploads/index.ts';

/** The pieces a composition root has made. */
export interface WiringParts extends PaperParts, SupervisionParts {
  /** Looks for viruses in uploads; absent where none is configured. */
  readonly scanner?: Scanner | undefined;
  readonly miner: Pick<Miner, 'ask'>;
  /** Keys outside the database. */
  readonly ring: Ring;
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

/** The case a tracking token opens: for the gate of the HTTP edge. */
export function trackedBy({ shell, keys }: World): (token: string) => Promise<Tracked | undefined> {
  return (token) => {
    const key = readTrackingToken(keys, token, millisOf(shell.realNow()));
    return Promise.resolve(key.ok ? key.value : undefined);
  };
}

/** What the evidence of a case, the proof of a paper and the daily sheet are made of, and who may ask for them. */
export function evidenceParts({ cases, papers, supervision }: Worlds) {
  const { db } = cases.shell;
  return {
    files: papers.files,
    papersOf: (key: CaseKey) => paperIds(db, key),
    print: supervision.near.print,
    hallName: async (jurisdiction: string) => (await papers.near.centre(jurisdiction)).name,
    entryOfPaper: (typedCode: string) => entryOfPaper(papers, typedCode),
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

/** What somebody may do is remembered of one state of the posts and authorisations; another state is another key. */
function rememberedStanding(db: Db): Neighbours['standingOf'] {
  const known = capped(STANDINGS_KEPT, (key: string) => {
    const [jurisdiction = '', person = ''] = key.split('\n');
    return standingOf(db, jurisdiction, person);
  });
  return (jurisdiction, person, asOf) =>
    asOf === undefined ? standingOf(db, jurisdiction, person) : known([jurisdiction, person, asOf].join('\n'));
}
