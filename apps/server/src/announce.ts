import { demoTotpSecret } from '@yimen/demo';
import { instantFromMillis } from '@yimen/kernel';
import { demoAccounts } from './demo/index.ts';

type Event = 'initialising' | 'starting' | 'migrating' | 'loading';

const WORDS: Readonly<Record<Event, readonly [zh: string, en: string]>> = {
  initialising: ['正在建立数据库……', 'making the database…'],
  starting: ['正在启动数据库……', 'starting the database…'],
  migrating: ['正在检查数据结构……', 'checking the schema…'],
  loading: ['正在办理演示办件', 'carrying out the demonstration cases'],
};

/** One line in both languages. Standard error is for people; standard output stays free for programs. */
export function say(zh: string, en: string): void {
  process.stderr.write(`${zh} / ${en}\n`);
}

/** What takes time: a line of its own, or one line that counts where it is shown on a terminal. */
export function sayProgress(event: Event, count?: { readonly done: number; readonly of: number }): void {
  const [zh, en] = WORDS[event];
  if (count === undefined) return say(zh, en);
  const { done, of } = count;
  if (process.stderr.isTTY)
    process.stderr.write(`\r${zh} / ${en}: ${String(done)}/${String(of)}${done === of ? '\n' : ''}`);
  else if (done === of || done % 200 === 0) say(`${zh} ${String(done)}/${String(of)}`, en);
}

export interface Announcement {
  readonly origin: string;
  readonly demo: boolean;
  readonly accounts: { readonly all: number };
  /** When the start began, by `performance.now()`. */
  readonly began: number;
}

/** Where everything is, and who can sign in. */
export function announce({ origin, demo, accounts, began }: Announcement): void {
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  const lines = [
    '',
    `一门 Yimen 已启动，用时 ${seconds} 秒 / is running, started in ${seconds} s`,
    '',
    `  门户（公众） portal   ${origin}/`,
    `  工作台（人员） desk   ${origin}/desk/`,
    `  接口说明 API          ${origin}/api/reference`,
    '',
    ...(demo ? demoLines() : firstAccountLines(accounts.all)),
    '按 Ctrl-C 停止 / Ctrl-C stops it',
    '',
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
}

function demoLines(): readonly string[] {
  const accounts = demoAccounts(instantFromMillis(Date.now()));
  const width = Math.max(...accounts.map(({ username }) => username.length));
  const rows = accounts.map(({ username, name, shows }) => `  ${username.padEnd(width)}  ${name}  ${shows}`);
  const password = accounts[0]?.password ?? '';
  return [
    `演示账号（仅限演示，密码均为 ${password}） / demonstration accounts, password ${password}:`,
    ...rows,
    `三员账号另需动态口令，登录页会显示；密钥 / the three administrators also need a one-time code, shown at sign-in; secret: ${demoTotpSecret}`,
    '',
  ];
}

function firstAccountLines(accounts: number): readonly string[] {
  if (accounts > 0) return [];
  return [
    '还没有账号，请创建第一个管理员 / there is no account yet; make the first administrator:',
    '  npm run -s yimen -- admin create --help',
    '',
  ];
}
