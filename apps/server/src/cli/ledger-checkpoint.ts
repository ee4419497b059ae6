import { parseArgs } from 'node:util';
import {
  latestCheckpoint,
  logState,
  makeCheckpoint,
  sequence,
  type CheckpointProblem,
} from '../platform/checkpoint/index.ts';
import { CHECKPOINT_PROBLEMS } from '../modules/proof/index.ts';
import { openProof } from '../proof.ts';
import { exitCodes, type Command, type Io } from './command.ts';

import { toolHelp, toolOptions, withTool } from './tool.ts';

const help = `yimen ledger checkpoint [选项 options]

立即把新记录并入哈希树、签名，并输出最新检查点；加 --json 时一并输出公钥。签名密钥须在本机。
Takes what is new into the tree, signs it now and prints the newest checkpoint; with --json the public key too. The key
must be on this machine.

选项 / options
${toolHelp}`;

async function run(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: toolOptions, strict: true });
  return withTool(values.data, async ({ db, realNow, config }) => {
    while ((await sequence(db)) > 0);
    const made = await makeCheckpoint(openProof({ db, realNow }, config).signing);
    if (!made.ok) return refused(made.error, values.json, io);
    const checkpoint = await latestCheckpoint(db);
    if (checkpoint === undefined) {
      io.writeError('账本还是空的 / the ledger is still empty\n');
      return exitCodes.refused;
    }
    const { verifierKey } = await logState(db);
    const { size, note, at } = checkpoint;
    await io.write(values.json ? `${JSON.stringify({ size, at, note, verifierKey })}\n` : note);
    return exitCodes.done;
  });
}

async function refused(problem: CheckpointProblem, json: boolean, io: Io): Promise<number> {
  if (json) await io.write(`${JSON.stringify({ error: { code: problem } })}\n`);
  const { zh, en } = CHECKPOINT_PROBLEMS[problem];
  io.writeError(`${zh} / ${en}\n`);
  return exitCodes.refused;
}

export const ledgerCheckpoint: Command = { help, run };
