import { day } from '@yimen/kernel';
import { personId, postId, type Post, type Posting, type Role } from '@yimen/core/people';
import { departmentId, departmentKeys, departmentOf, type DepartmentKey } from './departments.ts';
import { demonstrationLabel, type DemoPerson } from './shape.ts';
import { departmentStaff, formerChief, hallStaff, type Duty, type HallPost, type StaffRow } from './staffTable.ts';

/** The demonstration must work on whatever day it is started. */
export const validFrom = day('2020-01-01');
export const validTo = day('2035-12-31');
/** Day on which the former chief representative's authorisation ended. */
export const formerTo = day('2024-12-31');

type PostDuty = Exclude<Duty, 'examiner2'>;

const duties: { readonly [D in PostDuty]: { readonly name: string; readonly role: Role } } = {
  clerk: { name: '窗口受理岗', role: 'windowClerk' },
  examiner: { name: '审核岗', role: 'examiner' },
  approver: { name: '审批岗', role: 'approver' },
  legal: { name: '法制审核岗', role: 'legalReviewer' },
  chief: { name: '首席代表', role: 'chiefRepresentative' },
  head: { name: '机关负责人', role: 'authorityHead' },
  seal: { name: '行政审批专用章保管岗', role: 'sealKeeper' },
};

/** One person decides at the window: the post carries every role the acts ask for. */
const instantRoles: readonly Role[] = [
  'windowClerk',
  'examiner',
  'approver',
  'chiefRepresentative',
  'sealKeeper',
  'deliveryClerk',
];

const hallPosts: { readonly [P in HallPost]: { readonly name: string; readonly roles: readonly Role[] } } = {
  'hall-guide': { name: '咨询导办岗', roles: ['guide'] },
  'hall-clerk-project': { name: '项目建设综合窗口受理岗', roles: ['windowClerk'] },
  'hall-clerk-market': { name: '市场准入综合窗口受理岗', roles: ['windowClerk'] },
  'hall-clerk-social': { name: '社会事务综合窗口受理岗', roles: ['windowClerk'] },
  'hall-clerk-public': { name: '公共服务综合窗口受理岗', roles: ['windowClerk'] },
  'hall-clerk-realEstate': { name: '不动产综合窗口受理岗', roles: ['windowClerk'] },
  'hall-instant-market': { name: '市场准入即办授权岗', roles: instantRoles },
  'hall-instant-public': { name: '公共服务即办授权岗', roles: instantRoles },
  'hall-window-head': { name: '窗口负责人', roles: ['windowHead'] },
  'hall-seal': { name: '专用章集中保管岗', roles: ['sealKeeper'] },
  'hall-delivery': { name: '统一出件岗', roles: ['deliveryClerk'] },
  'hall-duty-manager': { name: '大厅值班主任', roles: ['dutyManager'] },
  'hall-supervisor': { name: '督查岗', roles: ['supervisor'] },
  'hall-catalogue-editor': { name: '事项管理岗', roles: ['catalogueEditor'] },
  'hall-reform-office': { name: '政务服务改革办', roles: ['reformOffice'] },
  'hall-legal-office': { name: '市司法局（法制机构）清单审核岗', roles: ['legalOffice'] },
  'hall-staffing-office': { name: '市委编办清单审核岗', roles: ['staffingOffice'] },
  'hall-pricing-office': { name: '市发改委收费审核岗', roles: ['pricingOffice'] },
  'hall-leading-group': { name: '改革领导小组办公室', roles: ['leadingGroup'] },
  'hall-system-administrator': { name: '系统管理岗', roles: ['systemAdministrator'] },
  'hall-security-administrator': { name: '安全管理岗', roles: ['securityAdministrator'] },
  'hall-audit-administrator': { name: '审计管理岗', roles: ['auditAdministrator'] },
};

const hallPostIds = Object.keys(hallPosts).filter((id): id is HallPost => id in hallPosts);

export function departmentPostId(key: DepartmentKey, duty: PostDuty): string {
  return `${key}-${duty}`;
}

function postDuty(duty: Duty): PostDuty {
  return duty === 'examiner2' ? 'examiner' : duty;
}

function departmentPosts(key: DepartmentKey): readonly Post[] {
  const held = departmentStaff[key].filter(([duty]) => duty !== 'examiner2').map(([duty]) => postDuty(duty));
  return held.map((duty) => ({
    id: postId(departmentPostId(key, duty)),
    authority: departmentId(key),
    name: `${departmentOf(key).name}${duties[duty].name}`,
    roles: [duties[duty].role],
  }));
}

/** The post of the former chief representative: kept, because papers signed from it stay valid. */
export const formerChiefPost: Post = {
  id: postId('zhujian-chief-2024'),
  authority: departmentId('zhujian'),
  name: '安阳市住房和城乡建设局首席代表（2024年届满）',
  roles: ['chiefRepresentative'],
};

/** Every post of the hall and of its departments. */
export const posts: readonly Post[] = [
  ...departmentKeys.flatMap(departmentPosts),
  formerChiefPost,
  ...hallPostIds.map((id) => ({ id: postId(id), name: hallPosts[id].name, roles: hallPosts[id].roles })),
];

function departmentPosting(key: DepartmentKey, [duty, userName]: StaffRow): Posting {
  return {
    person: personId(userName),
    post: postId(departmentPostId(key, postDuty(duty))),
    rank: duty === 'examiner2' ? 'B' : 'A',
    from: validFrom,
  };
}

function hallPosting(id: HallPost): readonly Posting[] {
  return hallStaff[id].map(([userName], at) => ({
    person: personId(userName),
    post: postId(id),
    rank: at === 0 ? 'A' : 'B',
    from: validFrom,
  }));
}

/** Who holds which post, A and B. The posting of the former chief goes on: it is the authorisation that has ended. */
export const postings: readonly Posting[] = [
  ...departmentKeys.flatMap((key) => departmentStaff[key].map((row) => departmentPosting(key, row))),
  { person: personId(formerChief[0]), post: formerChiefPost.id, rank: 'A', from: validFrom },
  ...hallPostIds.flatMap(hallPosting),
];

const rows: readonly (readonly [userName: string, name: string])[] = [
  ...departmentKeys.flatMap((key) => departmentStaff[key].map(([, userName, name]) => [userName, name] as const)),
  formerChief,
  ...hallPostIds.flatMap((id) => hallStaff[id].map(([userName, name]) => [userName, name] as const)),
];
/** Some hold two posts. */
const names = [...new Map(rows)];

/** Invented people; telephone numbers of the 0372-0000 block are in nobody's use. */
export const people: readonly DemoPerson[] = names.map(([userName, name], at) => ({
  id: personId(userName),
  name,
  phone: `0372-0000${String(301 + at)}`,
  demonstration: `${demonstrationLabel}：人员姓名与电话为编写值`,
}));
