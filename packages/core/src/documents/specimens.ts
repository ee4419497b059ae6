import { day, instant } from '@yimen/kernel';
import type { ContentOf } from './content.ts';
import type { PaperKind } from './kinds.ts';
import type { Contact, Issuer, LimitLine, Officer, PaperHead } from './parts.ts';
import { numberNature, paperNumber } from './number.ts';
import { sealFor } from './rules.ts';

const AUTHORITY: Issuer = { role: 'authority', name: '安阳市住房和城乡建设局' };
const CENTRE: Issuer = { role: 'centre', name: '安阳市市民之家' };
const APPLICANT: Issuer = { role: 'applicant', name: '安阳市样本建设有限公司' };
const CONTACT: Contact = { name: '李样本', phone: '0372-0000000', place: '安阳市市民之家二楼住建综合窗口' };
const CLERK: Officer = { name: '王样本', post: '综合窗口受理员' };
const REMEDIES = { reconsiderationBody: '安阳市人民政府', court: '安阳市文峰区人民法院' };
const PERMIT_LAW = '《中华人民共和国建筑法》第八条';
const ENTRY = '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328';
const limit = (length: number, due: string, basis: string | null): LimitLine => ({
  length,
  unit: 'workingDay',
  startEvent: 'acceptance',
  due: day(due),
  provisional: false,
  basis,
});

function head<K extends PaperKind>(kind: K, issuer: Issuer, issuedOn: string): PaperHead<K> {
  const nature = numberNature(kind, 'licence');
  const authorityShortName = issuer.role === 'centre' ? '安政务' : '安住建';
  return {
    kind,
    number: nature === null ? null : paperNumber({ authorityShortName, nature, year: 2026, serial: 12 }),
    caseNumber: '20260302-00012-7',
    issuer,
    seal: sealFor(kind, issuer),
    addressee: { kind: 'organisation', name: '安阳市样本建设有限公司', identity: '91410500MA00000000' },
    item: { name: '建筑工程施工许可证核发', code: null, matter: 'licence' },
    issuedOn: day(issuedOn),
    verification: { url: 'http://localhost/verify/K7QM3XP92RWD', code: 'K7QM-3XP9-2RWD', entryHash: ENTRY },
    demonstration: true,
  };
}

/** The applicant's model of a filled-in form (示范文本, Art. 30), the press's warm-up and the tests' starting point. */
export const specimens: { readonly [K in PaperKind]: ContentOf<K> } = {
  applicationForm: {
    ...head('applicationForm', APPLICANT, '2026-03-02'),
    filedAt: instant('2026-03-02T02:05:00.000Z'),
    authority: AUTHORITY.name,
    agent: '赵样本（授权委托书）',
    groups: [
      {
        title: '工程基本情况',
        answers: [
          { question: '工程名称', answer: '样本小区一期工程' },
          { question: '建设地址', answer: '安阳市文峰区样本路1号' },
          { question: '建筑面积（平方米）', answer: '12000' },
          { question: '合同工期', answer: '2026年4月1日至2027年10月31日' },
        ],
      },
    ],
    materials: [
      '建筑工程施工许可申请表（原件1份）',
      '建设工程规划许可证（电子件）',
      '施工图设计文件审查合格书（复印件1份）',
    ],
  },
  receipt: {
    ...head('receipt', CENTRE, '2026-03-02'),
    receivedAt: instant('2026-03-02T02:05:00.000Z'),
    receivedBy: CLERK,
    materials: [
      { name: '建筑工程施工许可申请表', copies: 1, form: 'original', remark: null },
      { name: '建设工程规划许可证', copies: 1, form: 'electronic', remark: '数据共享取得' },
      { name: '施工图设计文件审查合格书', copies: 1, form: 'copy', remark: null },
    ],
    acceptanceDue: day('2026-03-09'),
    queryCode: '482913',
    contact: CONTACT,
  },
  correctionNotice: {
    ...head('correctionNotice', AUTHORITY, '2026-03-04'),
    receivedOn: day('2026-03-02'),
    basis: ['《中华人民共和国行政许可法》第三十二条第一款第四项'],
    defects: [
      {
        material: '建筑工程施工许可申请表',
        defect: '未加盖建设单位公章',
        standard: '申请表第三页“建设单位”处加盖公章',
      },
      { material: '施工图设计文件审查合格书', defect: '未提交', standard: '提交复印件1份，注明“与原件一致”并加盖公章' },
    ],
    deliverBy: day('2026-03-20'),
    contact: CONTACT,
  },
  acceptanceNotice: {
    ...head('acceptanceNotice', AUTHORITY, '2026-03-06'),
    receivedOn: day('2026-03-02'),
    acceptedOn: day('2026-03-06'),
    basis: ['《中华人民共和国行政许可法》第三十二条第一款第五项'],
    deemed: null,
    statutoryLimit: { ...limit(7, '2026-03-17', PERMIT_LAW) },
    promisedLimit: limit(3, '2026-03-11', null),
    notCounted: [],
    handlingAgency: '安阳市住房和城乡建设局行政审批办公室',
    complaintPhone: '12345',
    contact: CONTACT,
  },
  declinedAcceptance: {
    ...head('declinedAcceptance', AUTHORITY, '2026-03-03'),
    receivedOn: day('2026-03-02'),
    ground: 'notCompetent',
    reason:
      '申请的工程位于林州市行政区域内，按照建筑工程施工许可的管理权限，应当由工程所在地县级住房和城乡建设主管部门办理。',
    competentAuthority: '林州市住房和城乡建设局',
    basis: ['《中华人民共和国行政许可法》第三十二条第一款第二项'],
    remedies: REMEDIES,
    contact: CONTACT,
  },
  licenceNotRequired: {
    ...head('licenceNotRequired', AUTHORITY, '2026-03-02'),
    receivedOn: day('2026-03-02'),
    reason: '申请的工程为限额以下的小型工程，依照《中华人民共和国建筑法》第七条的规定，不需要申请领取施工许可证。',
    basis: ['《中华人民共和国行政许可法》第三十二条第一款第一项'],
    remedies: REMEDIES,
    contact: CONTACT,
  },
  returnNotice: {
    ...head('returnNotice', AUTHORITY, '2026-03-02'),
    receivedOn: day('2026-03-02'),
    reason: '该工程已于2026年2月提出同样的申请，正在办理，本次申请系重复提交。',
    basis: ['《中华人民共和国建筑法》第七条'],
    remedies: REMEDIES,
    contact: CONTACT,
  },
  specialProcedureNotice: {
    ...head('specialProcedureNotice', AUTHORITY, '2026-03-09'),
    acceptedOn: day('2026-03-06'),
    procedure: 'expertReview',
    procedureName: null,
    reason: '该工程属于超限高层建筑工程，需要对抗震设防进行专项审查',
    basis: ['《中华人民共和国行政许可法》第四十五条'],
    planned: { length: 15, unit: 'workingDay' },
    startsOn: day('2026-03-09'),
    expectedEnd: day('2026-03-30'),
    stopsStatutory: true,
    stopsPromise: true,
    contact: CONTACT,
  },
  extensionNotice: {
    ...head('extensionNotice', AUTHORITY, '2026-03-16'),
    acceptedOn: day('2026-03-06'),
    days: 10,
    unit: 'workingDay',
    reason: '工程情况复杂，需要进一步核实周边管线保护方案',
    basis: ['《中华人民共和国行政许可法》第四十二条第一款'],
    envelope: 'single',
    approver: { name: '张样本', post: '安阳市住房和城乡建设局局长', office: 'authorityHead' },
    approvedOn: day('2026-03-16'),
    dueBefore: day('2026-04-03'),
    dueAfter: day('2026-04-20'),
    contact: CONTACT,
  },
  grantDecision: {
    ...head('grantDecision', AUTHORITY, '2026-03-10'),
    acceptedOn: day('2026-03-06'),
    facts: [
      '申请人已取得样本小区一期工程的建设工程规划许可证，施工场地具备施工条件，已确定施工单位，有满足施工需要的资金安排、施工图纸及技术资料，有保证工程质量和安全的具体措施。',
    ],
    basis: [PERMIT_LAW, '《中华人民共和国行政许可法》第三十八条第一款'],
    content: '准予样本小区一期工程（建筑面积12000平方米）施工。',
    conditions: [],
    validity: { from: day('2026-03-10'), to: null },
    licences: [{ name: '建筑工程施工许可证', number: '410500202603100101' }],
    deliveryDue: day('2026-03-24'),
    remedies: null,
    contact: CONTACT,
  },
  partialGrant: {
    ...head('partialGrant', AUTHORITY, '2026-03-10'),
    acceptedOn: day('2026-03-06'),
    facts: [
      '申请人就样本小区一期、二期工程一并提出申请。',
      '一期工程符合法定条件；二期工程尚未取得建设工程规划许可证。',
    ],
    basis: [PERMIT_LAW, '《中华人民共和国行政许可法》第三十八条'],
    content: '准予样本小区一期工程（建筑面积12000平方米）施工。',
    conditions: ['开工前将专项施工方案报工程质量安全监督机构。', '夜间施工遵守噪声污染防治的规定。'],
    validity: { from: day('2026-03-10'), to: day('2027-12-31') },
    licences: [{ name: '建筑工程施工许可证', number: null }],
    deliveryDue: day('2026-03-24'),
    refusedPart: '样本小区二期工程施工。',
    reasons: ['二期工程未取得建设工程规划许可证，不符合《中华人民共和国建筑法》第八条第一款第二项规定的条件。'],
    remedies: REMEDIES,
    contact: CONTACT,
  },
  refusalDecision: {
    ...head('refusalDecision', AUTHORITY, '2026-03-10'),
    acceptedOn: day('2026-03-06'),
    facts: ['申请人申请的样本小区一期工程，施工场地的征收补偿尚未完成，不具备施工条件。'],
    reasons: [
      '施工场地不具备施工条件，不符合《建筑工程施工许可管理办法》第四条第一款规定的条件。',
      '未提交保证工程质量和安全的具体措施，不符合《中华人民共和国建筑法》第八条第一款第六项规定的条件。',
    ],
    basis: [PERMIT_LAW, '《中华人民共和国行政许可法》第三十八条第二款'],
    remedies: REMEDIES,
    contact: CONTACT,
  },
  licence: {
    ...head('licence', AUTHORITY, '2026-03-10'),
    number: '410500202603100101',
    licenceName: '建筑工程施工许可证',
    form: 'licence',
    entries: [
      { label: '工程名称', value: '样本小区一期工程' },
      { label: '建设地址', value: '安阳市文峰区样本路1号' },
      { label: '建设规模', value: '12000平方米' },
      { label: '施工单位', value: '河南样本建筑工程有限公司' },
    ],
    decisionNumber: '安住建许准字〔2026〕12号',
    validFrom: day('2026-03-10'),
    validTo: null,
  },
  proofOfService: {
    ...head('proofOfService', AUTHORITY, '2026-03-11'),
    papers: [
      { title: '准予行政许可决定书', number: '安住建许准字〔2026〕12号' },
      { title: '建筑工程施工许可证', number: '410500202603100101' },
    ],
    method: 'inPerson',
    place: '安阳市市民之家统一出件窗口',
    servedAt: instant('2026-03-11T01:30:00.000Z'),
    servedBy: [{ name: '陈样本', post: '出件员' }],
    receiver: { name: '赵样本', relation: '代理人' },
    witnesses: [],
    trace: null,
    remark: null,
  },
  approvalSheet: {
    ...head('approvalSheet', AUTHORITY, '2026-03-12'),
    receivedOn: day('2026-03-02'),
    acceptedOn: day('2026-03-06'),
    opinions: [
      { step: '受理', opinion: '予以受理。', officer: CLERK, on: day('2026-03-06') },
      {
        step: '审查',
        opinion: '同意。材料齐全，符合法定条件。',
        officer: { name: '李样本', post: '审批科审核岗' },
        on: day('2026-03-09'),
      },
      {
        step: '签批',
        opinion: '同意。',
        officer: { name: '张样本', post: '首席代表' },
        on: day('2026-03-10'),
      },
    ],
    outcome: '准予，已办结',
    compiledBy: CLERK,
  },
  caseFileCover: {
    ...head('caseFileCover', AUTHORITY, '2026-03-12'),
    title: '安阳市样本建设有限公司申请建筑工程施工许可证核发',
    outcome: '准予行政许可',
    receivedOn: day('2026-03-02'),
    closedOn: day('2026-03-11'),
    retention: '30年',
    pieces: 9,
    pages: 26,
    compiledBy: CLERK,
  },
  caseFileList: {
    ...head('caseFileList', AUTHORITY, '2026-03-12'),
    entries: [
      {
        title: '行政许可申请书',
        number: null,
        responsible: '安阳市样本建设有限公司',
        on: day('2026-03-02'),
        pages: 2,
        sha256: null,
      },
      {
        title: '行政许可申请受理通知书',
        number: '安住建许受字〔2026〕12号',
        responsible: AUTHORITY.name,
        on: day('2026-03-06'),
        pages: 1,
        sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      },
      {
        title: '准予行政许可决定书',
        number: '安住建许准字〔2026〕12号',
        responsible: AUTHORITY.name,
        on: day('2026-03-10'),
        pages: 1,
        sha256: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      },
    ],
    compiledBy: CLERK,
  },
};
