import type { Words } from './words.ts';

/** What has gone wrong in real halls, by the numbers this product knows it by. */
export const failures = {
  F01: { zh: '体外循环', en: 'handled outside the system' },
  F02: { zh: '先办后录、批量补录', en: 'keyed in afterwards' },
  F03: { zh: '滥用特别程序停表', en: 'special procedures as a pretext' },
  F04: { zh: '反复补正、不一次性告知', en: 'corrections asked again and again' },
  F05: { zh: '收而不受', en: 'held before acceptance' },
  F06: { zh: '超时不报警、报警不处理', en: 'alarms that do not sound or are not heeded' },
  F07: { zh: '录假数据、冲量', en: 'invented cases' },
  F08: { zh: '重复提供材料', en: 'the same material again' },
  F09: { zh: '隐性审批、兜底材料', en: 'hidden conditions' },
  F10: { zh: '二次录入', en: 'typed into two systems' },
  F11: { zh: '只收不审、权不进厅', en: 'a counter without powers' },
  F12: { zh: '黄牛、插队、中介勾结', en: 'touts and jumped queues' },
  F13: { zh: '卡点寻租', en: 'rent from slowness' },
  F14: { zh: '好差评刷分、干扰、代评', en: 'ratings forced or invented' },
  F15: { zh: '差评投诉不了了之', en: 'bad ratings left unanswered' },
  F16: { zh: '账号共用、代签', en: 'shared accounts' },
  F17: { zh: '一人多岗、自受自批', en: 'one person does it all' },
  F18: { zh: '搭车、违规收费', en: 'unlawful fees' },
  F19: { zh: '退件重报洗时限、假办结', en: 'clocks washed by refiling' },
  F20: { zh: '承诺、容缺后不核查', en: 'promises never checked' },
  F21: { zh: '联审缺席、不表态', en: 'silence in joint review' },
  F22: { zh: '指定中介', en: 'prescribed intermediaries' },
  F23: { zh: '帮办变包办、代办冒充本人', en: 'agents posing as applicants' },
  F24: { zh: '泄露与过度公开', en: 'leaks' },
  F25: { zh: '大屏失真、口径打架', en: 'figures that are not true' },
  F26: { zh: '考核异化、指尖形式主义', en: 'assessment for its own sake' },
  F27: { zh: '“系统坏了”当理由', en: 'the system was down' },
  F28: { zh: '评价人信息外泄、报复', en: 'raters found out' },
} as const;
export type Failure = keyof typeof failures;

/** Beside rules: a design that keeps it from happening, or why it cannot be found yet. */
export interface Answer {
  readonly prevented?: Words;
  readonly notYet?: Words;
}

/** What else there is against each failure; one that no rule finds must stand here. */
export const otherAnswers: Partial<Readonly<Record<Failure, Answer>>> = {
  F01: {
    prevented: {
      zh: '文号、印章、许可证号只由办件产生，文书带二维码可当场核验',
      en: 'Numbers, seals and licence serials come from cases only; every paper is verified by its QR code',
    },
    notYet: {
      zh: '证照、用印、收费台账和取号记录逐月对账（覆盖率）；不直接读取证照库、非税系统和取号机',
      en: 'Ledgers of licences, seals, fees and queue tickets are reconciled each month; registers and machines are not read directly',
    },
  },
  F08: {
    prevented: { zh: '清单以外的材料不能进入补正通知', en: 'What is not on the list cannot enter a correction notice' },
  },
  F10: { notYet: { zh: '尚无与垂直系统的接口', en: 'There is no interface to vertical systems yet' } },
  F12: {
    notYet: {
      zh: '取号记录逐月对账，列出窗口收件而当日没有取号的办件；叫号在系统之外，叫号次序和代取号不能发现',
      en: 'Queue tickets are reconciled each month and cases received without one are listed; calls are made outside, so their order and who took a number are not seen',
    },
  },
  F14: {
    prevented: {
      zh: '评价只能凭申请人本人的查询凭证提交，默认评价不计入',
      en: 'Only the applicant’s own token can rate; no default is counted',
    },
  },
  F20: { notYet: { zh: '告知承诺、容缺受理的核查任务尚未提供', en: 'Checks after promises are not there yet' } },
  F21: { notYet: { zh: '并联审批、联合验收尚未提供', en: 'Joint review is not there yet' } },
  F22: { notYet: { zh: '中介服务管理尚未提供', en: 'Intermediaries are not managed here yet' } },
  F24: {
    prevented: {
      zh: '列表脱敏、按岗位可见，公开数据另有结构',
      en: 'Lists are masked, sight goes by post, public data has shapes of its own',
    },
  },
  F25: {
    prevented: {
      zh: '每个数字带公式并可点开到办件；测试用另写的 SQL 在随机日期重算',
      en: 'Every figure has its formula and opens its rows; tests recompute it by SQL of their own at random dates',
    },
  },
  F26: {
    prevented: {
      zh: '不设打卡、积分、在线时长和人员排名',
      en: 'No clock-in, no points for presence, no ranking of persons',
    },
  },
  F27: {
    prevented: {
      zh: '以系统故障为由免责，须引用登记的故障记录',
      en: 'An outage excuses only with the record of the outage',
    },
    notYet: {
      zh: '故障登记目前由监督人员填写，尚不由监测自动生成',
      en: 'Outages are recorded by the supervisor, not by monitoring',
    },
  },
  F28: {
    prevented: {
      zh: '差评牌不告知经办人，评价内容不进入其可见范围',
      en: 'Cards of ratings are kept from the officers they concern',
    },
  },
};
