import { dayOf } from '@yimen/kernel';
import type { ChangeWorld, DeskNeighbours, StarNeighbours } from './modules/catalogue/index.ts';
import { lentFile, officerUpload, type World } from './modules/casework/index.ts';
import { authorityNames, departmentsOf, findHall, listHalls } from './modules/network/index.ts';
import { followItems, postsHeld } from './modules/people/index.ts';
import { ratingMeans } from './modules/rating/index.ts';
import { plainSheet, type Press } from './platform/documents/index.ts';

/** Changes of the list: who somebody is, what follows an item, whose file the minutes are, and the press. */
export function changeWorld(
  { shell, press }: { readonly shell: World['shell']; readonly press: Press },
  cases: World,
): ChangeWorld {
  const { authorityNames, peopleNames, calendar, standingOf } = cases.near;
  return {
    shell,
    near: {
      calendar,
      authorityNames,
      peopleNames,
      hallName: async (jurisdiction) => (await findHall(shell.db, jurisdiction))?.name ?? '',
      actorOf: async (jurisdiction, person, on) => {
        const standing = await standingOf(jurisdiction, person);
        if (standing === undefined) return undefined;
        const posts = postsHeld(standing, on);
        return {
          person: standing.person,
          roles: [...new Set(posts.flatMap(({ roles }) => roles))],
          authorities: [...new Set(posts.flatMap(({ authority }) => authority ?? []))],
        };
      },
      followItems,
      uploadOf: (held) => officerUpload({ shell }, held),
      fileOf: (jurisdiction, sha256) => lentFile(cases, { jurisdiction, sha256 }),
      print: async (paper, madeOn) => (await press.renderSheet(plainSheet(paper, madeOn, shell.demo))).pdf,
    },
  };
}

/** What the catalogue's own screens ask of the network and of the people. */
export function deskNeighbours({ shell, near }: ChangeWorld): DeskNeighbours {
  return {
    halls: () => listHalls(shell.db),
    authorityNames: (jurisdiction) => authorityNames(shell.db, jurisdiction),
    seatOf: async (jurisdiction, authority) => {
      const [hall, departments] = [await findHall(shell.db, jurisdiction), await departmentsOf(shell.db, jurisdiction)];
      const department = departments.get(authority);
      if (hall === undefined || department === undefined) return undefined;
      const { address, hours, phone, complaintPhone } = hall;
      const { name: authorityName, creditCode } = department;
      const service = { windows: [], address, hours, phone: department.phone ?? phone, complaintPhone };
      return { authorityName, service, ...(creditCode === undefined ? {} : { creditCode }) };
    },
    authoritiesOf: async (jurisdiction, person) =>
      (await near.actorOf(jurisdiction, person, dayOf(shell.now())))?.authorities ?? [],
  };
}

/** What the stars of items are counted from besides the list. */
export function starNeighbours({ db }: Pick<World['shell'], 'db'>): StarNeighbours {
  return { ratingsSince: (hall, since) => ratingMeans(db, hall, since) };
}
