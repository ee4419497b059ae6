import { day } from '@yimen/kernel';
import { authorityId, personId, postId, type OfficerAct, type Role, type Standing } from '@yimen/core/people';

/** Somebody in the model, on one line: their office, and what one paper of authorisation lets them do, for what, until when. */
export interface Someone {
  readonly name: string;
  readonly kind: 'officer' | 'applicant' | 'system';
  readonly roles: readonly Role[];
  readonly acts: readonly OfficerAct[];
  readonly authority: 'zhujian' | 'xiaofang' | 'centre';
  /** Whether one person may do it all, for instant items. */
  readonly instant: boolean;
  readonly from: string;
  readonly to: string;
  /** The one item the paper is for; absent for all. */
  readonly item?: string;
}

const INTAKE =
  'receive notifyCorrection deliverCorrection accept declineAcceptance declareLicenceNotRequired proposeReturn';
const EXAMINE = 'examine specialProcedure proposeDecision attachMinutes proposeReturn';

function officer(name: string, roles: string, acts = '', more: Partial<Someone> = {}): Someone {
  return {
    name,
    kind: 'officer',
    roles: roles.split(' ').filter((word): word is Role => word !== ''),
    acts: acts.split(' ').filter((word): word is OfficerAct => word !== ''),
    authority: 'zhujian',
    instant: false,
    from: '2020-01-01',
    to: '2030-12-31',
    ...more,
  };
}

export const people = {
  clerk: officer('窗口甲', 'windowClerk', INTAKE),
  /** At the window today, in the back office tomorrow: the separation is of the case, not of the post. */
  clerkExaminer: officer('窗口乙', 'windowClerk examiner approver', `${INTAKE} ${EXAMINE} approve`),
  windowHead: officer('窗口长甲', 'windowHead', 'proposeReturn'),
  centreHead: officer('窗口长乙', 'windowHead', '', { authority: 'centre' }),
  examiner: officer('审核甲', 'examiner', EXAMINE),
  second: officer('审核乙', 'examiner', EXAMINE),
  approver: officer('审批甲', 'approver', 'approve examine proposeDecision terminate'),
  chief: officer('首席甲', 'chiefRepresentative', 'sign examine approve proposeDecision terminate'),
  head: officer('局长甲', 'authorityHead'),
  deputy: officer('副局长', 'approver', 'extend terminate sign seal'),
  lawyer: officer('法制甲', 'legalReviewer', 'legalReview examine proposeDecision'),
  lawyerTwo: officer('法制乙', 'legalReviewer', 'legalReview'),
  sealKeeper: officer('印章甲', 'sealKeeper', 'seal'),
  delivery: officer('出件甲', 'deliveryClerk', 'issue serve close'),
  supervisor: officer('监察甲', 'supervisor', '', { authority: 'centre' }),
  fireman: officer('消防甲', 'examiner', 'consult examine', { authority: 'xiaofang' }),
  allInOne: officer(
    '直办甲',
    'windowClerk examiner approver chiefRepresentative sealKeeper deliveryClerk legalReviewer',
    `${INTAKE} ${EXAMINE} approve sign seal issue serve close legalReview terminate`,
    { instant: true },
  ),
  expired: officer('首席乙', 'chiefRepresentative', 'sign proposeDecision examine', { to: '2026-03-01' }),
  early: officer('审核丙', 'examiner', EXAMINE, { from: '2026-03-20' }),
  elsewhere: officer('审核丁', 'examiner', EXAMINE, { item: 'another-item' }),
  visitor: officer('导办甲', 'guide'),
  applicant: officer('王小明', '', '', { kind: 'applicant' }),
  system: officer('时限程序', '', '', { kind: 'system' }),
} as const satisfies Readonly<Record<string, Someone>>;

export const idOf = ({ name }: Someone): string => `p-${name}`;

const OFFICE: Readonly<Record<string, readonly string[]>> = {
  authorityHead: ['extend', 'sign', 'terminate'],
  windowHead: ['confirmReturn'],
  supervisor: ['void', 'notifyCorrection'],
};

/** What one may do it under on a day; `instant` where that paper lets one person do it all. Undefined: under nothing. */
export function warrant(
  one: Someone,
  {
    act,
    authority,
    item,
    today,
  }: { readonly act: string; readonly authority: string; readonly item: string; readonly today: string },
): { readonly instant: boolean } | undefined {
  const covered = one.acts.some((name) => name === act) && (one.item ?? item) === item;
  if (covered && one.authority === authority && one.from <= today && today <= one.to) return { instant: one.instant };
  const over = one.authority === 'centre' || one.authority === authority;
  return over && one.roles.some((role) => OFFICE[role]?.includes(act)) ? { instant: false } : undefined;
}

/** The same person as the core knows people. */
export function standingOf(one: Someone): Standing {
  const { name, roles, acts, instant } = one;
  const [person, post] = [personId(idOf(one)), postId(`post-${name}`)];
  const centre = one.authority === 'centre';
  const authority = authorityId(one.authority);
  const paper = {
    id: `a-${name}`,
    number: `授${name}`,
    authority,
    post,
    acts,
    items: one.item === undefined ? ('all' as const) : [one.item],
    handling: 'direct' as const,
    instant,
    from: day(one.from),
    to: day(one.to),
  };
  return {
    person,
    name,
    posts: [{ id: post, name: `${name}岗`, roles, ...(centre ? {} : { authority }) }],
    postings: [{ person, post, rank: 'A', from: day('2020-01-01') }],
    delegations: [],
    authorisations: acts.length === 0 ? [] : [paper],
  };
}
