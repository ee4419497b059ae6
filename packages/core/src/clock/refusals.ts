/** Why an act on a clock is unlawful: the article and the words for the screen. */
export interface ClockRefusal {
  readonly code: ClockRefusalCode;
  readonly article: string;
  readonly message: string;
  readonly messageEn: string;
}

export type ClockRefusalCode =
  | 'statutory_clock_not_stopped'
  | 'promise_not_stopped'
  | 'notice_missing'
  | 'planned_end_missing'
  | 'planned_end_before_service'
  | 'received_before_service'
  | 'extension_not_allowed'
  | 'extended_already'
  | 'extension_after_expiry'
  | 'extension_wrong_approver'
  | 'extension_reason_missing'
  | 'extension_too_long';

const ART_42 = '行政许可法第四十二条';
const ART_45 = '行政许可法第四十五条';
const refusal = (code: ClockRefusalCode, article: string, message: string, messageEn: string): ClockRefusal => ({
  code,
  article,
  message,
  messageEn,
});

const all: readonly ClockRefusal[] = [
  refusal(
    'statutory_clock_not_stopped',
    ART_45,
    '该程序不在第四十五条所列八项之内，也没有法律、法规另行规定，所需时间计入法定期限',
    'this procedure is not one of the eight of Art. 45 and no other law names it: its time counts towards the statutory limit',
  ),
  refusal(
    'promise_not_stopped',
    ART_45,
    '办事指南没有载明该程序所需时间不计入承诺时限',
    'the published guide does not say that the time of this procedure is left out of the promised limit',
  ),
  refusal(
    'notice_missing',
    ART_45,
    '应当将所需时间书面告知申请人；没有送达告知书的，期限不停止计算',
    'the applicant must be told in writing how long it will take; without a served notice the clock does not stop',
  ),
  refusal('planned_end_missing', ART_45, '告知书应当载明所需时间', 'the notice must name the time needed'),
  refusal(
    'planned_end_before_service',
    ART_45,
    '预计完成日早于告知书送达日',
    'the planned end is before the day the notice was served',
  ),
  refusal(
    'received_before_service',
    ART_45,
    '收到结果日早于告知书送达日',
    'the result was received before the notice was served',
  ),
  refusal('extension_not_allowed', ART_42, '该事项依法不得延长办理期限', 'the law allows no extension for this item'),
  refusal('extended_already', ART_42, '办理期限只能延长一次', 'a limit can be extended only once'),
  refusal('extension_after_expiry', ART_42, '期限届满后不得再延长', 'a limit cannot be extended after it has ended'),
  refusal(
    'extension_wrong_approver',
    ART_42,
    '延长期限须经本机关负责人批准；统一办理、联合办理、集中办理的，须经本级人民政府负责人批准',
    'the head of the authority must approve; for unified, joint or concentrated handling, the head of the government',
  ),
  refusal(
    'extension_reason_missing',
    ART_42,
    '应当将延长期限的理由告知申请人',
    'the applicant must be told the reason for the extension',
  ),
  refusal('extension_too_long', ART_42, '延长的期限超过法定上限', 'the extension is longer than the law allows'),
];

/** Every refusal of this module by its code. */
export const clockRefusals: ReadonlyMap<ClockRefusalCode, ClockRefusal> = new Map(
  all.map((entry) => [entry.code, entry]),
);

export function clockRefusal(code: ClockRefusalCode): ClockRefusal {
  const found = clockRefusals.get(code);
  if (found === undefined) throw new Error(`no words for ${code}`);
  return found;
}
