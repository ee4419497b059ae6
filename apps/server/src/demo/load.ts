import { dayOf, type Instant, type Result } from '@yimen/kernel';
import {
  accounts,
  anyang,
  applicantOf,
  approvalOffices,
  authorisations,
  centre,
  countyAccount,
  countyCentre,
  countyDepartments,
  countyItems,
  countyStaff,
  delegations,
  demoPassword,
  demoTotpPeople,
  demoTotpSecret,
  departments,
  items,
  people,
  posts,
  postings,
  ratingInstant,
  scenarios,
  scheduleOf,
  tangyin,
  windows,
  type Scenario,
  type ScheduledAct,
} from '@yimen/demo';
import type { ServiceItem } from '@yimen/core/catalogue';
import { keepAdoption, publish } from '../modules/catalogue/index.ts';
import { actOnCase, findCase, type Performer, type World } from '../modules/casework/index.ts';
import { loadNetwork } from '../modules/network/index.ts';
import { giveTotp, loadPeople } from '../modules/people/index.ts';
import { rateCase } from '../modules/rating/index.ts';
import type { Shell, Tx } from '../platform/shell.ts';
import { wire, type WiringParts } from '../wiring.ts';
import { demoCaseId } from './caseId.ts';
import { markAsDemo } from './clock.ts';
import { handInDemoLedgers } from './ledger.ts';

/** Told while the hall is being built, for the person who waits. */
export type DemoProgress = (done: number, of: number) => void;

/** What was loaded. */
export interface DemoLoaded {
  readonly cases: number;
  readonly acts: number;
}

/**
 * Builds the demonstration hall: network, people and items through their modules, then every scenario by its real acts
 * in order of time, each at its own past instant. Nothing of a case is written directly; what the law refuses throws,
 * for then the scenario is wrong. Papers are asked for by the acts as always and made by the worker.
 */
export async function loadDemo(parts: WiringParts, progress: DemoProgress = () => undefined): Promise<DemoLoaded> {
  const { shell } = parts;
  const loadedAt = shell.now();
  await loadDemoHall(shell);
  for (const person of demoTotpPeople) await giveTotp(parts, { jurisdiction: anyang, person }, demoTotpSecret);
  let clock = loadedAt;
  const past: Shell = { ...shell, now: () => clock };
  const world = (await wire({ ...parts, shell: past })).cases;
  const calendar = await parts.calendar.current();
  const plan = scenarios.flatMap((scenario) =>
    scheduleOf(scenario, dayOf(loadedAt), calendar).map((act, at) => ({ scenario, act, at })),
  );
  const ordered = plan.toSorted((left, right) => order(left.act.at, right.act.at) || left.at - right.at);
  for (const [done, { scenario, act, at }] of ordered.entries()) {
    clock = act.at;
    await run(world, scenario, act, at);
    progress(done + 1, ordered.length);
  }
  for (const scenario of scenarios.filter(({ rating }) => rating !== undefined)) {
    clock = ratingInstant(scheduleOf(scenario, dayOf(loadedAt), calendar)) ?? loadedAt;
    await rateScenario(world, scenario);
  }
  await handInDemoLedgers(parts, loadedAt);
  await loadDemoCounty(shell);
  await markAsDemo(shell.db, loadedAt);
  return { cases: scenarios.length, acts: ordered.length };
}

const order = (left: Instant, right: Instant): number => (left < right ? -1 : left > right ? 1 : 0);

/** The hall without any case: network, people with their authorisations and accounts, items. */
export async function loadDemoHall(shell: Pick<Shell, 'db' | 'now'>): Promise<void> {
  await shell.db.transaction().execute((tx) => loadMasterData(tx, shell.now()));
}

async function loadMasterData(tx: Tx, at: Instant): Promise<void> {
  await loadNetwork(tx, {
    hall: { ...centre, divisionName: '河南省安阳市', demonstration: true },
    departments,
    offices: approvalOffices,
    windows,
    stations: [],
  });
  const logins = accounts.map(({ userName, person }) => ({
    person,
    username: userName,
    password: demoPassword,
    demonstration: true,
  }));
  const staff = { people, posts, postings, delegations, authorisations, accounts: logins };
  await loadPeople(tx, anyang, staff, at);
  for (const item of items) {
    const published = await publish(tx, { ...item, availability: 'applicable' }, 'demonstration');
    if (!published.ok) throw new Error(`demonstration item ${item.id}: ${JSON.stringify(published.error)}`);
  }
}

/** The county's hall under the city: its list is adopted from the city's first versions, by one editor. */
export async function loadDemoCounty(shell: Pick<Shell, 'db' | 'now'>): Promise<void> {
  await shell.db.transaction().execute(async (tx) => {
    const hall = { ...countyCentre, divisionName: '河南省安阳市汤阴县', demonstration: true };
    await loadNetwork(tx, { hall, departments: countyDepartments, offices: [], windows: [], stations: [] });
    const { people, posts, postings } = countyStaff;
    const { person, userName: username } = countyAccount;
    const account = { person, username, password: demoPassword, demonstration: true };
    const papers = { delegations: [], authorisations: [] };
    await loadPeople(tx, tangyin, { people, posts, postings, ...papers, accounts: [account] }, shell.now());
    for (const item of countyItems) await loadAdopted(tx, item);
  });
}

async function loadAdopted(tx: Tx, item: ServiceItem): Promise<void> {
  const published = await publish(tx, item, 'demonstration');
  if (!published.ok) throw new Error(`demonstration item ${item.id}: ${JSON.stringify(published.error)}`);
  const from = { jurisdiction: anyang, itemId: item.id };
  await keepAdoption(tx, { jurisdiction: tangyin, itemId: item.id }, { ...from, version: 1 });
}

async function run(world: World, scenario: Scenario, { by, command }: ScheduledAct, at: number): Promise<void> {
  const key = { jurisdiction: anyang, caseId: demoCaseId(scenario.key) };
  const done = await actOnCase(world, {
    key,
    commandId: `demo-${scenario.key}-${String(at)}`,
    commands: [command],
    by: await performer(world, scenario, by),
  });
  // A load that was interrupted and goes on another day finds its earlier acts under other dates: they stand.
  if (!done.ok && done.error.why !== 'command_reused') throw failure(scenario, command.type, done);
}

async function performer(world: World, scenario: Scenario, by: string): Promise<Performer> {
  if (by === 'applicant') return { kind: 'applicant', name: applicantOf(scenario.applicant).name };
  if (by === 'system') return { kind: 'system', name: 'timer' };
  const standing = await world.near.standingOf(anyang, by);
  if (standing === undefined) throw new Error(`nobody called ${by} works in the demonstration`);
  return { kind: 'officer', standing };
}

async function rateScenario(world: World, { key: name, rating }: Scenario): Promise<void> {
  const key = { jurisdiction: anyang, caseId: demoCaseId(name) };
  const row = await findCase(world.shell.db, key);
  if (row === undefined || rating === undefined) throw new Error(`scenario ${name} has nothing to rate`);
  const rated = await rateCase(
    world.shell,
    { ...key, state: row.state, sealed: (text) => text },
    rating,
    `demo-${name}-rating`,
  );
  if (!rated.ok) throw new Error(`scenario ${name} could not be rated: ${rated.error.code}`);
}

function failure(scenario: Scenario, act: string, { error }: Extract<Result<never, unknown>, { ok: false }>): Error {
  return new Error(`scenario ${scenario.key} could not ${act}: ${JSON.stringify(error)}`);
}
