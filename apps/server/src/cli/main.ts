import { once } from 'node:events';
import { instantFromMillis } from '@yimen/kernel';
import { exitCodes, UsageError, type CommandEntry, type InputError, type Io } from './command.ts';

/** Every command of `yimen`. A new one is one line here and one module; nothing else knows it. */
const commands: Readonly<Record<string, CommandEntry>> = {
  'clock due': {
    zh: '计算期限届满日',
    en: 'when a limit ends',
    load: async () => (await import('./clock-due.ts')).clockDue,
  },
  'clock explain': {
    zh: '逐日说明期限如何计算',
    en: 'how a limit is counted, day by day',
    load: async () => (await import('./clock-explain.ts')).clockExplain,
  },
  'admin create': {
    zh: '创建系统管理员',
    en: 'make an administrator',
    load: async () => (await import('./admin-create.ts')).adminCreate,
  },
  'hall import': {
    zh: '按文件建立或更新大厅',
    en: 'set up or update a hall by a file',
    load: async () => (await import('./hall-import.ts')).hallImport,
  },
  'hall export': {
    zh: '导出大厅设置',
    en: 'write how a hall is set up',
    load: async () => (await import('./hall-export.ts')).hallExport,
  },
  'items import': {
    zh: '导入事项清单',
    en: 'take a list of items into a hall',
    load: async () => (await import('./items-import.ts')).itemsImport,
  },
  'items export': {
    zh: '导出事项（XLSX、交换文件）',
    en: 'write a hall’s items as a workbook or exchange file',
    load: async () => (await import('./items-export.ts')).itemsExport,
  },
  'items lint': {
    zh: '检查事项',
    en: 'check a hall’s items by every rule',
    load: async () => (await import('./items-lint.ts')).itemsLint,
  },
  'items procedure': {
    zh: '把 BPMN 流程图导入事项草稿',
    en: 'take a procedure drawn in BPMN into a draft',
    load: async () => (await import('./items-procedure.ts')).itemsProcedure,
  },
  'items discretion': {
    zh: '把 DMN 决策表导入事项草稿',
    en: 'take decision tables (DMN) into a draft',
    load: async () => (await import('./items-discretion.ts')).itemsDiscretion,
  },
  'items diff': {
    zh: '比较事项版本',
    en: 'what differs between versions, in words',
    load: async () => (await import('./items-diff.ts')).itemsDiff,
  },
  'catalogue figures': {
    zh: '事项统计数字',
    en: 'figures of a hall’s catalogue as of a day',
    load: async () => (await import('./catalogue-figures.ts')).figuresCommand,
  },
  'calendar import': {
    zh: '导入节假日安排通知',
    en: 'import a notice of holidays',
    load: async () => (await import('./calendar-import.ts')).calendarImport,
  },
  'divisions import': {
    zh: '导入行政区划',
    en: 'load divisions to the village',
    load: async () => (await import('./divisions-import.ts')).divisionsImport,
  },
  'case show': {
    zh: '查看办件',
    en: 'show a case',
    load: async () => (await import('./case-show.ts')).caseShow,
  },
  'demo advance': {
    zh: '推进演示时间',
    en: 'move the demonstration’s time on',
    load: async () => (await import('./demo-advance.ts')).demoAdvance,
  },
  'ledger verify': {
    zh: '核验账本',
    en: 'hash the ledger again and check it',
    load: async () => (await import('./ledger-verify.ts')).ledgerVerify,
  },
  'ledger checkpoint': {
    zh: '签发检查点',
    en: 'sign the ledger now and print its checkpoint',
    load: async () => (await import('./ledger-checkpoint.ts')).ledgerCheckpoint,
  },
  'ledger export': {
    zh: '导出账本供独立核验',
    en: 'write the ledger for the independent verifier',
    load: async () => (await import('./ledger-export.ts')).ledgerExport,
  },
  'history import': {
    zh: '导入历史办件日志（XES、CSV）',
    en: 'take a log of past cases (XES, CSV)',
    load: async () => (await import('./history-import.ts')).historyImport,
  },
  'history list': {
    zh: '列出历史日志',
    en: 'the imported logs and their size',
    load: async () => (await import('./history-list.ts')).historyList,
  },
  'history show': {
    zh: '分析历史日志：路径、等待、返工',
    en: 'what a log says: variants, map, waiting, rework',
    load: async () => (await import('./history-show.ts')).historyShow,
  },
  'history export': {
    zh: '导出本大厅办件日志（XES、CSV）',
    en: 'write the hall’s own cases as a log',
    load: async () => (await import('./history-export.ts')).historyExport,
  },
  'history rehearse': {
    zh: '改革推演',
    en: 'replay history under a proposed reform',
    load: async () => (await import('./history-rehearse.ts')).historyRehearse,
  },
  backup: {
    zh: '备份',
    en: 'copy the whole installation, while it runs',
    load: async () => (await import('./backup.ts')).backup,
  },
  restore: {
    zh: '恢复备份',
    en: 'put a backup into an empty folder and prove it',
    load: async () => (await import('./restore.ts')).restore,
  },
  'keys rotate': {
    zh: '更换加密密钥',
    en: 'a new key for personal data',
    load: async () => (await import('./keys.ts')).keysRotate,
  },
  'keys seal': {
    zh: '用新密钥重新加密',
    en: 'bring stored personal data under the newest key',
    load: async () => (await import('./keys.ts')).keysSeal,
  },
  doctor: {
    zh: '检查运行环境',
    en: 'check what this installation stands on',
    load: async () => (await import('./doctor.ts')).doctor,
  },
};

function overview(): string {
  const names = Object.keys(commands);
  const width = Math.max(...names.map((name) => name.length));
  const lines = names.map((name) => {
    const entry = commands[name];
    return `  ${name.padEnd(width)}  ${entry?.zh ?? ''} · ${entry?.en ?? ''}`;
  });
  return [
    '用法 / usage: npm run -s yimen -- <命令 command> [选项 options]',
    '',
    ...lines,
    '',
    '每个命令都有 --help；加 --json 输出 JSON。退出码：0 成功，1 未能办理，2 用法有误。',
    'Every command has --help; --json prints JSON. Exit codes: 0 done, 1 refused or failed, 2 wrong usage.',
    '',
  ].join('\n');
}

/** The longest name the arguments begin with: commands have one word or two. */
function find(args: readonly string[]): { readonly entry: CommandEntry; readonly rest: readonly string[] } | undefined {
  for (const words of [2, 1]) {
    const name = args.slice(0, words).join(' ');
    const entry = Object.hasOwn(commands, name) ? commands[name] : undefined;
    if (entry !== undefined) return { entry, rest: args.slice(words) };
  }
  return undefined;
}

async function complain(error: InputError, asJson: boolean, io: Io): Promise<number> {
  if (asJson) await io.write(`${JSON.stringify({ error })}\n`);
  io.writeError(`${error.field}: ${error.message} / ${error.messageEn}\n`);
  io.writeError('查看用法请加 --help / add --help for usage\n');
  return exitCodes.usage;
}

/** Node's own parser refuses what it does not know; its message names the option. */
function asInputError(error: unknown): InputError | undefined {
  if (error instanceof UsageError) return error.detail;
  if (!(error instanceof TypeError) || !('code' in error)) return undefined;
  const code = String(error.code);
  if (!code.startsWith('ERR_PARSE_ARGS')) return undefined;
  const field = /'(-[^' ]*)/.exec(error.message)?.[1] ?? 'options';
  return { code: 'unknown_option', field, message: '选项无法识别或缺少值', messageEn: error.message };
}

async function main(args: readonly string[], io: Io): Promise<number> {
  const wanted = find(args);
  if (wanted === undefined) {
    const asked = args.filter((arg) => !arg.startsWith('-')).join(' ');
    if (asked === '') await io.write(overview());
    else io.writeError(`没有这个命令 / no such command: ${asked}\n\n${overview()}`);
    return args.length === 0 || args.includes('--help') ? exitCodes.done : exitCodes.usage;
  }
  const command = await wanted.entry.load();
  if (wanted.rest.includes('--help') || wanted.rest.includes('-h')) {
    await io.write(command.help);
    return exitCodes.done;
  }
  try {
    return await command.run(wanted.rest, io);
  } catch (error) {
    const input = asInputError(error);
    if (input === undefined) throw error;
    return complain(input, wanted.rest.includes('--json'), io);
  }
}

function standardInput(): AsyncIterable<string> {
  process.stdin.setEncoding('utf8');
  return process.stdin;
}

const io: Io = {
  write: async (text) => {
    if (!process.stdout.write(text)) await once(process.stdout, 'drain');
  },
  writeError: (text) => void process.stderr.write(text),
  input: standardInput,
  now: () => instantFromMillis(Date.now()),
};

// Whoever reads us may have read enough (`… | head`): that is no failure.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? exitCodes.done : exitCodes.refused);
});

process.exitCode = await main(process.argv.slice(2), io);
