/** One thread of the press: sets the papers it is sent, one after another. */
import { parentPort } from 'node:worker_threads';
import { sha256 } from '../crypto/local.ts';
import { createPaperPress } from './press.ts';
import type { Printed, PrintOrder } from './pressPool.ts';

const press = createPaperPress({ crypto: { sha256 } });

parentPort?.on('message', ({ paper, options }: PrintOrder) => {
  parentPort?.postMessage(paper === undefined ? warm() : print(paper, options), []);
});

function warm(): Printed {
  press.warmUp();
  return { ok: true };
}

function print(paper: NonNullable<PrintOrder['paper']>, options: PrintOrder['options']): Printed {
  try {
    return { ok: true, rendered: press.renderPaper(paper, options) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}
