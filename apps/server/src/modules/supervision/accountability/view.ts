import type { AccountabilityChoice, AccountabilityList, AccountabilityRow, AccountabilityView } from '@yimen/contract';
import { roleWords } from '@yimen/core/people';
import {
  accountabilityActs,
  accountabilityPhases,
  accountabilityPoints,
  groundSources,
  outcomes,
  responsibilityLevels,
  type Accountability,
  type GroundSource,
  type OutcomeKind,
  type ResponsibilityLevel,
} from '@yimen/core/supervision';
import { sql, type RawBuilder } from 'kysely';
import { readStream } from '../../../platform/ledger/index.ts';
import { findCard } from '../cardStore.ts';
import { namedCards } from '../namedCards.ts';
import { findProposal } from '../proposals/store.ts';
import type { Asking } from '../sight.ts';
import { todayOf, type Supervision } from '../world.ts';
import { dictionaryOf } from './dictionaries.ts';
import { accountLine } from './life.ts';
import { mayReadAccount } from './sight.ts';
import { accountStream, findAccount, type AccountRecord } from './store.ts';

const MOST = 200;

interface Row {
  readonly accountId: string;
  readonly account: Accountability;
}

function rowView({ accountId, account }: Row, names: ReadonlyMap<string, string>): AccountabilityRow {
  const { opened, phase, outcome, found, appealBy } = account;
  const until = { statement: found?.stateBy, appealable: appealBy }[phase as string];
  return {
    accountId,
    number: opened.number,
    subjectName: opened.subjectName,
    authorityName: opened.authority === null ? '政务服务中心' : (names.get(opened.authority) ?? opened.authority),
    levelName: responsibilityLevels[opened.level],
    openedOn: opened.openedOn,
    phase,
    phaseName: accountabilityPhases[phase],
    outcomeName: outcome === undefined ? null : outcomes[outcome].name,
    until: until ?? null,
  };
}

/** Of which rows somebody may be told anything; what is left is judged one by one. */
function scope({ actor }: Asking): RawBuilder<unknown> {
  const all = actor.roles.includes('supervisor') || actor.roles.includes('leadingGroup');
  if (all) return sql`true`;
  const own = actor.roles.includes('authorityHead') ? [...actor.authorities] : [];
  const centre = actor.roles.includes('dutyManager');
  return sql`(subject = ${actor.person} or authority = any(${own}::text[]) or (${centre} and authority is null))`;
}

/** Cases this person may read: all of the hall, those they decide, or those about themselves; newest first. */
export async function accountsOf(world: Supervision, asking: Asking): Promise<AccountabilityList> {
  const { jurisdiction, actor } = asking;
  const names = await world.near.authorityNames(jurisdiction);
  const { rows } = await sql<AccountRecord>`select account_id, account from supervision.accountability
    where jurisdiction = ${jurisdiction} and ${scope(asking)}
    order by opened_on desc, serial desc limit ${MOST}`.execute(world.shell.db);
  return {
    rows: rows
      .filter(({ account }) => mayReadAccount(actor, account))
      .map(({ account_id: accountId, account }) => rowView({ accountId, account }, names)),
    mayOpen: actor.roles.includes('supervisor'),
  };
}

/** A case whole, with what this person may do now; undefined where there is none for them. */
export async function viewAccount(
  world: Supervision,
  asking: Asking,
  accountId: string,
): Promise<AccountabilityView | undefined> {
  const { jurisdiction, actor } = asking;
  const account = await findAccount(world.shell.db, jurisdiction, accountId);
  if (account === undefined || !mayReadAccount(actor, account)) return undefined;
  const names = await world.near.authorityNames(jurisdiction);
  const dictionary = await dictionaryOf(world, jurisdiction);
  const entries = await readStream(world.shell.db, { jurisdiction, stream: accountStream(accountId) });
  const context = { today: todayOf(world), calendar: await world.near.calendar(), actor, dictionary };
  const acts = accountabilityActs(account, context);
  const { opened, found } = account;
  return {
    ...rowView({ accountId, account }, names),
    lead: opened.lead,
    cards: await namedCards(world, asking, opened.cards),
    proposals: await proposalsOn(world, jurisdiction, opened.proposals),
    grounds: (opened.grounds ?? []).map(({ source, reference }) => ({ name: groundSources[source], reference })),
    kinds: [...(found?.kinds ?? [])],
    findings: found?.findings ?? null,
    deciderName: roleWords[opened.decider],
    points: accountabilityPoints(account),
    life: entries.map(accountLine),
    acts: [...acts],
    outcomes: choosable(account),
    dictionary: acts.includes('find') ? [...dictionary.kinds] : [],
  };
}

/** Never heavier than what stands; everything before anything was told. */
function choosable({ phase, outcome }: Accountability): AccountabilityView['outcomes'] {
  const most = phase === 'lead' || outcome === undefined ? Infinity : outcomes[outcome].weight;
  return (Object.keys(outcomes) as OutcomeKind[])
    .filter((kind) => outcomes[kind].weight <= most)
    .map((kind) => ({ outcome: kind, name: outcomes[kind].name, article: outcomes[kind].article }));
}

async function proposalsOn(world: Supervision, jurisdiction: string, ids: readonly string[]) {
  const found = await Promise.all(ids.map((id) => findProposal(world.shell.db, jurisdiction, id)));
  return found.flatMap((one, at) =>
    one === undefined ? [] : [{ proposalId: ids[at] ?? '', number: one.issued.number }],
  );
}

/** About whom a card may become a case: the officers it names first, then their colleagues. */
export async function choiceFrom(
  world: Supervision,
  asking: Asking,
  cardId: string,
): Promise<AccountabilityChoice | undefined> {
  const { jurisdiction } = asking;
  const row = await findCard(world.shell.db, jurisdiction, cardId);
  const [card] = row === undefined ? [] : await namedCards(world, asking, [cardId]);
  if (row === undefined || card === undefined) return undefined;
  const { responsible, matter } = row.card.raised;
  const named = new Set<string>(responsible);
  const names = await world.near.peopleNames(jurisdiction, [...named]);
  const colleagues = await world.near.colleaguesOf(jurisdiction, matter.authority, todayOf(world));
  const posts = new Map(colleagues.map(({ person, post }) => [person, post]));
  const others = colleagues.filter(({ person }) => !named.has(person));
  return {
    card,
    departments: [],
    people: [
      ...[...names].map(([person, name]) => ({ person, name, post: posts.get(person) ?? '', named: true })),
      ...others.map((one) => ({ ...one, named: false })),
    ],
    ...CHOICES,
  };
}

const CHOICES: Pick<AccountabilityChoice, 'levels' | 'sources'> = {
  levels: (Object.keys(responsibilityLevels) as ResponsibilityLevel[]).map((level) => ({
    level,
    name: responsibilityLevels[level],
  })),
  sources: (Object.keys(groundSources) as GroundSource[]).map((source) => {
    const { reference, ...name } = groundSources[source];
    return { source, name, reference };
  }),
};

/** The centre's own staff, as a department among the others. */
const CENTRE = { authority: 'centre', name: '政务服务中心' } as const;

/** About whom a case may be opened on another ground than a card: the people of one department, or of the centre. */
export async function choiceOf(
  world: Supervision,
  { jurisdiction }: Asking,
  authority: string,
): Promise<AccountabilityChoice> {
  const departments = [...(await world.near.authorityNames(jurisdiction))].map(([id, name]) => ({
    authority: id,
    name,
  }));
  const of = authority === CENTRE.authority ? null : authority;
  const people = await world.near.colleaguesOf(jurisdiction, of, todayOf(world));
  return { departments: [CENTRE, ...departments], people: people.map((one) => ({ ...one, named: false })), ...CHOICES };
}
