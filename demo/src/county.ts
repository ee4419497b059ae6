import {
  adopt,
  type LegalBasis,
  type LocalSeat,
  type MaterialRequirement,
  type Remedies,
  type ServiceItem,
} from '@yimen/core/catalogue';
import { divisionCode } from '@yimen/core/network';
import {
  authorityId,
  jurisdiction,
  personId,
  postId,
  type AuthorityId,
  type Post,
  type Posting,
} from '@yimen/core/people';
import { inventedCreditCode } from './codes.ts';
import { departmentId, type DepartmentKey } from './departments.ts';
import { items } from './items/index.ts';
import { demonstrationLabel, type DemoCentre, type DemoDepartment, type DemoPerson } from './shape.ts';
import { validFrom } from './staff.ts';

/** A county under the demonstration's city: its hall adopts items of the city and takes no applications. */
export const tangyin = jurisdiction('410523');

const division = divisionCode('410523000000');
if (division === undefined) throw new RangeError('410523000000 is no division code');

export const countyCentre: DemoCentre = {
  id: 'tangyin-hall',
  jurisdiction: tangyin,
  division,
  name: '汤阴县政务服务中心（演示）',
  address: '河南省安阳市汤阴县演示路2号（演示地址）',
  hours: '工作日 8:30–12:00，14:30–17:30（演示值）',
  phone: '0372-0000600',
  complaintPhone: '0372-0000623',
  demonstration: `${demonstrationLabel}：只演示县级采用市级事项模板，不受理申请；地址、电话、人员和信用代码均为编写值。`,
};

const countyRemedies: Remedies = { reconsiderationBody: '汤阴县人民政府', court: '汤阴县人民法院' };

/** The county's departments bear the ids of the city's, so that a template finds its own. */
const table = [
  ['shijian', '汤阴县市场监督管理局', '汤市监'],
  ['weijian', '汤阴县卫生健康委员会', '汤卫'],
] as const satisfies readonly (readonly [DepartmentKey, string, string])[];

export const countyDepartments: readonly DemoDepartment[] = table.map(([key, name, shortName], at) => ({
  id: departmentId(key),
  jurisdiction: tangyin,
  name,
  shortName,
  kind: 'department',
  creditCode: inventedCreditCode('11', 601 + at),
  phone: `0372-0000${String(601 + at)}`,
  demonstration: `${demonstrationLabel}：统一社会信用代码与电话为编写值`,
}));

const editorPost: Post = { id: postId('county-catalogue-editor'), name: '事项管理岗', roles: ['catalogueEditor'] };
const editor: DemoPerson = {
  id: personId('tang.lu'),
  name: '汤录',
  phone: '0372-0000630',
  demonstration: `${demonstrationLabel}：人员姓名与电话为编写值`,
};

/** One person keeps the county's list; nobody receives applications there. */
export const countyStaff = {
  people: [editor],
  posts: [editorPost],
  postings: [{ person: editor.id, post: editorPost.id, rank: 'A', from: validFrom }] satisfies readonly Posting[],
  userName: 'tang.lu',
  shows: '汤阴县事项管理岗：采用市级事项模板、处理市级模板的变更',
} as const;

function seatOf(authority: AuthorityId): LocalSeat {
  const department = countyDepartments.find(({ id }) => id === authority);
  if (department === undefined) throw new RangeError(`no county department ${authority}`);
  const { address, hours, complaintPhone } = countyCentre;
  return {
    jurisdiction: tangyin,
    level: 'county',
    authority,
    authorityName: department.name,
    creditCode: department.creditCode,
    service: { windows: ['1F-01 综合窗口'], address, hours, phone: department.phone, complaintPhone },
    effectiveFrom: validFrom,
  };
}

const promise: LegalBasis = { law: '优化营商环境条例', article: '第三十六条', rank: 'administrativeRegulation' };

const waste: MaterialRequirement = {
  id: 'county-waste',
  name: '餐厨废弃物收运协议',
  basis: '汤阴县餐厨废弃物管理办法（演示）第八条',
  localBasis: '汤阴县餐厨废弃物管理办法（演示）第八条',
  source: 'applicant',
  form: 'copy',
  copies: 1,
  necessity: 'acceptOnPromise',
  acceptanceRules: ['双方签字或者盖章', '地址与申请书填写的经营场所一致'],
};

/** What the county made of each template: nothing, a shorter promise, a material of its own with its basis. */
const adopted: readonly (readonly [id: string, local: (item: ServiceItem) => ServiceItem])[] = [
  ['individual-business-registration', (item) => item],
  [
    'food-operation',
    (item) => ({
      ...item,
      materials: [...item.materials, waste],
      limits: { ...item.limits, promised: { ...item.limits.promised, count: 6, basis: promise } },
    }),
  ],
  ['nurse-registration', (item) => item],
  ['public-place-hygiene', (item) => ({ ...item, everydayWords: [...item.everydayWords, '开澡堂'] })],
];

function countyItem([id, local]: (typeof adopted)[number]): ServiceItem {
  const template = items.find((item) => item.id === id);
  if (template === undefined) throw new RangeError(`no item ${id} to adopt`);
  return {
    ...local(adopt(template, seatOf(authorityId(template.authority)))),
    availability: 'guideOnly',
    remedies: countyRemedies,
    demonstration: `汤阴县采用安阳市事项模板的演示，不受理申请；${template.demonstration ?? ''}`,
  };
}

/** The list the county publishes, each from the first version of the city's item of the same id. */
export const countyItems: readonly ServiceItem[] = adopted.map(countyItem);
