import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { checkPaper, paperKinds, specimens, type CheckedPaper } from '@yimen/core/documents';
import type { Crypto } from '../crypto/provider.ts';
import { coverageOf, missingCharacters } from './glyphs.ts';
import { handoutJson, type Handout } from './handout.ts';
import { readPdf } from './pades/pdf.ts';
import { sealPdf, type SealRequest } from './pades/seal.ts';
import { sheetJson, sheetOf, type Sheet, type SheetOptions } from './sheet.ts';

export interface RenderedPaper {
  readonly pdf: Uint8Array;
  /** Hexadecimal, of `pdf`. */
  readonly sha256: string;
  readonly pages: number;
  /** Characters no glyph was there for (a rare name, an emoji): the page shows a box, so a person must look before it is sealed. */
  readonly missing: readonly string[];
}

export interface PaperPress {
  /** The paper as an unsigned PDF; the same content gives the same bytes. Throws when Typst fails, which is a bug in a template. */
  readonly renderPaper: (paper: CheckedPaper, options?: SheetOptions) => RenderedPaper;
  /** A sheet to take along; set smaller until it keeps to its pages, and never with a line less. */
  readonly renderHandout: (handout: Handout) => RenderedPaper;
  /** Words that are no paper of a case, set the same way. */
  readonly renderSheet: (sheet: Sheet) => RenderedPaper;
  /** Seals a rendered paper electronically; what comes back is what is kept and served. */
  readonly signPaper: (paper: RenderedPaper, request: SealRequest) => Promise<RenderedPaper>;
  /** Reads the fonts and compiles every template once (~0.3 s), so that the first applicant does not wait. */
  readonly warmUp: () => void;
}

export interface PressParts {
  readonly crypto: Pick<Crypto, 'sha256'>;
  /** Folders with exactly the weights used, the body's first; other fonts of the machine must not change a paper. */
  readonly fontPaths?: readonly string[];
}

const TEMPLATES = fileURLToPath(new URL('templates', import.meta.url));
const PAPER = join(TEMPLATES, 'paper.typ');
const HANDOUT = join(TEMPLATES, 'handout.typ');
/** Type sizes in points, the largest first; the last can still be read at arm's length. */
const SIZES = [10.5, 9.5, 8.5, 7.5];
/** Typst memoizes across papers without bound; results not used for this many papers are let go. */
const KEEP_FOR_PAPERS = 10;
const FONTS = ['noto-serif-sc/400Regular', 'noto-serif-sc/700Bold'];

/** The two font weights as npm installed them. */
function installedFontPaths(): readonly string[] {
  return FONTS.map((font) => dirname(fileURLToPath(import.meta.resolve(`@expo-google-fonts/${font}/index.js`))));
}

export function createPaperPress({ crypto, fontPaths = installedFontPaths() }: PressParts): PaperPress {
  const compiler = NodeCompiler.create({ workspace: TEMPLATES, fontArgs: [{ fontPaths: [...fontPaths] }] });
  const covers = coverageOf(fontPaths[0] ?? '');
  const renderSheet: PaperPress['renderSheet'] = (sheet) => {
    const data = sheetJson(sheet);
    return rendered(print(compiler, { main: PAPER, data }), data);
  };
  const rendered = (pdf: Uint8Array, data: string): RenderedPaper => ({
    pdf,
    sha256: crypto.sha256(pdf),
    pages: readPdf(pdf).pages,
    missing: missingCharacters(data, covers),
  });
  const renderHandout: PaperPress['renderHandout'] = (handout) => {
    const set = (at: number): RenderedPaper => {
      const data = handoutJson(handout, SIZES[at] ?? 0);
      const done = rendered(print(compiler, { main: HANDOUT, data }), data);
      return done.pages <= handout.most || at + 1 >= SIZES.length ? done : set(at + 1);
    };
    return set(0);
  };
  const renderPaper: PaperPress['renderPaper'] = (paper, options = {}) => renderSheet(sheetOf(paper, options));
  const warmUp = (): void => {
    for (const kind of paperKinds) renderPaper(specimenOf(kind));
  };
  return { renderPaper, renderSheet, renderHandout, signPaper: signerOf(crypto), warmUp };
}

/** Sealing needs keys and no fonts. */
export function signerOf(crypto: PressParts['crypto']): PaperPress['signPaper'] {
  return async (paper, request) => {
    const pdf = await sealPdf(crypto, paper.pdf, request);
    return { ...paper, pdf, sha256: crypto.sha256(pdf) };
  };
}

/** Straight to PDF: a compiled document held by JavaScript kept 1 MB alive per paper until the next garbage collection. */
function print(compiler: NodeCompiler, { main, data }: { readonly main: string; readonly data: string }): Uint8Array {
  const args = { mainFilePath: main, inputs: { paper: data } };
  try {
    return new Uint8Array(compiler.pdf(args));
  } catch {
    // What it throws is empty; compiling again tells where the template failed.
    const failed = compiler.compile(args).takeError();
    const where = failed === null ? 'no diagnostics' : JSON.stringify(compiler.fetchDiagnostics(failed));
    throw new Error(`the template failed: ${where}`);
  } finally {
    compiler.evictCache(KEEP_FOR_PAPERS);
  }
}

function specimenOf(kind: (typeof paperKinds)[number]): CheckedPaper {
  const checked = checkPaper(specimens[kind]);
  if (!checked.ok) throw new Error(`the specimen of a ${kind} is unlawful: ${checked.error.words.en}`);
  return checked.value;
}
