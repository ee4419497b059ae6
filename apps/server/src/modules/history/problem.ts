import type { Words } from '@yimen/kernel';

/** Why a log cannot be taken: each with words for the person who brought it. */
const logProblems = {
  unreadable: { zh: '无法读取文件', en: 'the file cannot be read' },
  truncated: { zh: '压缩文件不完整（传输中断或损坏）', en: 'the gzip file ends too early or is damaged' },
  too_big: {
    zh: '日志过大，请按年份或事项拆分，或用 --max-mb 放宽',
    en: 'the log is too big: split it by year or item, or raise --max-mb',
  },
  not_text: {
    zh: '文字编码不是 UTF-8（CSV 可用 --encoding gb18030）',
    en: 'the text is not UTF-8 (for CSV: --encoding gb18030)',
  },
  not_xes: { zh: '不是 XES 日志（IEEE 1849）', en: 'no XES log (IEEE 1849)' },
  bad_xml: { zh: 'XML 格式有误', en: 'the XML is malformed' },
  bad_csv: { zh: 'CSV 格式有误', en: 'the CSV is malformed' },
  column_missing: { zh: '缺少列', en: 'a column is missing' },
  no_case: { zh: '事件没有办件编号', en: 'an event names no case' },
  no_activity: { zh: '事件没有环节名称', en: 'an event names no activity' },
  no_timestamp: { zh: '事件没有时间', en: 'an event has no timestamp' },
  bad_timestamp: { zh: '时间无法识别', en: 'a timestamp is not understood' },
  no_zone: {
    zh: '时间没有写时区，请用 --zone +08:00 说明',
    en: 'timestamps name no time zone: say which with --zone +08:00',
  },
  mixed_zones: {
    zh: '日志混用时区（有的写了时区有的没写，或相差超过夏令时的一小时）',
    en: 'the log mixes time zones (some named and some not, or further apart than summer time)',
  },
  no_events: { zh: '日志中没有任何事件', en: 'the log has no events' },
  name_taken: {
    zh: '已有同名的历史日志，请用 --as 另起名称',
    en: 'a log of this name is there: give another with --as',
  },
} as const satisfies Readonly<Record<string, Words>>;

export interface LogProblem {
  readonly code: keyof typeof logProblems;
  /** Where in the (unpacked) file, the first being 1. */
  readonly line?: number;
  /** The value or the parser's own words. */
  readonly detail?: string;
}

/** As the desk tells them. */
export const LOG_REFUSALS = Object.entries(logProblems).map(([code, words]) => ({
  code: `log_${code}`,
  field: code === 'name_taken' ? 'name' : 'file',
  words,
}));

/** Ends reading from inside a parser; {@link importLog} turns it into a refusal. */
export class UnreadableLog extends Error {
  readonly problem: LogProblem;

  constructor(problem: LogProblem) {
    super(logProblems[problem.code].en);
    this.name = 'UnreadableLog';
    this.problem = problem;
  }
}

/** The refusal in words for a screen: with its line, and the value where there is one. */
export function problemWords({ code, line, detail }: LogProblem): Words {
  const { zh, en } = logProblems[code];
  const value = detail === undefined ? '' : ` (${detail})`;
  if (line === undefined) return { zh: `${zh}${value}`, en: `${en}${value}` };
  return { zh: `第 ${String(line)} 行：${zh}${value}`, en: `Line ${String(line)}: ${en}${value}` };
}

/** The refusal in a line of both languages. */
export function problemLine({ code, line, detail }: LogProblem): string {
  const { zh, en } = logProblems[code];
  const where = line === undefined ? '' : `第 ${String(line)} 行 line ${String(line)}: `;
  return `${where}${zh} / ${en}${detail === undefined ? '' : ` (${detail})`}`;
}
