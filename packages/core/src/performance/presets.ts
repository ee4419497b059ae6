import type { Line, Part, ScoreSheet, ScoreSubject } from './sheet.ts';

const cardLines = (part: string, families: readonly string[]): readonly Line[] => [
  {
    code: `${part}-warning`,
    name: { zh: '预警每满三次', en: 'every three warnings' },
    rule: { by: 'warningsInThrees', families, each: -3 },
  },
  {
    code: `${part}-yellow`,
    name: { zh: '黄牌每张', en: 'each yellow card upheld' },
    rule: { by: 'cards', level: 'yellow', families, each: -5 },
  },
  {
    code: `${part}-red`,
    name: { zh: '红牌每张', en: 'each red card upheld' },
    rule: { by: 'cards', level: 'red', families, each: -10 },
  },
];

const entered = (code: string, zh: string, en: string, each: number): Line => ({
  code,
  name: { zh, en },
  rule: { by: 'entered', each },
});

const part = (code: string, [zh, en]: readonly [string, string], weight: number, lines: readonly Line[]): Part => ({
  code,
  name: { zh, en },
  weight,
  lines,
});

/** Nine weighted parts; what a disciplinary measure takes off is entered with its document. */
const nineParts: ScoreSheet = {
  code: 'A',
  subjects: ['department'],
  title: { zh: '模型A：九项百分制', en: 'Model A: nine parts of a hundred' },
  source: 'www.fsou.com.cn/html/text/lar/171266/17126694_4.html',
  max: 110,
  parts: [
    part('open', ['政务公开', 'Openness'], 10, [
      entered('open-fault', '公开不全、不实每项', 'each fault of disclosure', -1),
    ]),
    part('flow', ['流程规范', 'Procedure'], 14, [...cardLines('flow', ['process', 'refile', 'material'])]),
    part('term', ['期限合法', 'Time limits'], 14, [...cardLines('term', ['time', 'suspension'])]),
    part('fee', ['收费合理', 'Fees'], 8, [...cardLines('fee', ['fee'])]),
    part('content', ['满意度评价', 'Satisfaction'], 10, [
      {
        code: 'content-share',
        name: { zh: '按满意率折算', en: 'by the share of the satisfied' },
        rule: { by: 'satisfaction' },
      },
    ]),
    part('manner', ['服务态度', 'Manner'], 10, [...cardLines('manner', ['service'])]),
    part('watch', ['监督检查', 'Supervision'], 14, [
      {
        code: 'watch-urging',
        name: { zh: '督办逾期答复每次', en: 'each urging answered late' },
        rule: { by: 'urgingsLate', each: -3 },
      },
      ...cardLines('watch', ['data']),
    ]),
    part('liable', ['法律责任', 'Liability'], 10, [
      entered('liable-warning', '行政警告每人次', 'each warning', -10),
      entered('liable-demerit', '记过每人次', 'each demerit', -15),
      entered('liable-major', '记大过每人次', 'each major demerit', -20),
      entered('liable-demotion', '降级每人次', 'each demotion', -30),
      entered('liable-removal', '撤职每人次', 'each removal', -40),
      entered('liable-dismissal', '开除每人次', 'each dismissal', -50),
    ]),
    part('clean', ['廉洁行政', 'Integrity'], 10, [...cardLines('clean', ['discretion'])]),
  ],
  bonus: [
    {
      code: 'early',
      name: { zh: '提前办结量占办结总量达一成，每再增一成', en: 'a tenth decided early, and every further tenth' },
      rule: { by: 'earlyShare', from: 0.1, at: 1, step: 0.1, more: 1 },
    },
    {
      code: 'cut',
      name: { zh: '承诺缩短法定期限达三成，每再增一成', en: 'promises a third below the law, and every further tenth' },
      rule: { by: 'promiseCut', from: 0.3, at: 3, step: 0.1, more: 1 },
    },
    {
      code: 'data',
      name: { zh: '数据报送不完整，按办结总量每百分之一', en: 'incomplete data, for each hundredth of cases decided' },
      rule: { by: 'entered', each: -1 },
      most: 5,
    },
  ],
};

const hundred: ScoreSheet = {
  code: 'B',
  subjects: ['department'],
  title: { zh: '模型B：百分制加十分', en: 'Model B: a hundred and ten more' },
  source: 'fsou.com/html/text/lar/172193/17219356_2.html',
  note: {
    zh: '原文其余四项（公开性、规范性、数据交换、廉政）合计六十分，分值未公布，此处合为一项。',
    en: 'The other four parts add up to sixty; how they divide was not published, so they stand as one.',
  },
  max: 110,
  parts: [
    part('coverage', ['电子监察覆盖率', 'Coverage'], 20, [
      {
        code: 'coverage-share',
        name: { zh: '按覆盖率折算', en: 'by the coverage of ledgers' },
        rule: { by: 'coverage' },
      },
    ]),
    part('speed', ['行政审批效率', 'Efficiency'], 20, [
      {
        code: 'speed-share',
        name: { zh: '按按时办结率折算', en: 'by the share decided in time' },
        rule: { by: 'onTime' },
      },
    ]),
    part('other', ['公开、规范、数据、廉政', 'Openness, procedure, data, integrity'], 60, [
      ...cardLines('other', ['process', 'refile', 'material', 'fee', 'discretion', 'data', 'service', 'suspension']),
    ]),
  ],
  bonus: [entered('bonus', '加分事项每分', 'each point of bonus', 1)].map((line) => ({ ...line, most: 10 })),
};

const window_: ScoreSheet = {
  code: 'C',
  subjects: ['department', 'post'],
  title: { zh: '模型C：窗口考核', en: 'Model C: the window' },
  source: 'biganzidoc.com/xingzhengbaogong/zhidubanfa/a7ae6988cb1852c6.html',
  note: {
    zh: '原文各项分值合计八十分，其余二十分未公布，列为“其他”。',
    en: 'The published parts add up to eighty; the other twenty stand as “other”.',
  },
  max: 110,
  parts: [
    part('present', ['人员到岗', 'Presence'], 20, [
      entered('present-half', '脱岗半天', 'half a day absent', -3),
      entered('present-late', '联审会迟到', 'late for joint review', -2),
      entered('present-missed', '联审会缺席', 'absent from joint review', -5),
    ]),
    part('intake', ['收退件管理', 'Intake'], 15, [
      {
        code: 'intake-yellow',
        name: { zh: '应收未收、补件退件未说明理由每件', en: 'each intake or return at fault' },
        rule: { by: 'cards', level: 'yellow', families: ['material', 'refile'], each: -2 },
      },
    ]),
    part('fee', ['收费管理', 'Fees'], 10, [
      {
        code: 'fee-red',
        name: { zh: '擅自收费每次', en: 'each unlawful fee' },
        rule: { by: 'cards', level: 'red', families: ['fee'], each: -5 },
      },
    ]),
    part('promise', ['限时承诺', 'Promises'], 15, [
      {
        code: 'promise-late',
        name: { zh: '超承诺时限每件', en: 'each case decided late' },
        rule: { by: 'late', each: -5 },
      },
    ]),
    part('result', ['办事结果', 'Results'], 15, [...cardLines('result', ['process', 'discretion', 'data'])]),
    part('archive', ['档案', 'Archive'], 3, [entered('archive-fault', '归档差错每件', 'each fault of filing', -1)]),
    part('clean', ['卫生', 'Tidiness'], 2, [entered('clean-fault', '卫生差每次', 'each time untidy', -1)]),
    part('other', ['其他', 'Other'], 20, [entered('other-fault', '其他扣分每分', 'each other point', -1)]),
  ],
  bonus: [entered('bonus', '加分事项每分', 'each point of bonus', 1)].map((line) => ({ ...line, most: 10 })),
};

const banner: ScoreSheet = {
  code: 'D',
  subjects: ['department', 'post'],
  title: { zh: '模型D：流动红旗', en: 'Model D: the travelling banner' },
  source: 'nbxinxi.com/a/shangyuqu/20210602/195843.html',
  note: {
    zh: '原文按月取前八名并对末位通报；本系统只列分，不对个人排名。',
    en: 'The model names the first eight and the last; here departments and posts have points and persons have no rank.',
  },
  max: 105,
  parts: [
    part('base', ['基本分', 'Base'], 100, [
      ...cardLines('base', [
        'time',
        'process',
        'material',
        'fee',
        'discretion',
        'suspension',
        'data',
        'service',
        'refile',
      ]),
    ]),
  ],
  bonus: [entered('bonus', '加分事项每分', 'each point of bonus', 1)].map((line) => ({ ...line, most: 5 })),
};

/** Score sheets as real places published them, to choose from and to change. */
export const shippedSheets: readonly ScoreSheet[] = [nineParts, hundred, window_, banner];

/** Sheets by which a department, or a post, can be scored. A hall that chose none scores by the first. */
export const sheetsFor = (subject: ScoreSubject): readonly ScoreSheet[] =>
  shippedSheets.filter(({ subjects }) => subjects.includes(subject));
