import type { SignalName } from './measures.ts';
import type { Words } from './words.ts';

/** What a measure is called in a sentence; one that is so or not has a wording for each. */
type Said = Words | { readonly so: Words; readonly not: Words };
const so = (zh: string, en: string, notZh: string, notEn: string): Said => ({
  so: { zh, en },
  not: { zh: notZh, en: notEn },
});
const called = (zh: string, en: string): Words => ({ zh, en });

/** By `signal.measure` where two signals mean different things by one name, else by the measure. */
const said: { readonly [name: string]: Said } = {
  promised: so('属于承诺件', 'it is a promised case', '不是承诺件', 'it is not a promised case'),
  duty: called('所办职责', 'the duty'),
  receivedByToo: so('办理人曾经收件', 'the same person received it', '办理人没有收件', 'another person received it'),
  examinedByToo: so('办理人曾经审查', 'the same person examined it', '办理人没有审查', 'another person examined it'),
  act: called('所办事情', 'the act'),
  openSteps: called('尚未办完的环节数', 'the number of steps still open'),
  signed: so('已经签发', 'it was signed', '没有签发', 'it was not signed'),
  stepWasOpen: so('该环节已经开始', 'the step had begun', '该环节没有开始', 'the step had not begun'),
  legalReviewMissing: so('缺少法制审核', 'legal review is missing', '有法制审核', 'legal review is there'),
  minutesMissing: so('缺少集体讨论纪要', 'minutes are missing', '有集体讨论纪要', 'minutes are there'),
  procedure: called('特别程序', 'the special procedure'),
  officers: called('参加的工作人员数', 'the number of officers'),
  authorised: so('有授权', 'it was authorised', '没有授权', 'it was not authorised'),
  hour: called('办理时刻（时）', 'the hour'),
  workingDay: so('当日是工作日', 'it was a working day', '当日不是工作日', 'it was not a working day'),
  returns: called('退回次数', 'the number of returns'),
  second: so(
    '不是首次告知补正',
    'it is another correction notice',
    '首次告知补正',
    'it is the first correction notice',
  ),
  unlisted: called('清单以外的材料数', 'the number of materials not on the list'),
  governmentHeld: called('政府部门已有的材料数', 'the number of materials government holds'),
  'correction.usedShare': called('受理期限已用的百分比', 'the share of the acceptance period used, in per cent,'),
  usedShare: called('承诺时限已用的百分比', 'the share of the promised time used, in per cent,'),
  withoutBasis: called('没有法律、行政法规依据的收费项数', 'the number of fees without a basis in law'),
  reasonMissing: so('没有写明理由', 'no reason is given', '写明了理由', 'a reason is given'),
  remedyMissing: so('没有告知救济途径', 'no remedy is named', '告知了救济途径', 'a remedy is named'),
  disagreed: called('不同意的审查意见数', 'the number of opinions against it'),
  outcome: called('决定结果', 'the outcome'),
  explained: so('说明了理由', 'it was explained', '没有说明理由', 'it was not explained'),
  noticeMissing: so('没有送达告知书', 'no notice was served', '送达了告知书', 'a notice was served'),
  plannedDays: called('告知的天数', 'the days told'),
  allowedDays: called('规定允许的天数', 'the days allowed'),
  'resumption.minutes': called('特别程序结束到作出决定的分钟数', 'minutes from its end to the decision'),
  'life.minutes': called('收件到作出决定的分钟数', 'minutes from receipt to decision'),
  'device.minutes': called('设备与服务器时间相差的分钟数', 'minutes between device and server'),
  steps: called('其间的环节数', 'the number of steps between'),
  daysBefore: called('早于系统记录的天数', 'days before the server’s day'),
  acts: called('十分钟内的办理次数', 'acts in ten minutes'),
  applicants: called('三十日内同一电话的申请人数', 'applicants of one telephone in thirty days'),
  earlierEnding: called('前一办件的结果', 'the end of the earlier case'),
  daysSince: called('距前一办件结束的天数', 'days since the earlier case ended'),
  byOfficer: so('由工作人员代为撤回', 'an officer entered it', '由申请人撤回', 'the applicant did it'),
  served: so('决定已经送达', 'the decision was served', '决定没有送达', 'the decision was not served'),
  afterRevision: called('不能衔接的记录序号', 'the number of the entry that cannot follow'),
  cases: called('当月受理的件数', 'cases accepted in the month'),
  share: called('其中启动特别程序的百分比', 'the share of them with a special procedure, in per cent,'),
  others: called('其他部门的百分比', 'the share in the other departments, in per cent'),
  level: called('评价等级', 'the rating'),
  seconds: called('办结后的秒数', 'seconds since the end'),
};

const values: { readonly [text: string]: Words } = {
  examination: called('审查', 'examination'),
  decisionSealed: called('用印', 'sealing'),
  siteVisit: called('现场核查', 'site visit'),
  grant: called('准予', 'to grant'),
  withdrawn: called('撤回', 'withdrawn'),
  returned: called('退件', 'returned'),
  terminated: called('终止', 'terminated'),
};

const quoted = (text: string): Words => called(`“${text}”`, `“${text}”`);

/** A text a condition compares with, as people say it. */
export const valueWords = (text: string): Words => values[text] ?? quoted(text);

/** A measure of a signal as it is said; with `not`, that it is not so. A measure nobody has words for keeps its name. */
export function measureWords(signal: SignalName, name: string, not = false): Words {
  const found = said[`${signal}.${name}`] ?? said[name];
  if (found === undefined) return not ? called(`没有“${name}”`, `not “${name}”`) : quoted(name);
  if ('so' in found) return not ? found.not : found.so;
  return not ? called(`${found.zh}不成立`, `not ${found.en}`) : found;
}
