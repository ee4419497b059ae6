import { day } from '@yimen/kernel';
import {
  authorityId,
  personId,
  postId,
  type AuthorityId,
  type OfficerAct,
  type Role,
  type Standing,
} from '@yimen/core/people';

export const housing: AuthorityId = authorityId('zhujian');
export const fire: AuthorityId = authorityId('xiaofang');

/** Somebody who acts on a case: an officer with everything that says what they may do, an applicant, or the system. */
export type Player =
  | { readonly kind: 'officer'; readonly standing: Standing }
  | { readonly kind: 'applicant'; readonly name: string }
  | { readonly kind: 'system'; readonly name: string };

interface Duties {
  readonly roles: readonly Role[];
  readonly acts?: readonly OfficerAct[];
  readonly authority?: AuthorityId;
  /** A post of the centre, not of the authority. */
  readonly ofCentre?: boolean;
  readonly instant?: boolean;
}

/** An officer with one post and, where there are acts, one authorisation for all items of 2020–2030. */
export function officerNamed(name: string, duties: Duties): Player {
  const { roles, acts = [], authority = housing, ofCentre = false, instant = false } = duties;
  const [person, post] = [personId(`p-${name}`), postId(`post-${name}`)];
  const [from, to] = [day('2020-01-01'), day('2030-12-31')];
  const standing: Standing = {
    person,
    name,
    posts: [{ id: post, name: `${name}岗`, roles, ...(ofCentre ? {} : { authority }) }],
    postings: [{ person, post, rank: 'A', from }],
    delegations: [],
    authorisations:
      acts.length === 0
        ? []
        : [
            {
              id: `a-${name}`,
              number: `授${name}`,
              authority,
              post,
              acts,
              items: 'all',
              handling: 'direct',
              instant,
              from,
              to,
            },
          ],
  };
  return { kind: 'officer', standing };
}

const intake = [
  'receive',
  'notifyCorrection',
  'deliverCorrection',
  'accept',
  'declineAcceptance',
  'declareLicenceNotRequired',
  'proposeReturn',
] as const;
const examining = ['examine', 'specialProcedure', 'proposeDecision', 'attachMinutes', 'proposeReturn'] as const;

/** The people of a small hall. Each has exactly the authorisation their post needs. */
export const cast = {
  clerk: officerNamed('窗口员', { roles: ['windowClerk'], acts: intake }),
  windowHead: officerNamed('窗口长', { roles: ['windowHead'], acts: ['proposeReturn'], ofCentre: true }),
  examiner: officerNamed('审核员', { roles: ['examiner'], acts: examining }),
  secondExaminer: officerNamed('审核员乙', { roles: ['examiner'], acts: examining }),
  approver: officerNamed('审批员', {
    roles: ['approver'],
    acts: ['approve', 'examine', 'proposeDecision', 'terminate'],
  }),
  chief: officerNamed('首席代表', {
    roles: ['chiefRepresentative'],
    acts: ['sign', 'examine', 'approve', 'proposeDecision', 'terminate'],
  }),
  head: officerNamed('局长', { roles: ['authorityHead'] }),
  lawyer: officerNamed('法制员', { roles: ['legalReviewer'], acts: ['legalReview'] }),
  sealKeeper: officerNamed('保管员', { roles: ['sealKeeper'], acts: ['seal'] }),
  deliveryClerk: officerNamed('出件员', { roles: ['deliveryClerk'], acts: ['issue', 'serve', 'close'] }),
  supervisor: officerNamed('监察员', { roles: ['supervisor'], ofCentre: true }),
  consulted: officerNamed('消防员', { roles: ['examiner'], acts: ['consult'], authority: fire }),
  /** One person for everything, lawful for instant items only. */
  allInOne: officerNamed('直办员', {
    roles: [
      'windowClerk',
      'examiner',
      'approver',
      'chiefRepresentative',
      'sealKeeper',
      'deliveryClerk',
      'legalReviewer',
    ],
    acts: [...intake, ...examining, 'approve', 'sign', 'seal', 'issue', 'serve', 'close', 'legalReview', 'terminate'],
    instant: true,
  }),
  visitor: officerNamed('导办员', { roles: ['guide'] }),
  applicant: { kind: 'applicant', name: '王小明' },
  system: { kind: 'system', name: '时限程序' },
} as const satisfies Readonly<Record<string, Player>>;
