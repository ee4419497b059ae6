import { flowOf } from '@yimen/core/catalogue';
import { dayOf, instantAt, type Words } from '@yimen/kernel';
import type { LiveCalendar } from './modules/calendar/index.ts';
import {
  draftsIn,
  fullVersion,
  itemInForce,
  itemsWithProcedure,
  newestDraft,
  stepNames,
} from './modules/catalogue/index.ts';
import { applicantWords, factWords, selectedCases, systemWords } from './modules/casework/index.ts';
import { createReadings, type AskedProcedure, type History, type Miner } from './modules/history/index.ts';
import { authorityNames, findHall } from './modules/network/index.ts';
import { peopleNames, postNames } from './modules/people/index.ts';
import type { Db, Shell } from './platform/shell.ts';
import { recent } from './remembered.ts';
import { signByCentre, type SigningParts } from './wiringSigned.ts';

export interface HistoryParts extends SigningParts {
  readonly calendar: LiveCalendar;
  readonly miner: Pick<Miner, 'ask'>;
}

/** Item versions never change; which are in force changes with the day. */
const NAMES_FRESH_MS = 10_000;

/** A log of the hall's own cases holds what happened to them; of the others it asks which they are and what things are called. */
export function historyOf(parts: HistoryParts): History {
  const { shell, files, calendar, miner } = parts;
  return {
    shell,
    files,
    miner,
    minings: createReadings(),
    conformances: createReadings(),
    near: {
      calendar: calendar.current,
      factWords,
      stepNames: recent(shell, NAMES_FRESH_MS, (jurisdiction) => stepNames(shell.db, jurisdiction, dayOf(shell.now()))),
      procedures: recent(shell, NAMES_FRESH_MS, (jurisdiction) =>
        itemsWithProcedure(shell.db, jurisdiction, dayOf(shell.now())),
      ),
      procedure: (jurisdiction, asked) => publishedProcedure(shell, jurisdiction, asked),
      selectedCases: (tx, { from, to, ...selection }) =>
        selectedCases(tx, { ...selection, from: instantAt(from, '00:00'), before: instantAt(to, '24:00') }),
      signed: (paper, of) => signByCentre(parts, paper, { ...of, reason: paper.title }),
      hallName: async (jurisdiction) => (await findHall(shell.db, jurisdiction))?.name ?? '',
      departments: (jurisdiction) => authorityNames(shell.db, jurisdiction),
      drafted: async (jurisdiction) =>
        [...(await draftsIn(shell.db, jurisdiction))].map(([itemId, { content }]) => ({ itemId, name: content.name })),
      draft: (jurisdiction, itemId) => proposedVersion(shell, jurisdiction, itemId),
      doers: (jurisdiction, posts) => doers(shell.db, jurisdiction, posts),
      personName: async (jurisdiction, person) =>
        (await peopleNames(shell.db, jurisdiction, [person])).get(person) ?? person,
    },
  };
}

/** What is in force of an item, and what is proposed. */
async function proposedVersion({ db, now }: Shell, jurisdiction: string, itemId: string) {
  const [base, draft] = [
    await itemInForce(db, jurisdiction, itemId, dayOf(now())),
    await newestDraft(db, { jurisdiction, itemId }),
  ];
  return base === undefined || draft === undefined ? undefined : { base, next: draft.content };
}

/** Posts by their names, which are Chinese and stay so; an applicant and the system hold none. */
async function doers(db: Db, jurisdiction: string, posts: readonly string[]): Promise<ReadonlyMap<string, Words>> {
  const names = await postNames(db, jurisdiction, posts);
  const known = new Map([...names].map(([post, name]): [string, Words] => [post, { zh: name, en: name }]));
  const others = [['applicant', applicantWords] as const, ['system', systemWords] as const];
  return new Map([...known, ...others.filter(([kind]) => posts.includes(kind))]);
}

/** The flowchart of an item version, as everybody sees it. */
async function publishedProcedure({ db, now }: Shell, jurisdiction: string, { itemId, version }: AskedProcedure) {
  const item =
    version === undefined
      ? await itemInForce(db, jurisdiction, itemId, dayOf(now()))
      : await fullVersion(db, { jurisdiction, itemId, version });
  if (item === undefined) return undefined;
  const names = await authorityNames(db, jurisdiction);
  const flow = flowOf(item, (authority) => names.get(authority) ?? authority);
  return { itemId, version: item.version, name: item.name, flow };
}
