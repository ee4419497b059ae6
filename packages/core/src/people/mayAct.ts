import type { Day } from '@yimen/kernel';
import { ok, refuse, type Result } from '@yimen/kernel';
import type { AuthorityId, PersonId, PostId } from './ids.ts';
import type { Authorisation, Authority, OfficerAct, Post, Posting, Role, Standing } from './standing.ts';

/** The act somebody wants to do: for which item, in whose name, on which day. */
export interface ActWanted {
  readonly act: OfficerAct;
  readonly authority: AuthorityId;
  readonly item: string;
  readonly on: Day;
}

/** Powers that come with the office and need no written authorisation, because their holder is who gives authorisations, or watches over them. */
export const inherentActs: Partial<Readonly<Record<Role, readonly OfficerAct[]>>> = {
  authorityHead: ['extend', 'sign', 'terminate'],
  windowHead: ['confirmReturn'],
  supervisor: ['void', 'notifyCorrection'],
};

export const actRefusals = {
  no_post: { zh: '您当日没有任职岗位。', en: 'You hold no post on that day.' },
  no_authorisation: { zh: '您的岗位没有办理此事的授权书。', en: 'Your posts have no authorisation for this act.' },
  not_yet_valid: { zh: '授权书尚未生效。', en: 'The authorisation is not yet in force.' },
  authorisation_ended: { zh: '授权书已经到期。', en: 'The authorisation has ended.' },
  other_item: { zh: '授权书不包括本事项。', en: 'The authorisation does not cover this item.' },
  other_authority: { zh: '授权书由其他机关出具。', en: 'The authorisation was given by another authority.' },
} as const;

export interface ActRefusal {
  readonly code: keyof typeof actRefusals;
  readonly words: { readonly zh: string; readonly en: string };
  /** Number of the authorisation that came nearest. */
  readonly authorisation?: string;
}

/** A post the person acts from on a day, and for whom when they are not its holder. */
interface Seat {
  readonly post: Post;
  readonly onBehalfOf?: PersonId;
}

/** From the nearest miss to the farthest, so that the refusal names what is most easily put right. */
const NEARNESS = ['not_yet_valid', 'authorisation_ended', 'other_item', 'other_authority'] as const;
type Miss = (typeof NEARNESS)[number];

/**
 * May this person do this act for this item on this day, and under what? Holder, standing deputy (B 岗) or dated
 * delegate of a post whose authorisation (授权书) covers act, item and day; or an office the power comes with.
 */
export function mayAct(standing: Standing, wanted: ActWanted): Result<Authority, ActRefusal> {
  const seats = seatsOf(standing, wanted.on);
  if (seats.length === 0) return refuse(refusal('no_post'));
  const misses: { readonly miss: Miss; readonly number: string }[] = [];
  for (const seat of seats) {
    for (const paper of standing.authorisations) {
      if (paper.post !== seat.post.id || !paper.acts.includes(wanted.act)) continue;
      const miss = missOf(paper, wanted);
      if (miss === undefined) return ok(under(seat, wanted.authority, paper));
      misses.push({ miss, number: paper.number });
    }
  }
  const inherent = seats.find((seat) => comesWithOffice(seat.post, wanted));
  if (inherent !== undefined) return ok(byOffice(inherent, wanted.authority));
  const nearest = misses.toSorted((left, right) => NEARNESS.indexOf(left.miss) - NEARNESS.indexOf(right.miss))[0];
  return refuse(nearest === undefined ? refusal('no_authorisation') : refusal(nearest.miss, nearest.number));
}

function missOf(paper: Authorisation, { authority, item, on }: ActWanted): Miss | undefined {
  if (paper.authority !== authority) return 'other_authority';
  if (paper.items !== 'all' && !paper.items.includes(item)) return 'other_item';
  if (on < paper.from) return 'not_yet_valid';
  return on > paper.to ? 'authorisation_ended' : undefined;
}

/** Own post first, then as deputy, then as delegate: an act is done in one's own name where it can be. */
function seatsOf(standing: Standing, on: Day): readonly Seat[] {
  const own = standing.postings.filter((posting) => posting.person === standing.person && holds(posting, on));
  const ranked = own.toSorted((left, right) => (left.rank < right.rank ? -1 : left.rank > right.rank ? 1 : 0));
  const seated = ranked.map(({ post, rank }) => ({ post, deputy: rank === 'B' }));
  const delegated = standing.delegations
    .filter((given) => given.toPerson === standing.person && given.from <= on && on <= given.to)
    .map(({ post }) => ({ post, deputy: true }));
  return [...seated, ...delegated].flatMap(({ post, deputy }) => seatAt(standing, post, deputy ? on : undefined));
}

function seatAt(standing: Standing, id: PostId, deputyOn: Day | undefined): readonly Seat[] {
  const post = standing.posts.find((candidate) => candidate.id === id);
  if (post === undefined) return [];
  const holder =
    deputyOn === undefined
      ? undefined
      : standing.postings.find(
          (posting) =>
            posting.post === id &&
            posting.rank === 'A' &&
            posting.person !== standing.person &&
            holds(posting, deputyOn),
        );
  return [holder === undefined ? { post } : { post, onBehalfOf: holder.person }];
}

const holds = (posting: Posting, on: Day): boolean =>
  posting.from <= on && (posting.to === undefined || on <= posting.to);

/** An office of the authority itself, or one of the centre's, which stands over all of them. */
function comesWithOffice(post: Post, { act, authority }: ActWanted): boolean {
  const over = post.authority === undefined || post.authority === authority;
  return over && inherentOf(post).includes(act);
}

const inherentOf = (post: Post): readonly OfficerAct[] => post.roles.flatMap((role) => inherentActs[role] ?? []);

function under(seat: Seat, authority: AuthorityId, paper: Authorisation): Authority {
  const { post, ...behalf } = seat;
  const { acts, instant } = paper;
  return { post: post.id, authority, authorisation: paper.id, acts, ...behalf, roles: post.roles, instant };
}

function byOffice(seat: Seat, authority: AuthorityId): Authority {
  const { post, ...behalf } = seat;
  return { post: post.id, authority, acts: inherentOf(post), ...behalf, roles: post.roles, instant: false };
}

function refusal(code: ActRefusal['code'], authorisation?: string): ActRefusal {
  return { code, words: actRefusals[code], ...(authorisation === undefined ? {} : { authorisation }) };
}
