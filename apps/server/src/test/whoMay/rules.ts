import { isAdministrator, type Post, type Role } from '@yimen/core/people';
import { authorisations, delegations, items, postings, posts } from '@yimen/demo';
import type { RoutePolicy } from '../../platform/http/index.ts';
import type { Caller } from './callers.ts';
import type { Seeded } from './cases.ts';

/** `let in`: past the door; whether the act may be done is then asked of the authorisation and the stage. */
export type Answer = 'sign in' | 'not your role' | 'hidden' | 'let in' | 'broken';

const OVERSEERS: readonly Role[] = ['dutyManager', 'supervisor', 'windowHead'];
/** Who may urge the cases of the whole hall. */
const URGERS: readonly Role[] = ['dutyManager', 'supervisor'];

/** What must be answered on this day, said again in the words of the regulation and not in the server's. */
export interface Rules {
  /** Several where what the address names is nobody's. */
  readonly expected: (route: RoutePolicy, caller: Caller, seeded: Seeded) => readonly Answer[];
  /** The values that this caller may find in no answer. */
  readonly foreignTo: (caller: Caller) => readonly string[];
}

export function rulesOn(today: string, cases: readonly Seeded[]): Rules {
  /** Two towns may give one number on one day: a token then opens its own case, whichever was meant. */
  const follows = (caller: Caller, { number }: Seeded): boolean =>
    cases.find(({ caseId }) => caseId === caller.follows)?.number === number;
  return {
    expected: (route, caller, seeded) => {
      const said = declared(route, caller);
      if (said !== 'in') return [said];
      const only = (may: boolean): readonly Answer[] => [may ? 'let in' : 'hidden'];
      if (route.url.includes(':caseId')) return only(seesCase(today, caller, seeded));
      if (route.url.includes(':cardId')) return only(seesCard(today, caller, seeded));
      if (route.url.endsWith('/urgings')) return only(urges(today, caller, seeded));
      if (route.url.endsWith('/tracking/:number')) return only(follows(caller, seeded));
      return route.url.includes(':number') && !follows(caller, seeded) ? ['hidden'] : ['let in', 'hidden'];
    },
    foreignTo: (caller) =>
      cases.flatMap((seeded) => [
        ...(seesCase(today, caller, seeded) ? [] : seeded.canaries.ofCase),
        ...(seesCard(today, caller, seeded) ? [] : seeded.canaries.ofCard),
        ...(seesDraft(caller, seeded) ? [] : seeded.canaries.ofDraft),
      ]),
  };
}

interface Dated {
  readonly from: string;
  readonly to?: string;
}

const isCurrent = (today: string, { from, to }: Dated): boolean => from <= today && (to === undefined || today <= to);

/** Held, or stood in for, on this day. */
function postsOf(today: string, person: string): readonly Post[] {
  const ids = new Set<string>([
    ...postings.filter((one) => one.person === person && isCurrent(today, one)).map(({ post }) => post),
    ...delegations.filter((one) => one.toPerson === person && isCurrent(today, one)).map(({ post }) => post),
  ]);
  return posts.filter(({ id }) => ids.has(id));
}

/** In the centre's own service: a department's leader watches over no other department. */
const ofHall = (held: readonly Post[], wanted: readonly Role[]): boolean =>
  held.some(({ authority, roles }) => authority === undefined && roles.some((role) => wanted.includes(role)));

/** Whose cases somebody reads: those of the hall they watch over, or of the departments they work for. */
function seesCase(today: string, { person, jurisdiction, follows }: Caller, seeded: Seeded): boolean {
  if (follows !== undefined) return follows === seeded.caseId;
  if (person === undefined || jurisdiction !== seeded.jurisdiction) return false;
  const held = postsOf(today, person);
  if (ofHall(held, OVERSEERS)) return true;
  const papers = authorisations.filter((one) => held.some(({ id }) => id === one.post) && isCurrent(today, one));
  const steps = JSON.stringify(items.find(({ id }) => id === seeded.itemId)?.procedure ?? {});
  return [...held, ...papers].some(
    ({ authority }) =>
      authority === seeded.authority || (authority !== undefined && steps.includes(`"authority":"${authority}"`)),
  );
}

/** Cards are read by whoever watches over the hall and by the department they were put to; by no applicant. */
function seesCard(today: string, { person, jurisdiction }: Caller, seeded: Seeded): boolean {
  if (person === undefined || jurisdiction !== seeded.jurisdiction) return false;
  const held = postsOf(today, person);
  return ofHall(held, OVERSEERS) || held.some(({ authority }) => authority === seeded.authority);
}

function urges(today: string, { person, jurisdiction }: Caller, seeded: Seeded): boolean {
  if (person === undefined || jurisdiction !== seeded.jurisdiction) return false;
  const held = postsOf(today, person);
  return ofHall(held, URGERS) || held.some(({ authority }) => authority === seeded.authority);
}

/** What nobody has published yet: for the hall's editor and its heads. */
const seesDraft = ({ roles, jurisdiction }: Caller, seeded: Seeded): boolean =>
  jurisdiction === seeded.jurisdiction && roles.some((role) => role === 'catalogueEditor' || role === 'authorityHead');

/** What the table of policies says of this caller, before anything is looked up. */
export function declared({ policy }: RoutePolicy, caller: Caller): 'in' | 'sign in' | 'not your role' {
  if (policy === 'public') return 'in';
  if (policy === 'tracking') return caller.follows === undefined ? 'sign in' : 'in';
  if (caller.person === undefined) return 'sign in';
  if (policy === 'account') return 'in';
  const may =
    policy === 'staff' ? !isAdministrator(caller.roles) : policy.roles.some((role) => caller.roles.includes(role));
  return may ? 'in' : 'not your role';
}
