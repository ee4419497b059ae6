import { parseArgs } from 'node:util';
import { checks, type Finding } from './doctor-checks.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen doctor [选项 options]

检查本安装所依赖的一切：运行环境、数据库版本与持久性设置、待执行的迁移、时钟、磁盘、账本分区、节假日日历、账号、
后台任务、病毒扫描、网页构建。任何一项不合格时退出码为 1；注意事项不影响退出码。
Checks what this installation stands on. Exit code 1 when something failed; warnings do not count.

选项 / options
${toolHelp}`;

const MARKS: Readonly<Record<Finding['state'], string>> = {
  ok: '合格 ok     ',
  warning: '注意 warning',
  failed: '不合格 FAIL ',
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: toolOptions, strict: true });
  return withTool(values.data, async (tool) => {
    const findings: Finding[] = [];
    for (const [name, check] of Object.entries(checks)) {
      const seen = await check(tool).catch((error: unknown) => broken(error));
      findings.push({ check: name, ...seen });
    }
    if (values.json) await io.write(`${JSON.stringify({ findings })}\n`);
    else
      await io.write(
        `${findings.map(({ check, state, zh, en }) => `${MARKS[state]}  ${check.padEnd(11)} ${zh} / ${en}`).join('\n')}\n`,
      );
    return findings.some(({ state }) => state === 'failed') ? exitCodes.refused : exitCodes.done;
  });
}

function broken(error: unknown) {
  const reason = error instanceof Error ? error.message : String(error);
  return { state: 'failed', zh: `无法检查：${reason}`, en: 'could not be checked' } as const;
}

export const doctor: Command = { help, run };
