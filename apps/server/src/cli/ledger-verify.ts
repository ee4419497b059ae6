import { parseArgs } from 'node:util';
import { verifyAll, verifyStream, type Break, type Fault, type Verification } from '../platform/ledger/index.ts';
import { exitCodes, type Command, type Io } from './command.ts';
import { misuse, toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen ledger verify [--jurisdiction 410500 --stream case:…] [选项 options]

重新计算账本每条记录的哈希并核对链条与流首；报告每个流中第一条有误的记录。有误时退出码为 1。
Hashes every entry of the ledger again and checks the chains and their heads; reports the first faulty entry of each
stream. Exit code 1 when there is one.

选项 / options
  --jurisdiction CODE       只核对一个流：大厅 · one stream only: its hall
  --stream NAME             只核对一个流：名称 · one stream only: its name
${toolHelp}`;

const options = { ...toolOptions, jurisdiction: { type: 'string' }, stream: { type: 'string' } } as const;

const FAULTS: Readonly<Record<Fault, string>> = {
  altered: '内容与哈希不符 / the content is not what was hashed',
  broken_chain: '与前一条不衔接 / does not follow the entry before it',
  missing: '记录缺失 / the entry is missing',
  head_differs: '流首与最后一条不符 / the head is not the last entry',
  no_head: '流首缺失 / the head is missing',
};

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options, strict: true });
  const { jurisdiction, stream } = values;
  if ((jurisdiction === undefined) !== (stream === undefined)) {
    throw misuse('--stream', '--jurisdiction 与 --stream 须同时给出', '--jurisdiction and --stream go together');
  }
  return withTool(values.data, async ({ db }) => {
    const one = jurisdiction !== undefined && stream !== undefined;
    const verified = one ? await verifyStream(db, { jurisdiction, stream }) : await verifyAll(db);
    await io.write(values.json ? `${JSON.stringify(verified)}\n` : words(verified));
    return verified.breaks.length > 0 ? exitCodes.refused : exitCodes.done;
  });
}

function words({ streams, entries, breaks }: Verification): string {
  const counted = `${String(streams)} 个流，${String(entries)} 条记录 / ${String(streams)} streams, ${String(entries)} entries`;
  if (breaks.length === 0) return `完好 / intact: ${counted}\n`;
  return `发现 ${String(breaks.length)} 处有误 / faulty: ${counted}\n${breaks.map(line).join('\n')}\n`;
}

function line({ jurisdiction, stream, revision, fault }: Break): string {
  return `  ${jurisdiction} ${stream} #${String(revision)}: ${FAULTS[fault]}`;
}

export const ledgerVerify: Command = { help, run };
