/** One thread of the press: sets the papers it is sent, one after another. */
import { parentPort } from 'node:worker_threads';
import { sha256 } from '../crypto/local.ts';
import { createPaperPress, type RenderedPaper } from './press.ts';
import type { Printed, PrintOrder } from './pressPool.ts';

const press = createPaperPress({ crypto: { sha256 } });

parentPort?.on('message', (order: PrintOrder) => {
  parentPort?.postMessage(print(order), []);
});

function print(order: PrintOrder): Printed {
  try {
    return { ok: true, ...rendered(order) };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

function rendered({ paper, options, handout, sheet }: PrintOrder): { readonly rendered?: RenderedPaper } {
  if (paper !== undefined) return { rendered: press.renderPaper(paper, options) };
  if (handout !== undefined) return { rendered: press.renderHandout(handout) };
  if (sheet !== undefined) return { rendered: press.renderSheet(sheet) };
  press.warmUp();
  return {};
}
