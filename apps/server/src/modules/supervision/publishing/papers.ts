import type { BoardLine, FigureView, Report } from '@yimen/contract';
import { dayWords, type PaperText } from '@yimen/core/documents';
import { tablesOnPaper, tablesWorkbook, type PrintedTable, type TableCell } from '../../../platform/workbook/index.ts';

/** On a page there is room for these; the workbook has all. */
const ON_PAPER = ['received', 'accepted', 'decided', 'late', 'onTimeRate', 'yellows', 'reds', 'upheld'];

const STOCK = [
  ['waiting', '待受理'],
  ['inHand', '在办'],
  ['dueToday', '当日到期'],
  ['overdue', '超期'],
  ['paused', '暂停'],
  ['warning', '预警'],
  ['yellow', '黄牌'],
  ['red', '红牌'],
] as const satisfies readonly (readonly [keyof BoardLine, string])[];

/** As it is printed: a share as a percentage, days to a tenth. */
function shown({ unit, value }: Pick<FigureView, 'unit' | 'value'>): TableCell {
  if (value === null) return '—';
  if (unit === 'share') return `${(value * 100).toFixed(1)}%`;
  return unit === 'day' ? Math.round(value * 10) / 10 : value;
}

/** The departments under the heads of the hall's figures, of these keys. */
function departmentsTable({ total, departments }: Report, keys: readonly string[]): PrintedTable {
  const heads = total.filter(({ key }) => keys.includes(key));
  const cell = (figures: Report['departments'][number]['figures'], { key, unit }: FigureView): TableCell =>
    shown({ unit, value: figures.find((figure) => figure.key === key)?.value ?? null });
  return {
    title: '各部门情况',
    head: ['部门', ...heads.map(({ name }) => name.zh)],
    rows: [
      ...departments.map(({ name, figures }) => [name, ...heads.map((head) => cell(figures, head))]),
      ['全厅', ...heads.map(shown)],
    ],
  };
}

const totalTable = ({ total }: Report): PrintedTable => ({
  title: '全厅指标',
  head: ['指标', '数值'],
  rows: total.map((figure) => [figure.name.zh, shown(figure)]),
});

const formulaTable = ({ total }: Report): PrintedTable => ({
  title: '口径',
  head: ['指标', '分子', '分母', '计算方法'],
  rows: total.map(({ name, count, of, formula }) => [name.zh, count, of ?? '—', formula.zh]),
});

const stockTable = ({ stock }: Report): PrintedTable => ({
  title: '在办情况',
  head: ['部门', ...STOCK.map(([, zh]) => zh)],
  rows: [...stock.departments, { ...stock.total, name: '全厅' }].map((line) => [
    line.name,
    ...STOCK.map(([key]) => line[key]),
  ]),
});

const spanWords = ({ from, to }: Report): string =>
  from === to ? dayWords(from) : `${dayWords(from)}至${dayWords(to)}`;
const runningWords = ({ running }: Report): string => (running ? '（期间尚未结束）' : '');

/** Every figure of a report as numbers, one sheet a table. */
export const reportWorkbook = (report: Report): Promise<Buffer> =>
  tablesWorkbook(`${report.hall} ${report.kindName.zh} ${spanWords(report)}${runningWords(report)}`, [
    totalTable(report),
    departmentsTable(
      report,
      report.total.map(({ key }) => key),
    ),
    stockTable(report),
    formulaTable(report),
  ]);

/** 日清、周结、月报 as set on paper. Departments only, never persons. */
export function reportOnPaper(report: Report): PaperText {
  const value = (key: string): string => {
    const figure = report.total.find((one) => one.key === key);
    return figure === undefined ? '—' : String(shown(figure));
  };
  const summary =
    `本期收件${value('received')}件，受理${value('accepted')}件，办结${value('decided')}件，其中超期${value('late')}件，` +
    `按时办结率${value('onTimeRate')}；产生预警${value('warnings')}次、黄牌${value('yellows')}张、红牌${value('reds')}张，` +
    `认定${value('upheld')}张，计${value('points')}分。`;
  const tables = [totalTable(report), departmentsTable(report, ON_PAPER), stockTable(report)];
  return {
    layout: 'form',
    issuer: report.hall,
    head: report.hall,
    title: `政务服务运行情况${report.kindName.zh}`,
    subtitle: `统计期间：${spanWords(report)}${runningWords(report)}`,
    number: null,
    salutation: null,
    blocks: [{ block: 'paragraph', text: summary }, ...tablesOnPaper(tables)],
    after: [
      {
        block: 'note',
        text: '口径：各项指标与监察看板相同，按发生日计；在办情况为本表生成时的情况。各项计算方法见同期电子表“口径”页。',
      },
    ],
    date: dayWords(report.to),
    signed: false,
  };
}
