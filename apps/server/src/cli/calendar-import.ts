import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { parseDay } from '@yimen/kernel';
import { parseNotice, type NoticeContext, type NoticeError } from '@yimen/core/calendar';
import { importNotice, type ImportedNotice } from '../modules/calendar/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { readText } from './text-file.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen calendar import FILE.json [选项 options]

导入一份节假日安排通知；所有在办件的期限随即重新计算，并记录变动及原因。同一通知再次导入不作改变；更正须另名导入。
Imports a notice of holidays. The clocks of every open case are counted again, and what moved is recorded with the reason.
The same notice again changes nothing; a correction is imported under a name of its own.

文件 / file: {"year":2027,"published":"2026-11-20","title":…,"festivals":[{"name":"元旦","from":…,"to":…,"makeUp":[…]}]}
  或 holiday-cn 的格式 / or holiday-cn's: {"year":2027,"days":[{"name":"元旦","date":…,"isOffDay":true}]}（须加 --published）

选项 / options
  --published YYYY-MM-DD    发布日期 · day of publication
  --title TEXT              标题 · title
  --number TEXT             文号 · document number
${toolHelp}`;

const options = {
  ...toolOptions,
  published: { type: 'string' },
  title: { type: 'string' },
  number: { type: 'string' },
} as const;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, strict: true, allowPositionals: true });
  const text = await readText(required(positionals[0], 'FILE'), readFile);
  const notice = parseNotice(jsonIn(text), contextOf(values));
  if (!notice.ok) return refused(notice.error, values.json, io);
  return withTool(values.data, async (tool) => {
    const imported = await importNotice(tool.db, notice.value, { at: tool.now(), who: 'yimen calendar import' });
    if (imported === 'other_content') {
      io.writeError(
        '同名通知已存在而内容不同，请以新的 id 导入更正 / a notice of that id has other content: give the correction an id of its own\n',
      );
      return exitCodes.refused;
    }
    await io.write(values.json ? `${JSON.stringify(report(notice.value.id, imported))}\n` : words(imported));
    return exitCodes.done;
  });
}

type Values = {
  readonly published?: string | undefined;
  readonly title?: string | undefined;
  readonly number?: string | undefined;
};

function contextOf({ published, title, number }: Values): NoticeContext {
  const day = published === undefined ? undefined : parseDay(published);
  if (day?.ok === false) throw misuse('--published', '不是日期', 'not a day');
  return {
    ...(day === undefined ? {} : { published: day.value }),
    ...(title === undefined ? {} : { title }),
    ...(number === undefined ? {} : { number }),
  };
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw misuse('FILE', '不是 JSON', 'not JSON');
  }
}

async function refused(errors: readonly NoticeError[], json: boolean, io: Io): Promise<number> {
  if (json) await io.write(`${JSON.stringify({ errors })}\n`);
  for (const { row, field, message, messageEn } of errors) {
    io.writeError(`第 ${String(row)} 行 row ${String(row)} · ${field}: ${message} / ${messageEn}\n`);
  }
  return exitCodes.refused;
}

function report(id: string, { outcome, before, after, changed }: ImportedNotice) {
  const days = changed.map(({ on, before: was, after: is }) => ({
    on,
    before: was.kind,
    after: is.kind,
    working: is.working,
  }));
  return {
    notice: id,
    outcome,
    before: before.version,
    after: after.version,
    publishedThrough: after.publishedThrough,
    days,
  };
}

function words({ outcome, after, changed }: ImportedNotice): string {
  if (outcome === 'unchanged') return '该通知已经导入，没有变化 / that notice is there already; nothing changed\n';
  const lines = changed.map(
    ({ on, after: is }) => `  ${on} ${is.working ? '上班 working' : '放假 off'}（${is.name ?? is.kind}）`,
  );
  return [
    `已导入，日历版本 / imported, calendar ${after.version}, 已公布至 / published through ${after.publishedThrough}`,
    ...lines,
    '在办件的期限将由运行中的服务重新计算 / the running server counts the open cases again\n',
  ].join('\n');
}

export const calendarImport: Command = { help, run };
