import { dayOf } from '@yimen/kernel';
import {
  clockFacts,
  clockRules,
  evolve,
  initialState,
  liveOf,
  type Actor,
  type CaseEntry,
  type CaseFact,
  type CaseState,
} from '@yimen/core/casework';
import type { Calendar } from '@yimen/core/calendar';
import type { ServiceItem } from '@yimen/core/catalogue';
import { clocksOf, dueAfter, type Clock } from '@yimen/core/clock';
import { readStream, type StoredEntry } from '../../platform/ledger/index.ts';
import type { Due, Dues, EarlierPaper, PaperMatter } from './content/index.ts';
import { placeOf, type CaseKey, type PaperWorld } from './world.ts';

/** The history of one case, folded as far as each paper needs. */
export interface CaseHistory {
  readonly item: ServiceItem;
  readonly entries: readonly CaseEntry[];
  /** As it stands now, ended or not. */
  readonly now: CaseState;
  readonly at: (revision: number) => Pick<PaperMatter, 'entry' | 'entryHash' | 'live' | 'item' | 'dues'>;
  readonly common: Pick<PaperMatter, 'item' | 'department' | 'centre' | 'postName' | 'queryCode'>;
}

export async function readHistory(world: PaperWorld, key: CaseKey): Promise<CaseHistory> {
  const stored = await readStream(world.shell.db, { jurisdiction: key.jurisdiction, stream: `case:${key.caseId}` });
  const entries = stored.map((entry) => entryOf(world.keeper.openWithin(entry, placeOf(key))));
  const filed = entries[0]?.fact;
  if (filed?.type !== 'applicationFiled') throw new Error(`case ${key.caseId} does not begin with its filing`);
  const moved = entries.flatMap(({ fact }) => (fact.type === 'versionMoved' ? [fact.to] : []));
  const items = new Map<number, ServiceItem>();
  for (const version of [filed.itemVersion, ...moved])
    items.set(version, await world.near.itemVersion(key.jurisdiction, filed.itemId, version));
  const item = itemOf(items, moved.at(-1) ?? filed.itemVersion);
  const posts = entries.flatMap(({ actor }) => (actor.kind === 'officer' ? [actor.post] : []));
  const [calendar, department, centre, names] = await Promise.all([
    world.near.calendar(),
    world.near.department(key.jurisdiction, item.authority),
    world.near.centre(key.jurisdiction),
    world.near.postNames(key.jurisdiction, [...new Set(posts)]),
  ]);
  const postName = (post: string): string => names.get(post) ?? post;
  const common = { item, department, centre, postName, queryCode: world.near.queryCode(key) };
  const now = entries.reduce(evolve, initialState);
  const at: CaseHistory['at'] = (revision) => ({
    ...standAt(entries, revision, items, calendar),
    entryHash: stored[revision - 1]?.hash ?? '',
  });
  return { item, entries, common, now, at };
}

function entryOf({ type, body, revision, at, actor }: StoredEntry): CaseEntry {
  const fact = { type, ...(body as object) } as CaseFact;
  return { revision, at, actor: actor as unknown as Actor, fact };
}

type Versions = ReadonlyMap<number, ServiceItem>;

function itemOf(items: Versions, version: number): ServiceItem {
  const item = items.get(version);
  if (item === undefined) throw new Error(`the case was never under version ${String(version)}`);
  return item;
}

/** The case as it stood at an entry, with the version it was under then: a paper says what held on its day. */
function standAt(entries: readonly CaseEntry[], revision: number, items: Versions, calendar: Calendar) {
  const until = entries.slice(0, revision);
  const entry = until.at(-1);
  const state = until.reduce(evolve, initialState);
  const live = liveOf(state);
  if (entry === undefined || live === undefined) throw new Error(`no revision ${String(revision)}`);
  const item = itemOf(items, live.application.itemVersion);
  return { entry, live, item, dues: duesAt(state, entry, item, calendar) };
}

function duesAt(state: CaseState, entry: CaseEntry, item: ServiceItem, calendar: Calendar): Dues {
  const facts = clockFacts(state, item);
  if (facts === undefined) return {};
  const clocks = clocksOf(facts, clockRules(item), calendar, entry.at);
  const due = (kind: Clock['kind']): Due | undefined => {
    const clock = clocks.find((one) => one.kind === kind);
    return clock?.due === undefined ? undefined : { due: clock.due, provisional: clock.provisional };
  };
  const statutory = clocks.find(({ kind }) => kind === 'decisionStatutory');
  const parts = {
    acceptance: due('acceptanceAfterCorrection') ?? due('acceptance'),
    statutory: due('decisionStatutory'),
    promised: due('decisionPromised'),
    delivery: due('delivery'),
  };
  return {
    ...(parts.acceptance === undefined ? {} : { acceptance: parts.acceptance }),
    ...(parts.statutory === undefined || statutory?.counting === undefined
      ? {}
      : { statutory: { ...parts.statutory, beforeExtension: unextended(statutory.counting, calendar, entry) } }),
    ...(parts.promised === undefined ? {} : { promised: parts.promised }),
    ...(parts.delivery === undefined ? {} : { delivery: parts.delivery }),
  };
}

function unextended(counting: NonNullable<Clock['counting']>, calendar: Calendar, entry: CaseEntry) {
  return dueAfter({ ...counting, extension: undefined }, calendar, { today: dayOf(entry.at) }).due;
}

export function matterOf(history: CaseHistory, revision: number, earlier: readonly EarlierPaper[]): PaperMatter {
  return { ...history.common, ...history.at(revision), earlier };
}
