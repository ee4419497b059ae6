import { roles as allRoles, type Role } from '@yimen/core/people';
import { posts, postings } from '@yimen/demo';
import type { Seeded } from './cases.ts';

/** Somebody who asks. */
export interface Caller {
  readonly name: string;
  readonly headers: Record<string, string>;
  readonly person?: string;
  readonly jurisdiction?: string;
  readonly roles: readonly Role[];
  /** The case whose token it holds. */
  readonly follows?: string;
}

interface Casting {
  /** The department that counts as the own one. */
  readonly own: string;
  readonly halls: readonly [here: string, other: string];
  readonly today: string;
}

/** For every role: somebody of the own department, of another, of the hall, and the same of the other town. */
function staffCallers({ own, halls: [here, other], today }: Casting): readonly Caller[] {
  const kinds: readonly [string, (authority: string | undefined) => boolean][] = [
    ['own department', (authority) => authority === own],
    ['other department', (authority) => authority !== undefined && authority !== own],
    ['hall', (authority) => authority === undefined],
  ];
  const seats = allRoles.flatMap((role) => kinds.map(([kind, fits]) => ({ role, kind, fits })));
  return seats.flatMap(({ role, kind, fits }) => {
    const post = posts.find(({ authority, roles }) => roles.includes(role) && fits(authority));
    const person = holderOf(post?.id, today);
    if (person === undefined) return [];
    return [here, other].map((jurisdiction) => ({
      name: `${role}, ${kind}${jurisdiction === here ? '' : ', other town'}`,
      headers: { cookie: `yimen_session=${person}@${jurisdiction}` },
      person,
      jurisdiction,
      roles: rolesOf(person),
    }));
  });
}

const holderOf = (post: string | undefined, today: string): string | undefined =>
  postings.find((one) => one.post === post && one.from <= today && (one.to === undefined || one.to >= today))?.person;

const rolesOf = (person: string): readonly Role[] =>
  posts
    .filter(({ id }) => postings.some((one) => one.post === id && one.person === person))
    .flatMap(({ roles }) => roles);

const follower = ({ label, token, caseId }: Seeded): Caller => ({
  name: `applicant of ${label}`,
  headers: { 'x-tracking-token': token },
  roles: [],
  follows: caseId,
});

/** Staff of every role, each applicant, and anybody. */
export const castOf = (casting: Casting, cases: readonly Seeded[]): readonly Caller[] => [
  ...staffCallers(casting),
  ...cases.map(follower),
  { name: 'anybody', headers: {}, roles: [] },
];
