import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { checkPaper, specimens, type CheckedPaper } from '@yimen/core/documents';
import { instant } from '@yimen/kernel';
import { createLocalCrypto } from '../apps/server/src/platform/crypto/index.ts';
import { createPaperPress, makeDemoCa } from '../apps/server/src/platform/documents/index.ts';
import { medianMillis, ratio, type Bench } from './report.ts';

const PAPERS = 50;
const at = instant('2026-03-02T01:00:00.000Z');

/** Every paper another number, as in a hall: nothing may come out of a cache. */
function decision(serial: number): CheckedPaper {
  const checked = checkPaper({ ...specimens.grantDecision, facts: [`第 ${String(serial)} 份`] });
  if (!checked.ok) throw new Error(checked.error.words.en);
  return checked.value;
}

export const documents: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yimen-bench-'));
  const crypto = createLocalCrypto({ keyFolder: join(folder, 'keys') });
  const press = createPaperPress({ crypto });
  press.warmUp();
  const ca = await makeDemoCa({ crypto, folder: join(folder, 'certificates'), now: () => at });
  const signer = await ca.signerFor({ id: 'bench', name: '测量' });
  let serial = 0;
  let pages = 0;
  let bytes = 0;
  const rendered = await medianMillis(5, () => {
    for (let paper = 0; paper < PAPERS; paper += 1) press.renderPaper(decision((serial += 1)));
  });
  const signed = await medianMillis(5, async () => {
    for (let paper = 0; paper < PAPERS; paper += 1) {
      const made = await press.signPaper(press.renderPaper(decision((serial += 1))), {
        signer,
        at,
        reason: '测量',
        location: '测量',
      });
      pages = made.pages;
      bytes = made.pdf.length;
    }
  });
  await rm(folder, { recursive: true, force: true });
  return [
    `baseline: a decision of ${String(pages)} page(s) rendered: ${(rendered / PAPERS).toFixed(1)} ms`,
    `rendered and signed: ${(signed / PAPERS).toFixed(1)} ms, ${Math.round(bytes / 1024)} KB, ${ratio(signed, rendered)}`,
  ];
};
