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

/** What must be answered, said again in the words of the regulation and not in the server's. */
export function rulesOn(today: string, cases: readonly Seeded[]) {
  const current = (one: { readonly from: string; readonly to?: string }): boolean =>
    one.from <= today && (one.to === undefined || today <= one.to);

  function postsOf(person: string): readonly Post[] {
    const ids = new Set<string>([
      ...postings.filter((one) => one.person === person && current(one)).map(({ post }) => post),
      ...delegations.filter((one) => one.toPerson === person && current(one)).map(({ post }) => post),
    ]);
    return posts.filter(({ id }) => ids.has(id));
  }

  const holds = (held: readonly Post[], wanted: readonly Role[]): boolean =>
    held.some(({ roles }) => roles.some((role) => wanted.includes(role)));
  /** In the centre's own service: a department's leader watches over no other department. */
  const ofHall = (held: readonly Post[]): readonly Post[] => held.filter(({ authority }) => authority === undefined);

  /** Whose cases somebody reads: those of the hall they watch over, or of the departments they work for. */
  function seesCase({ person, jurisdiction, follows }: Caller, seeded: Seeded): boolean {
    if (follows !== undefined) return follows === seeded.caseId;
    if (person === undefined || jurisdiction !== seeded.jurisdiction) return false;
    const held = postsOf(person);
    if (holds(ofHall(held), OVERSEERS)) return true;
    const papers = authorisations.filter(({ post, ...one }) => held.some(({ id }) => id === post) && current(one));
    const item = items.find(({ id }) => id === seeded.itemId);
    const steps = JSON.stringify(item?.procedure ?? {});
    return [...held, ...papers].some(
      ({ authority }) =>
        authority === seeded.authority || (authority !== undefined && steps.includes(`"authority":"${authority}"`)),
    );
  }

  /** Cards are read by whoever watches over the hall and by the department they were put to; by no applicant. */
  function seesCard({ person, jurisdiction }: Caller, { authority, ...seeded }: Seeded): boolean {
    if (person === undefined || jurisdiction !== seeded.jurisdiction) return false;
    const held = postsOf(person);
    return holds(ofHall(held), OVERSEERS) || held.some((post) => post.authority === authority);
  }

  function urges(caller: Caller, seeded: Seeded): boolean {
    const held = caller.person === undefined ? [] : postsOf(caller.person);
    if (caller.jurisdiction !== seeded.jurisdiction) return false;
    return holds(ofHall(held), URGERS) || held.some(({ authority }) => authority === seeded.authority);
  }

  /** What nobody has published yet: the hall's editor and its heads. */
  const seesDraft = ({ roles, jurisdiction }: Caller, seeded: Seeded): boolean =>
    jurisdiction === seeded.jurisdiction &&
    roles.some((role) => role === 'catalogueEditor' || role === 'authorityHead');

  /** Two towns may give one number on one day: a token then opens its own case, whichever was meant. */
  const follows = (caller: Caller, { number }: Seeded): boolean =>
    cases.find(({ caseId }) => caseId === caller.follows)?.number === number;

  /** What this caller must be answered; several where what the address names is nobody's. */
  function expected(route: RoutePolicy, caller: Caller, seeded: Seeded): readonly Answer[] {
    const said = declared(route, caller);
    if (said !== 'in') return [said];
    const only = (may: boolean): readonly Answer[] => [may ? 'let in' : 'hidden'];
    if (route.url.includes(':caseId')) return only(seesCase(caller, seeded));
    if (route.url.includes(':cardId')) return only(seesCard(caller, seeded));
    if (route.url.endsWith('/urgings')) return only(urges(caller, seeded));
    if (route.url.endsWith('/tracking/:number')) return only(follows(caller, seeded));
    if (route.url.includes(':number') && !follows(caller, seeded)) return ['hidden'];
    return ['let in', 'hidden'];
  }

  /** The values that this caller may find in no answer. */
  const foreignTo = (caller: Caller): readonly string[] =>
    cases.flatMap((seeded) => [
      ...(seesCase(caller, seeded) ? [] : seeded.canaries.ofCase),
      ...(seesCard(caller, seeded) ? [] : seeded.canaries.ofCard),
      ...(seesDraft(caller, seeded) ? [] : seeded.canaries.ofDraft),
    ]);

  return { expected, foreignTo };
}

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
