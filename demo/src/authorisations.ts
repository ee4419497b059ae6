import { postId, type Authorisation, type Delegation, type OfficerAct, type PostId } from '@yimen/core/people';
import { day } from '@yimen/kernel';
import { personId } from '@yimen/core/people';
import { departmentId, departmentKeys, departmentOf, type DepartmentKey } from './departments.ts';
import { consultedItems, instantItems } from './items/special.ts';
import { departmentPostId, formerChiefPost, formerTo, validFrom, validTo } from './staff.ts';
import { departmentStaff } from './staffTable.ts';
import { windowsOfDepartment } from './windows.ts';

const receiving: readonly OfficerAct[] = [
  'receive',
  'notifyCorrection',
  'deliverCorrection',
  'accept',
  'declineAcceptance',
  'declareLicenceNotRequired',
  'proposeReturn',
];

/** What the holder of each post may do. Nobody both receives and examines, examines and approves, or approves and signs. */
const acts = {
  clerk: receiving,
  examiner: ['examine', 'specialProcedure', 'proposeDecision', 'attachMinutes'],
  approver: ['approve', 'specialProcedure', 'proposeDecision', 'attachMinutes'],
  legal: ['legalReview'],
  chief: ['sign', 'attachMinutes', 'terminate'],
  head: ['extend', 'sign'],
  seal: ['seal', 'issue'],
} as const satisfies { readonly [duty: string]: readonly OfficerAct[] };

const instantActs: readonly OfficerAct[] = [
  ...receiving,
  'examine',
  'approve',
  'proposeDecision',
  'sign',
  'seal',
  'issue',
  'serve',
  'close',
];

type Grant = Pick<Authorisation, 'acts'> &
  Partial<Pick<Authorisation, 'items' | 'handling' | 'instant' | 'from' | 'to'>>;

function grants(key: DepartmentKey): readonly (readonly [PostId | string, Grant])[] {
  const duties = departmentStaff[key].map(([duty]) => duty).filter((duty) => duty !== 'examiner2');
  const own = duties.map((duty) => [departmentPostId(key, duty), { acts: acts[duty] }] as const);
  const at = windowsOfDepartment[key];
  const windows = at === 'own' || at === 'project' ? [] : [[`hall-clerk-${at}`, { acts: receiving }] as const];
  const consulted = consultedItems[key];
  return [
    // First, so that an instant item is received under the paper that lets the same person decide it.
    ...instantItems
      .filter((instant) => instant.department === key)
      .map(({ post, items }) => [post, { acts: instantActs, items, instant: true }] as const),
    ...own,
    // The clerk of the project window receives for every department, so that one person can show the whole hall.
    ['hall-clerk-project', { acts: receiving }],
    ...windows,
    ...(consulted === undefined
      ? []
      : [[departmentPostId(key, 'examiner'), { acts: ['consult'], items: consulted, handling: 'consulted' }] as const]),
    ...(duties.includes('seal') ? [] : [['hall-seal', { acts: acts.seal }] as const]),
    ['hall-delivery', { acts: ['serve', 'close'] }],
    ['hall-window-head', { acts: ['confirmReturn'] }],
    ['hall-supervisor', { acts: ['notifyCorrection', 'void'] }],
    ...(key === 'zhujian' ? [[formerChiefPost.id, { acts: acts.chief, to: formerTo }] as const] : []),
  ];
}

function authorisationsOf(key: DepartmentKey): readonly Authorisation[] {
  return grants(key).map(([post, grant], at) => ({
    id: `${key}-authorisation-${String(at + 1)}`,
    number: `${departmentOf(key).shortName}授〔2020〕${String(at + 1)}号`,
    authority: departmentId(key),
    post: postId(post),
    items: 'all',
    handling: 'direct',
    instant: false,
    from: validFrom,
    to: validTo,
    ...grant,
  }));
}

/** 授权书 of every department, each with its own number; one of them has ended. */
export const authorisations: readonly Authorisation[] = departmentKeys.flatMap(authorisationsOf);

/** A past leave: shows the trace a stand-in leaves, without changing who may act today. */
export const delegations: readonly Delegation[] = [
  {
    id: 'zhujian-leave-2025-05',
    post: postId(departmentPostId('zhujian', 'approver')),
    toPerson: personId('tang.yu'),
    from: day('2025-05-06'),
    to: day('2025-05-09'),
    reason: '审批岗年休假（演示）',
  },
];
