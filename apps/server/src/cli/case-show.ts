import { parseArgs } from 'node:util';
import { parseCaseNumber, type CaseNumber } from '@yimen/core/casework';
import { openCalendar } from '../modules/calendar/index.ts';
import { itemVersion } from '../modules/catalogue/index.ts';
import { caseReport, findCaseByNumber, type CaseKey, type CaseReport, type Reader } from '../modules/casework/index.ts';
import { papersOf } from '../modules/documents/index.ts';
import { authorityNames } from '../modules/network/index.ts';
import { evaluateCondition } from '../platform/feel/index.ts';
import { createLog } from '../platform/log/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { misuse, required, toolHelp, toolOptions, withTool, type Tool } from './tool.ts';

const help = `yimen case show NUMBER [选项 options]

显示一个办件：阶段、由谁办理、各项期限、每条记录和文书。申请人信息不显示。
Shows a case: its stage, who has it, its clocks, every entry and its papers. The applicant's data is not shown.

选项 / options
  --jurisdiction CODE       只看这个大厅 · this hall only, where two have given the same number
${toolHelp}`;

const options = { ...toolOptions, jurisdiction: { type: 'string' } } as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const number = parseCaseNumber(required(positionals[0], 'NUMBER'));
  if (number === undefined) throw misuse('NUMBER', '编号有误，请核对校验位', 'the number is mistyped');
  return withTool(values.data, async (tool) => {
    const reports = await reportsOf(tool, number, values.jurisdiction);
    if (reports.length === 0) {
      io.writeError(`没有这个办件 / no such case: ${number}\n`);
      return exitCodes.refused;
    }
    for (const report of reports) await io.write(values.json ? `${JSON.stringify(report)}\n` : words(report));
    return exitCodes.done;
  });
}

async function reportsOf(
  tool: Tool,
  number: CaseNumber,
  jurisdiction: string | undefined,
): Promise<readonly CaseReport[]> {
  const keys = await findCaseByNumber(tool.db, number);
  const wanted = keys.filter((key) => jurisdiction === undefined || key.jurisdiction === jurisdiction);
  const reader = readerOf(tool);
  const reports = await Promise.all(wanted.map((key: CaseKey) => caseReport(reader, key)));
  return reports.filter((report) => report !== undefined);
}

function readerOf({ db, now, realNow, config }: Tool): Reader {
  const calendar = openCalendar(db, realNow);
  return {
    shell: { db, now, evaluate: evaluateCondition, log: createLog(config.logLevel) },
    near: {
      itemVersion: (jurisdiction, itemId, version) => itemVersion(db, jurisdiction, itemId, version),
      calendar: calendar.current,
      authorityNames: (jurisdiction) => authorityNames(db, jurisdiction),
      papersOf: (key) => papersOf(db, key),
    },
  };
}

function words(report: CaseReport): string {
  const { number, item, itemVersion: version, authority, applicant, stageName, holder, revision } = report;
  return [
    `${number}  ${item}（第${String(version)}版）`,
    `实施机关 authority  ${authority}`,
    `申请人 applicant    ${applicant}`,
    `阶段 stage          ${stageName}，${holder}（第${String(revision)}条记录）`,
    '',
    '期限 clocks',
    ...report.clocks.map(clockLine),
    '',
    '记录 entries',
    ...report.entries.map(entryLine),
    '',
    '文书 papers',
    ...report.papers.map(({ name, number: paper, state }) => `  ${name.zh}  ${paper ?? ''}  ${state}`),
    '',
  ].join('\n');
}

/** What an entry says may be the applicant's affair; which deadline the calendar moved, from when to when and why, is not. */
function entryLine({ revision, at, type, title, by, detail }: CaseReport['entries'][number]): string {
  if (type === 'clockMoved') return `    *  ${at}  ${title.zh}  ${detail.join('  ')}`;
  return `  ${String(revision).padStart(3)}  ${at}  ${title.zh}  ${by.zh}`;
}

const STATES: Readonly<Record<CaseReport['clocks'][number]['state'], string>> = {
  notStarted: '未开始',
  running: '计时中',
  suspended: '暂停',
  met: '按时',
  overdue: '超期',
  stopped: '已停止',
};

function clockLine({ name, due, state, remaining, provisional }: CaseReport['clocks'][number]): string {
  const left = remaining === undefined ? '' : `，剩余 ${String(remaining)} 个工作日`;
  return `  ${name.zh}  ${due ?? '—'}  ${STATES[state]}${left}${provisional ? '（暂定）' : ''}`;
}

export const caseShow: Command = { help, run };
