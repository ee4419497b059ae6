import { createPublicKey, X509Certificate } from 'node:crypto';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { instant } from '@yimen/kernel';
import { checkPaper, specimens } from '@yimen/core/documents';
import { createLocalCrypto } from '../../crypto/local.ts';
import type { Crypto } from '../../crypto/provider.ts';
import { createPaperPress, type PaperPress, type RenderedPaper } from '../press.ts';
import { popplerTool, testName } from '../testing/poppler.ts';
import { makeDemoCa } from './demo-ca.ts';
import { readPdf } from './pdf.ts';
import type { Signer } from './signer.ts';

const pdfsig = popplerTool('pdfsig');
const AT = instant('2026-03-10T01:30:00.000Z');
const AUTHORITY = { id: 'zjj', name: '安阳市住房和城乡建设局' };

describe('the electronic seal', () => {
  let folder = '';
  let crypto: Crypto;
  let press: PaperPress;
  let signer: Signer;
  let rendered: RenderedPaper;
  let sealed: RenderedPaper;

  const judged = async (pdf: Uint8Array): Promise<string> => {
    const path = join(folder, 'sealed.pdf');
    await writeFile(path, pdf);
    return pdfsig?.('-nocert', path) ?? '';
  };
  const ca = () => makeDemoCa({ crypto, folder: join(folder, 'certificates'), now: () => AT });

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-seal-'));
    crypto = createLocalCrypto({ keyFolder: join(folder, 'keys') });
    press = createPaperPress({ crypto });
    signer = await (await ca()).signerFor(AUTHORITY);
    const paper = checkPaper(specimens.grantDecision);
    if (!paper.ok) throw new Error(paper.error.words.en);
    rendered = press.renderPaper(paper.value);
    sealed = await press.signPaper(rendered, {
      signer,
      at: AT,
      reason: '准予行政许可决定书 (安住建许准字〔2026〕12号)',
      location: '安阳市市民之家',
    });
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it.skipIf(pdfsig === null)(
    testName('pdfsig', pdfsig, 'is valid to pdfsig, covers the whole file and names the authority and the time'),
    async () => {
      const verdict = await judged(sealed.pdf);
      expect(verdict).toContain('Signature is Valid');
      expect(verdict).toContain('Total document signed');
      expect(verdict).toContain('ETSI.CAdES.detached');
      expect(verdict).toContain('CN=安阳市住房和城乡建设局（演示 DEMO）,OU=演示 DEMO — NOT FOR LEGAL USE');
      expect(verdict).toMatch(/Signing Time: Mar 10 2026/);
    },
  );

  it.skipIf(pdfsig === null)(testName('pdfsig', pdfsig, 'one changed byte anywhere makes it invalid'), async () => {
    for (const share of [0.02, 0.3, 0.6, 0.9]) {
      const altered = sealed.pdf.slice();
      const at = Math.floor(rendered.pdf.length * share);
      altered[at] = (altered[at] ?? 0) ^ 1;
      expect(await judged(altered)).not.toContain('Signature is Valid');
    }
  });

  it('leaves every byte of the rendered paper as it was', () => {
    expect(Buffer.compare(sealed.pdf.subarray(0, rendered.pdf.length), rendered.pdf)).toBe(0);
    expect(sealed.sha256).toBe(crypto.sha256(sealed.pdf));
    expect(sealed.pages).toBe(rendered.pages);
  });

  it('is put on once: a paper already sealed is not sealed again', () => {
    expect(() => readPdf(sealed.pdf)).toThrow('appended');
  });

  it('the demonstration’s authority certifies the seal, says what it is, and is found again at the next start', async () => {
    const again = await ca();
    const [root, seal] = [new X509Certificate(again.certificate), new X509Certificate(signer.certificate)];
    expect(seal.verify(root.publicKey)).toBe(true);
    expect(root.verify(root.publicKey)).toBe(true);
    expect(seal.checkIssued(root)).toBe(true);
    expect([root.ca, seal.ca]).toEqual([true, false]);
    expect(seal.subject).toContain('演示 DEMO — NOT FOR LEGAL USE');
    expect(
      seal.publicKey.equals(createPublicKey({ key: Buffer.from(signer.key.publicKey), type: 'spki', format: 'der' })),
    ).toBe(true);
    expect((await again.signerFor(AUTHORITY)).certificate).toEqual(signer.certificate);
  });

  it('two papers at once for a new authority make one key', async () => {
    const authority = await ca();
    const holder = { id: 'slj', name: '安阳市水利局' };
    const [one, two] = await Promise.all([authority.signerFor(holder), authority.signerFor(holder)]);
    expect(one.certificate).toEqual(two.certificate);
    expect((await readdir(join(folder, 'keys'))).filter((name) => name.includes('slj'))).toEqual(['seal-slj.pem']);
  });

  it('a name that would close a PDF string stays a name', async () => {
    const request = { signer: { ...signer, name: '甲) /V 1 0 R >> endobj (' }, at: AT, reason: ')\\', location: '>' };
    const odd = await press.signPaper(rendered, request);
    if (pdfsig !== null) expect(await judged(odd.pdf)).toContain('Signature is Valid');
    expect(Buffer.from(odd.pdf.subarray(rendered.pdf.length)).includes('endobj (')).toBe(false);
  });

  it('seals within the time promised (measured, printed; fails only when many times slower)', async () => {
    const from = performance.now();
    for (let round = 0; round < 50; round += 1)
      await press.signPaper(rendered, { signer, at: AT, reason: '决定', location: '大厅' });
    const each = (performance.now() - from) / 50;
    process.stdout.write(`seal: ${each.toFixed(2)} ms, ${sealed.pdf.length} bytes on ${sealed.pages} pages\n`);
    expect(each).toBeLessThan(50);
  });
});
