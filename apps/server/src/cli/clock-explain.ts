import { explain, explainInWords, type ExplainedDay, type Explanation } from '@yimen/core/clock';
import { clockOptionsHelp, readClockFlags } from './clock-flags.ts';
import { ask, inputError, readQuestion } from './clock-input.ts';
import { exitCodes, UsageError, type Command } from './command.ts';

const help = `yimen clock explain --start 2024-09-30 --days 5 [选项 options]

逐日说明期限如何计算：起算日、每个不计入的日子及理由、每个计入日的序号、依据与日历版本。
How a limit is counted: the start, each day left out and why, the number of each day counted, the article, the calendar version.

${clockOptionsHelp}
  --lang en                 文字说明用英文 · the sentences in English
`;

const kindWords: Readonly<Record<ExplainedDay['kind'], string>> = {
  start: '起算 start',
  counted: '计入 counted',
  weekend: '周末 weekend',
  holiday: '放假 holiday',
  suspended: '停止计算 suspended',
  moved: '顺延 moved',
};

function dayAsJson(day: ExplainedDay): Readonly<Record<string, unknown>> {
  const { on, kind, number, fact, suspendedBy, due } = day;
  return {
    on,
    kind,
    number,
    calendar: fact.kind,
    name: fact.name,
    notice: fact.notice?.number ?? fact.notice?.title,
    provisional: fact.provisional ? true : undefined,
    suspendedBy: suspendedBy.length > 0 ? suspendedBy : undefined,
    due: due ? true : undefined,
  };
}

function asJson(explanation: Explanation): string {
  const { due, provisional, days, ...rest } = explanation;
  const words = { 'zh-CN': explainInWords(explanation, 'zh-CN'), en: explainInWords(explanation, 'en') };
  return JSON.stringify({ due, provisional, ...rest, days: days.map(dayAsJson), words });
}

function asText(explanation: Explanation, english: boolean): string {
  const sentences = explainInWords(explanation, english ? 'en' : 'zh-CN');
  const table = explanation.days.map((day) =>
    [
      day.on,
      day.number === undefined ? '' : String(day.number),
      kindWords[day.kind],
      day.fact.name ?? '',
      day.due ? '← 届满 due' : '',
    ]
      .join('\t')
      .trimEnd(),
  );
  return [...sentences, '', ...table].join('\n');
}

export const clockExplain: Command = {
  help,
  run: async (args, io) => {
    const flags = readClockFlags(args, io.now);
    if (flags.batch) throw new UsageError(inputError('--batch', 'not_here'));
    const question = readQuestion(flags.raw);
    if (!question.ok) throw new UsageError({ ...question.error, field: `--${question.error.field}` });
    const answer = ask(
      question.value,
      (counting, options) => explain(counting, flags.calendar, options),
      flags.options,
    );
    if (!answer.ok) throw new UsageError({ ...answer.error, field: `--${answer.error.field}` });
    await io.write(`${flags.json ? asJson(answer.value) : asText(answer.value, flags.english)}\n`);
    return exitCodes.done;
  },
};
