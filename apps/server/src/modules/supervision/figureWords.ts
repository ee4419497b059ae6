/** What a figure counts, in words that can be reckoned again: the formula stands beside every number. */
export const figureWords = {
  received: {
    zh: '收件',
    en: 'Received',
    unit: 'case',
    formula: { zh: '期间内收到申请材料的办件数（按收件日）', en: 'Cases whose application was received in the period' },
  },
  accepted: {
    zh: '受理',
    en: 'Accepted',
    unit: 'case',
    formula: {
      zh: '期间内受理的办件数（按受理日，含视为受理）',
      en: 'Cases accepted in the period, deemed acceptance included',
    },
  },
  decided: {
    zh: '办结',
    en: 'Decided',
    unit: 'case',
    formula: { zh: '期间内作出决定的办件数（按决定日）', en: 'Cases decided in the period' },
  },
  refused: {
    zh: '不予许可',
    en: 'Refused',
    unit: 'case',
    formula: { zh: '期间内决定为不予许可的办件数', en: 'Cases decided by refusal in the period' },
  },
  late: {
    zh: '超期办结',
    en: 'Decided late',
    unit: 'case',
    formula: { zh: '期间内决定且晚于承诺时限的办件数', en: 'Cases decided after the promised limit' },
  },
  onTimeRate: {
    zh: '按时办结率',
    en: 'On-time rate',
    unit: 'share',
    formula: { zh: '1 −（超期办结 ÷ 办结）', en: '1 − decided late ÷ decided' },
  },
  earlyRate: {
    zh: '提前办结率',
    en: 'Early rate',
    unit: 'share',
    formula: {
      zh: '承诺件中用时少于承诺的 ÷ 承诺件办结（承诺以工作日计且大于零）',
      en: 'Promised cases that took less than promised ÷ promised cases decided (promises in working days above zero)',
    },
  },
  instantRate: {
    zh: '即办率',
    en: 'Instant rate',
    unit: 'share',
    formula: { zh: '即办件办结 ÷ 办结', en: 'Instant cases decided ÷ decided' },
  },
  averageDays: {
    zh: '平均用时',
    en: 'Average time',
    unit: 'day',
    formula: {
      zh: '承诺件用时之和 ÷ 件数；用时自受理次日起算工作日，扣除依法暂停的日数',
      en: 'Sum of working days of promised cases ÷ their number, from the day after acceptance, days stopped by law taken out',
    },
  },
  decisionSpeedUp: {
    zh: '办结提速率',
    en: 'Speed-up on promises',
    unit: 'share',
    formula: {
      zh: '1 −（承诺件用时之和 ÷ 承诺时限之和）；即办件（承诺为零）不计',
      en: '1 − sum of time taken ÷ sum of time promised; instant cases left out',
    },
  },
  promiseSpeedUp: {
    zh: '承诺提速率（按办件）',
    en: 'Promises against the law',
    unit: 'share',
    formula: {
      zh: '1 −（承诺时限之和 ÷ 法定时限之和），按办结的承诺件计',
      en: '1 − sum of promised ÷ sum of statutory limits, over promised cases decided',
    },
  },
  onlineRate: {
    zh: '网办率',
    en: 'Online rate',
    unit: 'share',
    formula: { zh: '网上提交 ÷ 收件', en: 'Filed online ÷ received' },
  },
  satisfaction: {
    zh: '满意率',
    en: 'Satisfaction',
    unit: 'share',
    formula: {
      zh: '基本满意以上（3—5 级）÷ 有效评价；不含默认评价',
      en: 'Ratings of three and above ÷ ratings given; no defaults',
    },
  },
  served: {
    zh: '送达',
    en: 'Served',
    unit: 'case',
    formula: { zh: '期间内送达决定的办件数（按送达日）', en: 'Cases whose decision was served in the period' },
  },
  wholeOnlineRate: {
    zh: '全程网办率',
    en: 'Wholly online',
    unit: 'share',
    formula: {
      zh: '网上提交且申请人一次也没有到场的送达件 ÷ 送达',
      en: 'Cases filed online and served without the applicant ever coming ÷ served',
    },
  },
  oneVisitRate: {
    zh: '最多跑一次率',
    en: 'At most one visit',
    unit: 'share',
    formula: {
      zh: '申请人到场不超过一天的送达件 ÷ 送达；到场指到窗口提交、补正、领取，同一天计一次',
      en: 'Served cases for which the applicant came on one day at most ÷ served; coming is to file, correct or fetch',
    },
  },
  ratingRate: {
    zh: '主动评价率',
    en: 'Rated by the applicant',
    unit: 'share',
    formula: {
      zh: '期间内送达且申请人已评价的办件 ÷ 送达；系统没有默认评价',
      en: 'Cases served in the period that the applicant has rated ÷ served; there are no default ratings',
    },
  },
  mendedRate: {
    zh: '差评整改率',
    en: 'Bad ratings mended',
    unit: 'share',
    formula: {
      zh: '期间内产生的差评牌中整改已验收的 ÷ 差评牌；核实后撤销、免责的不计',
      en: 'Cards of bad ratings raised in the period whose rectification was accepted ÷ all but those rescinded or excused',
    },
  },
  warnings: {
    zh: '预警',
    en: 'Warnings',
    unit: 'card',
    formula: { zh: '期间内产生的预警数', en: 'Warnings raised in the period' },
  },
  yellows: {
    zh: '黄牌',
    en: 'Yellow cards',
    unit: 'card',
    formula: {
      zh: '期间内产生的黄牌数（含后来撤销、免责的）',
      en: 'Yellow cards raised in the period, those later rescinded or excused included',
    },
  },
  reds: {
    zh: '红牌',
    en: 'Red cards',
    unit: 'card',
    formula: {
      zh: '期间内产生的红牌数（含后来撤销、免责的）',
      en: 'Red cards raised in the period, those later rescinded or excused included',
    },
  },
  upheld: {
    zh: '认定',
    en: 'Upheld',
    unit: 'card',
    formula: { zh: '期间内认定成立的黄牌、红牌数', en: 'Cards upheld in the period' },
  },
  points: {
    zh: '计分',
    en: 'Points',
    unit: 'point',
    formula: { zh: '期间内认定成立的牌所计分数之和', en: 'Points of cards upheld in the period' },
  },
} as const;
export type FigureKey = keyof typeof figureWords;
