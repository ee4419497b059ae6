import { parseArgs } from 'node:util';
import { indexCases, sealedCaseColumns } from '../modules/casework/index.ts';
import { sealedPaperColumns } from '../modules/documents/index.ts';
import { sealedPeopleColumns } from '../modules/people/index.ts';
import { COMMAND_LINE, recordAudit } from '../platform/audit/index.ts';
import { cipherNames, type CipherName } from '../platform/crypto/index.ts';
import { resealColumn, rotateRing, type Resealed } from '../platform/personal/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { misuse, toolHelp, toolOptions, withTool, type Tool } from './tool.ts';

const help = `yimen keys rotate [--cipher aes-256-gcm|sm4-hmac-sm3] [选项 options]
yimen keys seal [选项 options]

rotate 在密钥环里加一把新密钥，此后新录入的证件号和电话都用它；再把各表逐行换到新密钥下，不必停止服务。旧密钥保留：
账本只能追加，旧记录仍用旧密钥读出。seal 只做第二步，也用于加密升级之前录入的内容。换钥后请另行备份密钥环。
rotate adds a key to the key ring for everything new, and brings the tables under it row by row beside a running server. Older
keys stay: the ledger is append-only. seal does only the second part, also for what was stored before there were keys.
Back the key ring up afterwards.

选项 / options
  --cipher NAME             新密钥的算法，默认 aes-256-gcm · cipher of the new key
${toolHelp}`;

const options = { ...toolOptions, cipher: { type: 'string', default: 'aes-256-gcm' } } as const;

function cipherOf(text: string): CipherName {
  const found = cipherNames.find((name) => name === text);
  if (found === undefined)
    throw misuse('--cipher', `应为 ${cipherNames.join(' 或 ')}`, `one of ${cipherNames.join(', ')}`);
  return found;
}

async function rotateAll(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const algorithm = cipherOf(values.cipher);
  return withTool(values.data, async (tool) => {
    await tool.keys();
    const id = await rotateRing(tool.ringPath, tool.crypto, { algorithm, madeAt: tool.realNow() });
    await recordAudit(tool, {
      jurisdiction: 'platform',
      stream: 'settings:keys',
      type: 'keysRotated',
      actor: COMMAND_LINE,
      from: 'command line',
      body: { id, algorithm },
    });
    return told(io, values.json, { key: id, ...(await sealAll(tool)) });
  });
}

async function sealOnly(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: toolOptions, strict: true });
  return withTool(values.data, async (tool) => told(io, values.json, await sealAll(tool)));
}

interface Sealed {
  readonly key?: string;
  readonly indexed: number;
  readonly tables: readonly Resealed[];
}

async function sealAll(tool: Tool): Promise<Sealed> {
  const { keeper } = await tool.keys();
  const tables: Resealed[] = [];
  for (const column of [...sealedCaseColumns, ...sealedPaperColumns, ...sealedPeopleColumns])
    tables.push(await resealColumn(tool.db, keeper, column));
  return { tables, indexed: await indexCases(tool.db, keeper) };
}

async function told(io: Io, json: boolean, done: Sealed): Promise<number> {
  const lines = done.tables.map(
    ({ name, rows, renewed, busy }) =>
      `${name}: ${String(rows)} 行 rows, ${String(renewed)} 换钥 renewed, ${String(busy)} 待下次 busy`,
  );
  const key = done.key === undefined ? [] : [`新密钥 / new key: ${done.key}`];
  const text = [...key, ...lines, `补建索引 / indexed: ${String(done.indexed)}`].join('\n');
  await io.write(`${json ? JSON.stringify(done) : text}\n`);
  return done.tables.some(({ busy }) => busy > 0) ? exitCodes.refused : exitCodes.done;
}

export const keysRotate: Command = { help, run: rotateAll };
export const keysSeal: Command = { help, run: sealOnly };
