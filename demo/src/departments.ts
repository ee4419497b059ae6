import { authorityId, type AuthorityId } from '@yimen/core/people';
import type { ApprovalOffice } from '@yimen/core/network';
import { anyang } from './centre.ts';
import { inventedCreditCode } from './codes.ts';
import { demonstrationLabel, type DemoDepartment } from './shape.ts';

/** id · name · 机关简称 · name of the approval office · its form. The order fixes the invented serials: append only. */
const table = [
  ['zhujian', '安阳市住房和城乡建设局', '安建', '行政审批服务科', 'dedicated'],
  ['shuili', '安阳市水利局', '安水', '行政审批服务科', 'dedicated'],
  ['jiaoyu', '安阳市教育局', '安教', '行政审批服务科', 'dedicated'],
  ['weijian', '安阳市卫生健康委员会', '安卫', '行政审批服务科', 'dedicated'],
  ['yingji', '安阳市应急管理局', '安应急', '行政审批服务科（挂政策法规科牌子）', 'joint'],
  ['gongan', '安阳市公安局', '安公', '行政审批服务科', 'dedicated'],
  ['nongye', '安阳市农业农村局', '安农', '行政审批服务科（挂法规科牌子）', 'joint'],
  ['jiaotong', '安阳市交通运输局', '安交', '行政审批服务科', 'dedicated'],
  ['wenlv', '安阳市文化广电体育旅游局', '安文旅', '行政审批服务科（挂市场管理科牌子）', 'joint'],
  ['minzheng', '安阳市民政局', '安民', '授权社会事务综合窗口', 'delegated'],
  ['renshe', '安阳市人力资源和社会保障局', '安人社', '行政审批服务科', 'dedicated'],
  ['shijian', '安阳市市场监督管理局', '安市监', '行政审批服务科', 'dedicated'],
  ['huanjing', '安阳市生态环境局', '安环', '行政审批服务科', 'dedicated'],
  ['ziran', '安阳市自然资源和规划局', '安自然资', '行政审批服务科', 'dedicated'],
  ['chengguan', '安阳市城市管理局', '安城管', '授权项目建设综合窗口', 'delegated'],
  ['fagai', '安阳市发展和改革委员会', '安发改', '授权项目建设综合窗口', 'delegated'],
] as const;

export type DepartmentKey = (typeof table)[number][0];

export const departmentKeys: readonly DepartmentKey[] = table.map(([key]) => key);

export function departmentId(key: DepartmentKey): AuthorityId {
  return authorityId(key);
}

export const departments: readonly DemoDepartment[] = table.map(([key, name, shortName], at) => ({
  id: departmentId(key),
  jurisdiction: anyang,
  name,
  shortName,
  kind: 'department',
  creditCode: inventedCreditCode('11', at + 1),
  phone: `0372-0000${String(201 + at)}`,
  demonstration: `${demonstrationLabel}：统一社会信用代码与电话为编写值`,
}));

export const approvalOffices: readonly ApprovalOffice[] = table.map(([key, , , name, form]) => ({
  id: `${key}-office`,
  authority: departmentId(key),
  name,
  form,
}));

export function departmentOf(key: DepartmentKey): DemoDepartment {
  const found = departments.find((department) => department.id === departmentId(key));
  if (found === undefined) throw new RangeError(`no such demonstration department: ${key}`);
  return found;
}
