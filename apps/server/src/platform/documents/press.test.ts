import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { checkPaper, paperKinds, specimens, type CheckedPaper, type PaperContent } from '@yimen/core/documents';
import { sha256 } from '../crypto/local.ts';
import { createPaperPress, type PaperPress } from './press.ts';
import { printable } from './sheet.ts';
import { popplerTool, testName } from './testing/poppler.ts';

const pdftotext = popplerTool('pdftotext');
const pdfinfo = popplerTool('pdfinfo');

const checked = (content: PaperContent): CheckedPaper => {
  const outcome = checkPaper(content);
  if (!outcome.ok) throw new Error(outcome.error.words.en);
  return outcome.value;
};
const applicantNamed = (name: string): CheckedPaper =>
  checked({ ...specimens.refusalDecision, addressee: { kind: 'organisation', name, identity: null } });

describe('the paper press', () => {
  let folder = '';
  let press: PaperPress;
  const textOf = async (pdf: Uint8Array): Promise<string> => {
    const path = join(folder, 'paper.pdf');
    await writeFile(path, pdf);
    return pdftotext?.('-layout', path, '-') ?? '';
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'yimen-press-'));
    press = createPaperPress({ crypto: { sha256 } });
    press.warmUp();
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  test.each(paperKinds)('%s comes out on paper, of a size that can be sent', (kind) => {
    const { pdf, sha256: name, pages } = press.renderPaper(checked(specimens[kind]));
    expect(name).toBe(sha256(pdf));
    expect(pages).toBeLessThanOrEqual(2);
    expect(pdf.length).toBeLessThan(100_000);
  });

  it('the same paper is the same bytes', () => {
    expect(press.renderPaper(checked(specimens.licence)).sha256).toBe(
      press.renderPaper(checked(specimens.licence)).sha256,
    );
  });

  it('a draft is another file than the sealed paper', () => {
    const paper = checked(specimens.grantDecision);
    expect(press.renderPaper(paper, { draft: true }).pdf.length).toBeLessThan(press.renderPaper(paper).pdf.length);
  });

  it.skipIf(pdftotext === null)(
    testName('pdftotext', pdftotext, 'its Chinese can be read out of the file'),
    async () => {
      const text = (await textOf(press.renderPaper(checked(specimens.refusalDecision)).pdf)).replaceAll(/\s/g, '');
      for (const words of [
        '安阳市住房和城乡建设局',
        '安住建许不准字〔2026〕12号',
        '不予行政许可决定书',
        '申请行政复议',
        '2026年3月10日',
        '不具有法律效力',
        'K7QM-3XP9-2RWD',
        'http://localhost/verify/K7QM3XP92RWD',
        '账本记录5DC9DA79A70659A9',
      ]) {
        expect(text).toContain(words);
      }
    },
  );

  it.skipIf(pdfinfo === null)(testName('pdfinfo', pdfinfo, 'it is titled, tagged and of A4'), async () => {
    const path = join(folder, 'info.pdf');
    await writeFile(path, press.renderPaper(checked(specimens.grantDecision)).pdf);
    const info = pdfinfo?.(path) ?? '';
    expect(info).toMatch(/Title:\s+准予行政许可决定书/);
    expect(info).toMatch(/Tagged:\s+yes/);
    expect(info).toContain('A4');
  });

  it
    .skipIf(pdftotext === null)
    .each([
      '#eval("x")',
      '"quoted" \\ \'single\'',
      '$ x^2 $ *bold* _it_ `raw` @ref <label>',
      '= 标题\n#include "page.typ"',
      '</svg>&lt;&#0;',
      '#import sys: *; #panic()',
      'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789',
    ])(testName('pdftotext', pdftotext, 'an applicant named %j is only a name'), async (name) => {
    const text = (await textOf(press.renderPaper(applicantNamed(name)).pdf)).replaceAll(/\s/g, '');
    expect(text).toContain(name.replaceAll(/\s/g, ''));
  });

  it('a name of 10,000 characters, emoji, rare characters and lone surrogates are harmless', () => {
    for (const name of [
      '安'.repeat(10_000),
      'A'.repeat(10_000),
      '张😀三👩‍👩‍👧',
      '𬭎𠮷䶮',
      'x\uD800y\uDC00',
      '\u0000\u0007控\u001B[31m',
    ]) {
      expect(press.renderPaper(applicantNamed(name)).pages).toBeGreaterThan(0);
    }
  });

  it('says which characters it has no glyph for, and has one for every character names are registered in', () => {
    expect(press.renderPaper(applicantNamed('𠮷野😀')).missing).toEqual(['𠮷', '😀']);
    expect(press.renderPaper(applicantNamed('王𬭎䶮㛃喆堃彧媄𫖯𬍛')).missing).toEqual([]);
  });

  it('a name cannot be made to read backwards or hide characters', () => {
    expect(printable('李\u202E三张\u2066\u200B\u{E0041}\tA\r\nB')).toBe('李三张 A\nB');
  });

  it('a correction notice of sixty defects runs over its pages with the heads of its columns', async () => {
    const defects = Array.from({ length: 60 }, (_, at) => ({
      material: `材料${at + 1}`,
      defect: '未加盖公章',
      standard: '加盖单位公章',
    }));
    const { pdf, pages } = press.renderPaper(checked({ ...specimens.correctionNotice, defects }));
    expect(pages).toBeGreaterThan(2);
    if (pdftotext !== null)
      expect((await textOf(pdf)).split('应当达到的标准').length - 1).toBeGreaterThanOrEqual(pages - 1);
  });

  it('prints in the time promised (measured, printed; fails only when many times slower)', () => {
    const papers = Array.from({ length: 60 }, (_, at) =>
      checked({ ...specimens.acceptanceNotice, caseNumber: `20260302-${at}` }),
    );
    const from = performance.now();
    const pages = papers.reduce((sum, paper) => sum + press.renderPaper(paper).pages, 0);
    const each = (performance.now() - from) / pages;
    process.stdout.write(`press: ${each.toFixed(1)} ms a page, unsigned\n`);
    expect(each).toBeLessThan(200);
  });
});
