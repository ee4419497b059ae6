import type { Family } from './rule.ts';
import type { Words } from './words.ts';

/** Something supervision is asked to find: by these rules, or not yet, and why. */
export interface Duty {
  readonly family: Family;
  readonly name: Words;
  /** Codes of shipped rules. */
  readonly rules: readonly string[];
  readonly notYet?: Words;
}

const duty = (family: Family, zh: string, en: string, ...rules: readonly string[]): Duty => ({
  family,
  name: { zh, en },
  rules,
});
const notYet = (family: Family, [zh, en]: readonly [string, string], why: Words): Duty => ({
  ...duty(family, zh, en),
  notYet: why,
});

/** 监察事项: what the supervision of approvals watches for, family by family. Whatever no rule finds says why. */
export const duties: readonly Duty[] = [
  duty('time', '各时限将满、已满', 'each clock about to end, or ended', 'T01', 'T02', 'T03', 'T04', 'T06', 'T07'),
  duty('time', '环节超时（办件未超期）', 'a step over though the case is not', 'T05', 'T08'),
  notYet('time', ['初审后报送上级超期', 'posted to the higher authority late'], {
    zh: '办件没有“报送上级”这一环节，事项没有初审单位',
    en: 'A case has no act of sending up: items have no authority of first examination',
  }),
  notYet('time', ['缴费通知、到账超期', 'payment posted late'], {
    zh: '尚无缴费记录：费用只列明，不收取',
    en: 'No payment is on record: fees are told here, not collected',
  }),
  duty('process', '环节跳越、倒序', 'a step skipped or reordered', 'P03'),
  duty('process', '受审不分、审批不分', 'receiver also approver, examiner also approver', 'P01', 'P02'),
  duty('process', '未签批先用印', 'seal without sign-off', 'P04'),
  duty('process', '单人核查', 'single inspector', 'P05'),
  duty('process', '无授权办理', 'work outside authorisation', 'P06'),
  duty('process', '开放时间以外办理窗口业务', 'window work outside opening hours', 'P07'),
  duty('material', '要求清单以外的材料', 'material demanded outside the list', 'M01'),
  duty('material', '再次补正', 'a second correction', 'M02', 'M04'),
  duty('material', '政府部门已有仍要求提交', 'asked for though held or shared', 'M03'),
  duty('fee', '收费没有依据', 'a fee without basis', 'C01', 'C02'),
  notYet('fee', ['不按公式、标准收费', 'a fee not by its formula'], {
    zh: '收费台账有实收金额，标准的计算须有申请表的填报内容，尚不比对',
    en: 'Ledgers of fees have the amounts; their standards reckon with the application’s answers and are not compared yet',
  }),
  notYet('fee', ['以违规收费为条件扣压决定', 'a decision held for an unlawful fee'], {
    zh: '决定不能以缴费为条件；实收在系统之外的，以投诉发现（责任追究可依投诉立案）',
    en: 'No decision here waits for a payment; what is asked outside is found by complaint, on which a case may be opened',
  }),
  duty('discretion', '审查意见不同意而准予，未说明理由', 'outside the opinions without reason', 'D02'),
  notYet('discretion', ['超出裁量基准', 'outside the table of discretion'], {
    zh: '事项可以附裁量基准，办件的决定尚不按裁量基准逐项记录',
    en: 'Items may carry tables of discretion; decisions do not yet record the row they chose',
  }),
  duty('discretion', '不予受理、不予许可无理由或者未告知救济', 'refusal without reason or remedy', 'D01'),
  duty('suspension', '最后十分之一内启动特别程序', 'begun in the last tenth', 'S01'),
  duty('suspension', '没有送达告知书', 'no served notice', 'S02'),
  duty('suspension', '超过告知时间', 'overrun of the planned time', 'S03', 'S05'),
  duty('suspension', '结束后一小时内即决定', 'resumed and decided within the hour', 'S04'),
  duty('suspension', '特别程序率远高于其他部门', 'a rate of suspensions far above peers', 'S06'),
  duty('data', '先办后录：全程只有几分钟', 'keyed in afterwards: a life inside minutes', 'A01', 'A02', 'A06'),
  duty('data', '集中办理、下班前集中办理', 'bursts, and bursts at day’s end', 'A04', 'A07'),
  notYet('data', ['扫描件早于收件', 'scans older than receipt'], {
    zh: '尚不读取文件内的拍摄、生成时间；网上提交的文件本来就早于收件',
    en: 'Dates inside files are not read; what is filed online is older than its receipt by nature',
  }),
  duty('data', '同一电话用于多个申请人、终端时间不符', 'one phone for many applicants, a device’s time', 'A03', 'A05'),
  notYet('data', ['同一设备用于多个申请人', 'one device for many applicants'], {
    zh: '不留存群众设备的识别信息',
    en: 'Nothing that identifies a citizen’s device is kept',
  }),
  duty('service', '差评、评价异常', 'bad rating, a rating that looks made', 'V01', 'V02'),
  notYet('service', ['投诉', 'a complaint'], {
    zh: '投诉在系统之外受理；可依投诉编号立案追究',
    en: 'Complaints are taken outside the system; a case of accountability opens on their number',
  }),
  notYet('service', ['脱岗', 'absence'], {
    zh: '不设打卡；检查发现的缺岗由督查岗凭记录登记计分',
    en: 'There is no clocking in; an absence found by a check is entered in the score with its record',
  }),
  duty('refile', '撤回、退回后重报', 'withdrawn and refiled to wash the clock', 'R01', 'R02'),
];
