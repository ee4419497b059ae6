import { ok, refuse, type Result } from '@yimen/kernel';

/** A code as another platform writes it. Digits mean different things on different platforms, so it never stands without its scheme. */
export interface CodedValue {
  readonly scheme: string;
  readonly code: string;
}

interface SchemeValue {
  readonly zh: string;
  /** The word this program uses for it. */
  readonly is: string;
}

export interface CodeScheme {
  readonly zh: string;
  readonly values: Readonly<Record<string, SchemeValue>>;
}

const value = (zh: string, is: string): SchemeValue => ({ zh, is });

const kinds = {
  '01': value('行政许可', 'licence'),
  '02': value('行政处罚', 'penalty'),
  '03': value('行政强制', 'coercion'),
  '04': value('行政征收', 'levy'),
  '05': value('行政给付', 'benefit'),
  '06': value('行政检查', 'inspection'),
  '07': value('行政确认', 'confirmation'),
  '08': value('行政奖励', 'award'),
  '09': value('行政裁决', 'adjudication'),
};
const instant = value('即办件', 'instant');
const promised = value('承诺件', 'promised');
const joint = value('联办件', 'joint');
const upward = value('上报件', 'upward');

/** The schemes this program knows. */
export type SchemeId =
  | 'cn.taskType'
  | 'gd.taskType'
  | 'cn.projectType'
  | 'apas.projectType'
  | 'assort.projectType'
  | 'yimen.taskState'
  | 'cn.useLevel'
  | 'cn.serverType'
  | 'cn.deptType'
  | 'yimen.powerSource'
  | 'cn.handleType'
  | 'cn.handleArea'
  | 'yimen.limitUnit'
  | 'cn.yesNo'
  | 'cn.onlineDepth'
  | 'gd.resultType'
  | 'cn.materialForm'
  | 'gd.materialType'
  | 'gd.materialFormat'
  | 'gd.materialNeed'
  | 'gd.sourceType'
  | 'cn.trustGrade';

/**
 * Value codes by scheme. `cn`: the national exchange tables; `gd`, `apas`, `assort`: variants seen in provinces; `yimen`:
 * our own, where no published digit was found or the national list is short (it has no month). See decision 0070.
 */
export const codeSchemes: Readonly<Record<SchemeId, CodeScheme>> = {
  'cn.taskType': {
    zh: '事项类型（国家）',
    values: { ...kinds, '10': value('其他行政权力', 'otherPower'), '20': value('公共服务', 'publicService') },
  },
  'gd.taskType': {
    zh: '事项类型（广东）',
    values: { ...kinds, '20': value('其他行政权力', 'otherPower'), '21': value('公共服务', 'publicService') },
  },
  'cn.projectType': { zh: '办件类型（国家）', values: { '1': instant, '2': promised } },
  'apas.projectType': {
    zh: '办件类型（前置库）',
    values: { '1': instant, '2': promised, '3': joint, '4': upward },
  },
  'assort.projectType': {
    zh: '办件类型（另一平台）',
    values: { '1': promised, '2': instant, '3': upward, '4': joint },
  },
  'yimen.taskState': {
    zh: '事项状态',
    values: { '1': value('在用', 'inForce'), '2': value('暂停', 'suspended'), '3': value('取消', 'abolished') },
  },
  'cn.useLevel': {
    zh: '行使层级',
    values: {
      '1': value('国家级', 'state'),
      '2': value('省级', 'province'),
      '3': value('市级', 'city'),
      '4': value('县级', 'county'),
      '5': value('镇(乡、街道)级', 'town'),
      '6': value('村(社区)级', 'village'),
    },
  },
  'cn.serverType': {
    zh: '服务对象',
    values: {
      '1': value('自然人', 'naturalPerson'),
      '2': value('企业法人', 'company'),
      '3': value('事业法人', 'publicInstitution'),
      '4': value('社会组织法人', 'socialOrganisation'),
      '5': value('非法人企业', 'unincorporated'),
      '6': value('行政机关', 'authority'),
      '9': value('其他组织', 'organisation'),
    },
  },
  'cn.deptType': {
    zh: '实施主体性质',
    values: {
      '1': value('法定机关', 'statutory'),
      '2': value('授权组织', 'authorised'),
      '3': value('受委托组织', 'entrusted'),
    },
  },
  'yimen.powerSource': {
    zh: '权力来源',
    values: {
      '1': value('法定本级行使', 'own'),
      '2': value('上级下放', 'handedDown'),
      '3': value('上级授权', 'granted'),
      '4': value('同级授权', 'grantedBySame'),
      '5': value('上级委托', 'entrustedFromAbove'),
      '6': value('同级委托', 'entrustedBySame'),
    },
  },
  'cn.handleType': {
    zh: '办理形式',
    values: { '1': value('窗口办理', 'window'), '2': value('网上办理', 'online'), '3': value('快递申请', 'express') },
  },
  'cn.handleArea': {
    zh: '通办范围',
    values: {
      '1': value('全国', 'nation'),
      '2': value('跨省', 'acrossProvinces'),
      '3': value('跨市', 'acrossCities'),
      '4': value('跨县', 'acrossCounties'),
      '5': value('跨镇(乡、街道)', 'acrossTowns'),
      '6': value('跨村(社区)', 'acrossVillages'),
    },
  },
  'yimen.limitUnit': {
    zh: '时限单位',
    values: { '1': value('工作日', 'workingDay'), '2': value('自然日', 'calendarDay'), '3': value('月', 'month') },
  },
  'cn.yesNo': { zh: '是否', values: { '0': value('否', 'false'), '1': value('是', 'true') } },
  'cn.onlineDepth': {
    zh: '网上办理深度',
    values: {
      '1': value('互联网咨询', 'enquiry'),
      '2': value('互联网收件', 'receipt'),
      '3': value('互联网预审', 'preReview'),
      '4': value('互联网受理', 'acceptance'),
      '5': value('互联网办理', 'handling'),
      '6': value('互联网办理结果信息反馈', 'resultNotice'),
      '7': value('互联网电子证照反馈', 'electronicLicence'),
      '8': value('其他', 'other'),
    },
  },
  'gd.resultType': {
    zh: '审批结果类型',
    values: {
      '10': value('证照', 'licence'),
      '20': value('批文', 'approval'),
      '30': value('其他', 'other'),
    },
  },
  'cn.materialForm': {
    zh: '材料类型（国标）',
    values: {
      '1': value('原件', 'original'),
      '2': value('复印件', 'copy'),
      '3': value('原件和复印件', 'originalAndCopy'),
    },
  },
  'gd.materialType': {
    zh: '材料类别（广东）',
    values: {
      '1': value('证件证书证明', 'certificate'),
      '2': value('申请表格文书', 'form'),
      '3': value('其他', 'other'),
    },
  },
  'gd.materialFormat': {
    zh: '材料形式',
    values: { '1': value('纸质', 'paper'), '2': value('电子化', 'electronic'), '3': value('纸质/电子化', 'both') },
  },
  'gd.materialNeed': {
    zh: '材料必要性',
    values: {
      '1': value('必要', 'required'),
      '2': value('非必要', 'optional'),
      '3': value('容缺后补', 'acceptOnPromise'),
    },
  },
  'gd.sourceType': {
    zh: '来源渠道',
    values: {
      '10': value('申请人自备', 'applicant'),
      '20': value('政府部门核发', 'government'),
      '99': value('其他', 'other'),
    },
  },
  'cn.trustGrade': {
    zh: '证照信息可信等级（国办函〔2016〕108号）',
    values: {
      A: value('实施机构产生，可直接使用', 'A'),
      B: value('窗口已核验，可重复使用', 'B'),
      C: value('用户上传，需窗口核验原件', 'C'),
      D: value('用户自制，由用户承诺真实', 'D'),
    },
  },
};

export type CodeRefusal = 'scheme_missing' | 'unknown_scheme' | 'unknown_code';

function schemeOf(id: string): CodeScheme | undefined {
  return Object.entries<CodeScheme>(codeSchemes).find(([known]) => known === id)?.[1];
}

/** What a coded value means, in this program's word. A bare digit is refused: it has no meaning. */
export function readCoded({ scheme, code }: CodedValue): Result<string, CodeRefusal> {
  if (scheme === '') return refuse('scheme_missing');
  const known = schemeOf(scheme);
  if (known === undefined) return refuse('unknown_scheme');
  const found = known.values[code];
  return found === undefined ? refuse('unknown_code') : ok(found.is);
}

/** The code a scheme has for one of this program's words, or that of its “other”; undefined where it has neither. */
export function codeFor(scheme: SchemeId, is: string): string | undefined {
  const values = Object.entries(codeSchemes[scheme].values);
  const exact = values.find(([, known]) => known.is === is);
  return (exact ?? values.find(([, known]) => known.is === 'other'))?.[0];
}

/** The words of a scheme, for drop-downs: this program's word and the label people read. */
export function choicesOf(scheme: SchemeId): readonly { readonly is: string; readonly zh: string }[] {
  return Object.values(codeSchemes[scheme].values).map(({ zh, is }) => ({ is, zh }));
}
