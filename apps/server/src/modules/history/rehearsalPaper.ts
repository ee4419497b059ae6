import type { PaperBlock, PaperText } from '@yimen/core/documents';
import type { Reform, Rehearsal } from '@yimen/core/history';
import { dayInWords, type Day } from '@yimen/kernel';
import { tablesOnPaper, type PrintedTable } from '../../platform/workbook/index.ts';

export interface RehearsalWords {
  readonly issuer: string;
  readonly title: string;
  /** The item whose draft is rehearsed, on its own cases. */
  readonly item: string | undefined;
  readonly log: string;
  readonly by: string;
  readonly on: Day;
  readonly reform: Reform;
  readonly result: Rehearsal;
  readonly calendar: 'cn' | 'weekdays';
  /** What a step of the log is called. */
  readonly called: (activity: string) => string;
}

const share = (part: number | undefined): string => (part === undefined ? '—' : `${(part * 100).toFixed(1)}%`);

/** What is proposed, a line each. */
function changes({ reform, called }: RehearsalWords): readonly string[] {
  const named = (group: readonly string[]): string => group.map(called).join('、');
  return [
    `承诺时限由${String(reform.limit)}个工作日改为${String(reform.newLimit)}个工作日`,
    ...reform.dropped.map((step) => `取消“${called(step)}”`),
    ...reform.merged.map((group) => `合并办理“${named(group)}”`),
    ...reform.parallel.map((group) => `并行办理“${named(group)}”`),
    ...Object.entries(reform.capped).map(([step, days]) => `“${called(step)}”限${String(days)}个工作日`),
    ...(reform.notCounted.length === 0 ? [] : [`“${named(reform.notCounted)}”之前的时间不计入时限`]),
  ];
}

function resultTable({ reform, result }: RehearsalWords): PrintedTable {
  const row = (what: string, { late, warned, days }: Rehearsal['before']): readonly (string | number)[] => [
    what,
    late,
    warned,
    result.cases === 0 ? '—' : (days / result.cases).toFixed(1),
  ];
  return {
    title: '推演结果',
    head: ['情形', '超期', '用去九成以上', '平均工作日'],
    rows: [
      row(`现状（${String(reform.limit)}个工作日）`, result.before),
      row(`只改时限（${String(reform.newLimit)}个工作日）`, result.onlyLimit),
      row(`改革后（${String(reform.newLimit)}个工作日）`, result.after),
    ],
  };
}

const LISTED = 30;

function lateBlocks({ result: { lateCases, after } }: RehearsalWords): readonly PaperBlock[] {
  if (lateCases.length === 0) return [];
  const rows = lateCases.slice(0, LISTED).map(({ id, days }) => [id, days.toFixed(1)]);
  const title = `改革后仍会超期的办件（共${String(after.late)}件，列用时最长的${String(rows.length)}件）`;
  return tablesOnPaper([{ title, head: ['办件（内部代号）', '工作日'], rows }]);
}

/** 改革推演报告, for the leading group of a change of the list: what is proposed, what it would have done, what was assumed. */
export function rehearsalOnPaper(words: RehearsalWords): PaperText {
  const { issuer, title, item, log, by, on, result, calendar } = words;
  const own = calendar === 'weekdays' ? ['日志自带日历：工作日按周一至周五计。'] : [];
  return {
    layout: 'form',
    issuer,
    head: issuer,
    title: '改革推演报告',
    subtitle: title,
    number: null,
    salutation: null,
    blocks: [
      ...(item === undefined
        ? []
        : [{ block: 'paragraph', text: `拟议的是“${item}”的草案，只重走该事项的办件。` } as const]),
      {
        block: 'paragraph',
        text: `在历史日志“${log}”的${String(result.cases)}件办件上，按各件当时的环节用时重走一遍：承诺提速率${share(result.promised)}，用时提速率${share(result.saved)}。`,
      },
      { block: 'heading', text: '拟议的改变' },
      { block: 'numbered', items: changes(words) },
      ...tablesOnPaper([resultTable(words)]),
      { block: 'heading', text: '假设' },
      { block: 'numbered', items: [...own, ...result.assumptions.map(({ zh }) => zh)] },
      ...lateBlocks(words),
    ],
    after: [
      {
        block: 'note',
        text: `推演人：${by}。承诺提速率＝1－拟议时限÷现行时限；用时提速率＝1－Σ改革后用时÷Σ现状用时。本报告由系统依据历史办件推演，附电子签名以防改动，供领导小组讨论，不是行政决定。`,
      },
    ],
    date: dayInWords(on, 'zh'),
    signed: true,
  };
}
