import type { ChangeCounts, ChangeStatistics } from '@yimen/contract';
import { dayWords, type PaperText } from '@yimen/core/documents';
import { tablesOnPaper, tablesWorkbook, type PrintedTable, type TableCell } from '../../../platform/workbook/index.ts';

const COUNTS = [
  ['applied', '申请'],
  ['published', '公布'],
  ['rejected', '未通过'],
  ['withdrawn', '撤回'],
  ['returned', '退回'],
  ['inHand', '在办'],
  ['overdue', '超期'],
] as const satisfies readonly (readonly [keyof ChangeCounts, string])[];
const STEPS = ['环节', '办结次数', '平均工作日', '最长工作日', '超期办结', '在办', '在办超期'] as const;

/** One decimal, as it is printed. */
const tenth = (value: number | null): TableCell => (value === null ? '—' : Math.round(value * 10) / 10);

/** The tables of the statistics, the same for the workbook and for the bulletin. */
function sheetsOf({ total, departments, kinds, triggers, steps }: ChangeStatistics): readonly PrintedTable[] {
  const counted = (title: string, lines: ChangeStatistics['kinds']): PrintedTable => ({
    title: `按${title}`,
    head: [title, ...COUNTS.map(([, zh]) => zh)],
    rows: [
      ...lines.map((line) => [line.name.zh, ...COUNTS.map(([key]) => line[key])]),
      ['合计', ...COUNTS.map(([key]) => total[key])],
    ],
  });
  return [
    counted('单位', departments),
    counted('调整类型', kinds),
    counted('依据', triggers),
    {
      title: '各环节用时',
      head: STEPS,
      rows: steps.map((one) => [
        one.name.zh,
        one.finished,
        tenth(one.average),
        one.longest ?? '—',
        one.late,
        one.waiting,
        one.overdue,
      ]),
    },
  ];
}

const titleOf = ({ from, asOf }: ChangeStatistics): string => `统计期间：${dayWords(from)}至${dayWords(asOf)}`;

/** The statistics as a workbook: numbers are numbers, one sheet a table. */
export const statisticsWorkbook = (statistics: ChangeStatistics): Promise<Buffer> =>
  tablesWorkbook(titleOf(statistics), sheetsOf(statistics));

/** 权责清单动态调整情况通报, as it is set on paper. */
export function bulletinOf(statistics: ChangeStatistics, issuer: string): PaperText {
  const { total, asOf } = statistics;
  const summary =
    `本期共受理清单调整申请${String(total.applied)}件，公布${String(total.published)}件，审议未通过${String(total.rejected)}件，` +
    `撤回${String(total.withdrawn)}件，退回${String(total.returned)}次；截至${dayWords(asOf)}在办${String(total.inHand)}件，其中超期${String(total.overdue)}件。`;
  return {
    layout: 'form',
    issuer,
    head: issuer,
    title: '权责清单动态调整情况通报',
    subtitle: titleOf(statistics),
    number: null,
    salutation: null,
    blocks: [{ block: 'paragraph', text: summary }, ...tablesOnPaper(sheetsOf(statistics))],
    after: [
      {
        block: 'note',
        text: '口径：申请、公布、未通过、撤回、退回按期间内发生计；在办、超期按截止日计；用时为工作日，自环节开始次日起算；因同时审核的其他机构退回而中止的环节不计用时。',
      },
    ],
    date: dayWords(asOf),
    signed: false,
  };
}
