import { parseArgs } from 'node:util';
import { z } from 'zod';
import { OIDC_HELP, oidcFault, oidcSettings, oidcShape, type OidcSettings } from './oidcConfig.ts';
import type { ClamdAddress } from './uploads/index.ts';
import { WITNESS_HELP, witnessSettings, witnessShape, type WitnessSettings } from './witnessConfig.ts';

/** Everything a running Yimen is told from outside. This file is the only one that reads the environment. */
export interface Config {
  readonly port: number;
  /** Where the embedded database, files and keys are kept. */
  readonly dataFolder: string;
  /** Whether the demonstration hall is loaded at the first start. */
  readonly demo: boolean;
  /** The owner's connection to a PostgreSQL of one's own; without it the embedded one is used. */
  readonly databaseUrl: string | undefined;
  /** The application role's connection, when its password is managed elsewhere. */
  readonly appDatabaseUrl: string | undefined;
  /** Where supervision's board reads, as the supervisor's role: another machine, a replica. The application's database without it. */
  readonly supervisionDatabaseUrl: string | undefined;
  /** The address citizens reach the portal by; printed on papers and in their QR codes. The local one without it. */
  readonly publicUrl: string | undefined;
  /** Where the virus scanner listens; without it uploads are kept unscanned and shown as such. */
  readonly clamd: ClamdAddress | undefined;
  /** The file of the key ring, where it is not `keys/personal.json` of the data folder. */
  readonly keyring: string | undefined;
  /** Who keeps our checkpoints, and for whom we keep theirs. */
  readonly proof: WitnessSettings;
  /** The sign-in service staff may come by; passwords alone without it. */
  readonly oidc: OidcSettings | undefined;
  readonly logLevel: 'fatal' | 'error' | 'warn' | 'info' | 'debug';
}

/** What the words on the command line ask for. */
export type Asked =
  | { readonly kind: 'run'; readonly config: Config }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'refused'; readonly text: string };

const HELP = `一门 Yimen — 启动服务 / starts everything

用法 / usage: npm start -- [选项 / options]

  --port <n>      端口，默认 8410 / port, 8410 unless told
  --data <path>   数据目录，默认 ./data / folder of database, files and keys, ./data unless told
  --no-demo       不装载演示大厅 / do not load the demonstration hall
  --help          显示本说明 / show this

环境变量 / environment:
  DATABASE_URL      使用自己的 PostgreSQL（≥ 15）/ use your own PostgreSQL (15 or newer); the role must own the database
  DATABASE_APP_URL  应用角色 yimen_app 的连接（可选）/ connection of the role yimen_app, when its password is managed elsewhere
  SUPERVISION_DATABASE_URL  监察看板读取的数据库（监督角色，可为只读副本）/ where the board reads, as yimen_supervisor: a replica, another machine
  PUBLIC_URL        群众访问门户的网址，印在文书二维码上 / the portal's public address, printed in the QR code of papers
  CLAMD             病毒扫描服务 clamd 的地址：主机:端口或套接字路径 / the virus scanner clamd: host:port or the path of its socket
  KEYRING           密钥环文件（证件号和电话的密钥），默认在数据目录 / file of the key ring, in the data folder unless told
${WITNESS_HELP}${OIDC_HELP}  LOG_LEVEL         fatal, error, warn, info (默认 / default), debug
`;

const postgresUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: 'must be postgres://user:password@host:port/database' })
  .optional();

const shape = z.object({
  '--port': z.coerce
    .number('must be a number')
    .int('must be a whole number')
    .min(0, 'must be 0 to 65535')
    .max(65_535, 'must be 0 to 65535'),
  '--data': z.string().min(1, 'must name a folder'),
  DATABASE_URL: postgresUrl,
  DATABASE_APP_URL: postgresUrl,
  SUPERVISION_DATABASE_URL: postgresUrl,
  PUBLIC_URL: z.url({ protocol: /^https?$/, error: 'must be https://host' }).optional(),
  CLAMD: z
    .string()
    .regex(/^(\/.+|[\w.-]+:\d{1,5})$/, 'must be host:port or /path/of/clamd.sock')
    .optional(),
  KEYRING: z.string().optional(),
  ...witnessShape,
  ...oidcShape,
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug'], 'must be fatal, error, warn, info or debug'),
});

const OPTIONS = {
  port: { type: 'string', default: '8410' },
  data: { type: 'string', default: './data' },
  demo: { type: 'boolean', default: true },
  help: { type: 'boolean', default: false },
} as const;

type Words = ReturnType<typeof wordsOf>;

function wordsOf(args: readonly string[]) {
  return parseArgs({ args: [...args], options: OPTIONS, allowNegative: true, strict: true }).values;
}

function refused(reason: string): Asked {
  return { kind: 'refused', text: `配置有误 / bad configuration: ${reason}\n--help 显示用法 / shows the usage` };
}

/** An empty variable is one that was not set: that is how many tools switch one off. */
function given(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? undefined : value;
}

function configOf(words: Words, env: Readonly<Record<string, string | undefined>>): Asked {
  const parsed = shape.safeParse({
    '--port': words.port,
    '--data': words.data,
    DATABASE_URL: given(env['DATABASE_URL']),
    DATABASE_APP_URL: given(env['DATABASE_APP_URL']),
    SUPERVISION_DATABASE_URL: given(env['SUPERVISION_DATABASE_URL']),
    PUBLIC_URL: given(env['PUBLIC_URL']),
    CLAMD: given(env['CLAMD']),
    KEYRING: given(env['KEYRING']),
    ...Object.fromEntries(Object.keys({ ...witnessShape, ...oidcShape }).map((name) => [name, given(env[name])])),
    LOG_LEVEL: given(env['LOG_LEVEL']) ?? 'info',
  });
  if (!parsed.success)
    return refused(parsed.error.issues.map((issue) => `${issue.path.join('.')} ${issue.message}`).join('; '));
  const values = parsed.data;
  const fault = oidcFault(values);
  if (fault !== undefined) return refused(fault);
  const config: Config = {
    port: values['--port'],
    dataFolder: values['--data'],
    demo: words.demo,
    databaseUrl: values.DATABASE_URL,
    appDatabaseUrl: values.DATABASE_APP_URL,
    supervisionDatabaseUrl: values.SUPERVISION_DATABASE_URL,
    publicUrl: values.PUBLIC_URL?.replace(/\/+$/, ''),
    clamd: values.CLAMD === undefined ? undefined : clamdOf(values.CLAMD),
    keyring: values.KEYRING,
    proof: witnessSettings(values),
    oidc: oidcSettings(values),
    logLevel: values.LOG_LEVEL,
  };
  return { kind: 'run', config };
}

function clamdOf(text: string): ClamdAddress {
  const [host = '', port = ''] = text.split(':');
  return text.startsWith('/') ? { path: text } : { host, port: Number(port) };
}

/** What these words and this environment ask for. A secret's value is never repeated in a refusal. */
export function parseConfig(args: readonly string[], env: Readonly<Record<string, string | undefined>>): Asked {
  try {
    const words = wordsOf(args);
    return words.help ? { kind: 'help', text: HELP } : configOf(words, env);
  } catch (error) {
    return refused(error instanceof Error ? error.message : String(error));
  }
}

/** Reads the command line and the environment of this process. Shows the help (exit 0) or says what is wrong (exit 2). */
export function configOrExit(): Config {
  const asked = parseConfig(process.argv.slice(2), process.env);
  switch (asked.kind) {
    case 'run':
      return asked.config;
    case 'help':
      process.stdout.write(asked.text);
      return process.exit(0);
    case 'refused':
      process.stderr.write(`${asked.text}\n`);
      return process.exit(2);
  }
}

/** The same settings for the command-line tool, whose own words are not the server's: only `--data` comes in. */
export function configForTool(dataFolder: string | undefined): Asked {
  return parseConfig(dataFolder === undefined ? [] : ['--data', dataFolder], process.env);
}
