import { parseArgs } from 'node:util';
import type { AdministratorRole } from '@yimen/core/people';
import { administratorFault, createAdministrator } from '../modules/people/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { demandHall, ensureHall, readHall } from './hall.ts';
import { readPassword } from './password.ts';
import { misuse, required, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen admin create --hall 410500:安阳市市民之家 --username zhang.san --name 张三 [--role system|security|audit]

为一个大厅创建管理员；系统、安全、审计三员分立，各由不同的人担任（GB/T 22239—2019 8.1.4.2）；大厅不存在时按名称建立。密码从终端输入（不显示）或由标准输入的第一行给出，至少 15 个字符。
Makes one of the three administrators of a hall (three persons: the powers exclude one another), and the hall itself when it
is not there. The password is asked for on the terminal, or
is the first line of standard input; at least 15 characters.

选项 / options
  --hall CODE[:NAME]        六位区划代码[:大厅名称] · six digits of the division[: name of the hall]
  --username NAME           登录名 · user name: a–z, 0–9, . _ -
  --name NAME               姓名 · the person's name
  --role ROLE               system 系统管理员（默认）、security 安全管理员、audit 审计管理员 · default system
${toolHelp}`;

const options = {
  ...toolOptions,
  hall: { type: 'string' },
  username: { type: 'string' },
  name: { type: 'string' },
  role: { type: 'string', default: 'system' },
} as const;

const ROLES: Readonly<Record<string, AdministratorRole>> = {
  system: 'systemAdministrator',
  security: 'securityAdministrator',
  audit: 'auditAdministrator',
};

function roleOf(text: string): AdministratorRole {
  const role = Object.hasOwn(ROLES, text) ? ROLES[text] : undefined;
  if (role === undefined) throw misuse('--role', '应为 system、security 或 audit', 'system, security or audit');
  return role;
}

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const hall = readHall(required(values.hall, '--hall'));
  const username = required(values.username, '--username');
  const name = required(values.name, '--name');
  const role = roleOf(values.role);
  const password = await readPassword(io);
  return withTool(values.data, async (tool) => {
    await demandHall(tool, hall);
    // A refused administrator leaves no hall behind.
    const fault = await administratorFault(tool, { username, name, password });
    if (fault !== undefined) return refused(fault, values.json, io);
    await ensureHall(tool, hall);
    const made = await createAdministrator(tool, { jurisdiction: hall.jurisdiction, username, name, password, role });
    if (!made.ok) return refused(made.error, values.json, io);
    const { jurisdiction } = hall;
    await io.write(
      values.json
        ? `${JSON.stringify({ jurisdiction, username, role })}\n`
        : `已创建管理员 / made the administrator: ${username}\n`,
    );
    return exitCodes.done;
  });
}

async function refused(why: string, json: boolean | undefined, io: Io): Promise<number> {
  if (json === true) await io.write(`${JSON.stringify({ error: why })}\n`);
  io.writeError(`${why}\n`);
  return exitCodes.refused;
}

export const adminCreate: Command = { help, run };
