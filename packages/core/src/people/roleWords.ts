import type { Role } from './standing.ts';

/** What each role is called on screens and in refusals. */
export const roleWords: Readonly<Record<Role, { readonly zh: string; readonly en: string }>> = {
  guide: { zh: '导办员', en: 'guide' },
  windowClerk: { zh: '窗口受理员', en: 'window clerk' },
  examiner: { zh: '审核人', en: 'examiner' },
  approver: { zh: '审批人', en: 'approver' },
  legalReviewer: { zh: '法制审核人员', en: 'legal reviewer' },
  chiefRepresentative: { zh: '首席代表', en: 'chief representative' },
  authorityHead: { zh: '机关负责人', en: 'head of the authority' },
  sealKeeper: { zh: '印章保管人', en: 'seal keeper' },
  deliveryClerk: { zh: '出件员', en: 'delivery clerk' },
  windowHead: { zh: '窗口负责人', en: 'window head' },
  dutyManager: { zh: '大厅值班主任', en: 'duty manager' },
  supervisor: { zh: '效能监察人员', en: 'supervisor' },
  catalogueEditor: { zh: '事项管理员', en: 'catalogue editor' },
  reformOffice: { zh: '政务服务改革办', en: 'reform office' },
  legalOffice: { zh: '法制机构（司法局）', en: 'legal office' },
  staffingOffice: { zh: '编办', en: 'staffing office' },
  pricingOffice: { zh: '发改委收费审核', en: 'price office' },
  leadingGroup: { zh: '改革领导小组', en: 'leading group' },
  systemAdministrator: { zh: '系统管理员', en: 'system administrator' },
  securityAdministrator: { zh: '安全管理员', en: 'security administrator' },
  auditAdministrator: { zh: '审计管理员', en: 'audit administrator' },
};
