import { jurisdiction } from '@yimen/core/people';
import {
  anyang,
  authorisations,
  centre,
  delegations,
  demoPassword,
  departments,
  items,
  people,
  posts,
  postings,
} from '@yimen/demo';
import { openDemoClock } from '../../demo/index.ts';
import { markAsDemo } from '../../demo/clock.ts';
import { publish } from '../../modules/catalogue/index.ts';
import { loadNetwork } from '../../modules/network/index.ts';
import { loadPeople } from '../../modules/people/index.ts';
import { buildHttp, type App, type RoutePolicy } from '../../platform/http/index.ts';
import { routesOf } from '../../server.ts';
import { trackedBy } from '../../wiring.ts';
import { openHall, staffCalled, type TestHall } from '../hall.ts';
import { castOf, type Caller } from './callers.ts';
import { authorityOf, clerkFor, sow, type Seed, type Seeded } from './cases.ts';

const OTHER_TOWN = jurisdiction('410502');
const OWN = 'construction-permit';

/** Two towns, two departments, five companies; every route there is; and everybody who may ask. */
export interface Matrix {
  readonly hall: TestHall;
  readonly app: App;
  readonly policies: readonly RoutePolicy[];
  readonly cases: readonly Seeded[];
  readonly callers: readonly Caller[];
  readonly close: () => Promise<void>;
}

export async function openMatrix(): Promise<Matrix> {
  const hall = await openHall();
  const { app, policies } = await serveAll(hall);
  const other = items.find(
    ({ authority, serves }) =>
      authority !== authorityOf(OWN) && serves.includes('organisation') && clerkFor(authority) !== undefined,
  );
  if (other === undefined) throw new Error('the demonstration has one department only');
  await openOtherTown(hall);
  const seeds: readonly Seed[] = [
    { label: 'own, accepted', jurisdiction: anyang, itemId: OWN, last: 'accept' },
    { label: 'own, correction', jurisdiction: anyang, itemId: OWN, last: 'notifyCorrection' },
    { label: 'own, ended', jurisdiction: anyang, itemId: OWN, last: 'withdraw' },
    { label: 'other department', jurisdiction: anyang, itemId: other.id, last: 'accept' },
    { label: 'other town', jurisdiction: OTHER_TOWN, itemId: OWN, last: 'accept' },
  ];
  const cases: Seeded[] = [];
  for (const seed of seeds) cases.push(await sow({ hall, app }, seed));
  const casting = { own: authorityOf(OWN), halls: [anyang, OTHER_TOWN], today: hall.today() } as const;
  const close = async (): Promise<void> => {
    await app.close();
    await hall.close();
  };
  return { hall, app, policies, cases, callers: castOf(casting, cases), close };
}

/** Every route of the product, the demonstration's too; the cookie is the person (how a session is proved is another test). */
async function serveAll(hall: TestHall) {
  await markAsDemo(hall.shell.db, hall.shell.realNow());
  const demoClock = await openDemoClock(hall.shell.db, hall.shell.realNow);
  if (demoClock === undefined) throw new Error('a demonstration without its clock');
  return buildHttp({
    log: hall.shell.log,
    newId: hall.shell.newId,
    gate: { staff: (cookie) => staffCalled(hall.shell, cookie), tracked: trackedBy(hall.world) },
    routes: routesOf({ shell: hall.shell, worlds: hall.worlds, demoClock, moved: () => undefined }),
    healthy: () => Promise.resolve(true),
    requestsPerMinute: 1_000_000,
  });
}

/** The same people, posts and item in another town: only the town tells them apart. */
async function openOtherTown({ shell }: TestHall): Promise<void> {
  const item = items.find(({ id }) => id === OWN);
  if (item === undefined) throw new Error(OWN);
  const hall = {
    ...centre,
    jurisdiction: OTHER_TOWN,
    name: '邻县政务服务中心',
    divisionName: '邻县',
    demonstration: true,
  };
  const accounts = people.map(({ id }) => ({
    person: id,
    username: `${id}.${OTHER_TOWN}`,
    password: demoPassword,
    demonstration: true,
  }));
  const staff = { people, posts, postings, delegations, authorisations, accounts };
  await shell.db.transaction().execute(async (tx) => {
    await loadNetwork(tx, { hall, departments, offices: [], windows: [], stations: [] });
    await loadPeople(tx, OTHER_TOWN, staff, shell.now());
    await publish(tx, { ...item, jurisdiction: OTHER_TOWN, availability: 'applicable' }, 'test');
  });
}
