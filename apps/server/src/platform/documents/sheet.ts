import type { Day } from '@yimen/kernel';
import {
  paperWords,
  sealWords,
  shortHash,
  verificationAddress,
  type CheckedPaper,
  type PaperText,
  type Verification,
} from '@yimen/core/documents';
import { qrSvg } from './qr.ts';

/** What the templates read: the words, the seal, the code, and nothing they would have to decide. */
export interface Sheet extends PaperText {
  readonly caseNumber: string;
  /** Year, month, day of making, for the file's metadata; from the paper and not from a clock, so that the same paper is the same bytes. */
  readonly made: readonly [number, number, number];
  readonly seal: { readonly holder: string; readonly use: string; readonly demonstration: boolean } | null;
  readonly verification: Printed | null;
  readonly demonstration: boolean;
}

/** What stands at the foot of the first page: `entry` is the hash of the record in short, empty where there is none. */
interface Printed {
  readonly url: string;
  readonly code: string;
  readonly entry: string;
  readonly qr: string;
}

export interface SheetOptions {
  /** A draft shown to the signer bears no seal and no code. */
  readonly draft?: boolean;
}

export function sheetOf(paper: CheckedPaper, { draft = false }: SheetOptions): Sheet {
  const { seal, verification, demonstration, issuedOn } = paper;
  return {
    ...paperWords(paper),
    caseNumber: paper.caseNumber,
    made: [Number(issuedOn.slice(0, 4)), Number(issuedOn.slice(5, 7)), Number(issuedOn.slice(8, 10))],
    seal: seal === null || draft ? null : { holder: seal.holder.name, use: sealWords[seal.kind].zh, demonstration },
    verification: verification === null || draft ? null : printed(verification),
    demonstration,
  };
}

function printed(verification: Verification): Printed {
  const { url, code, entryHash } = verification;
  const entry = entryHash === undefined ? '' : shortHash(entryHash);
  return { url, code, entry, qr: qrSvg(verificationAddress(verification)) };
}

/** Words that are no paper of a case (a bulletin): nobody's seal, no code; dated by what they say and not by a clock. */
export function plainSheet(words: PaperText, on: Day, demonstration: boolean): Sheet {
  const made = [Number(on.slice(0, 4)), Number(on.slice(5, 7)), Number(on.slice(8, 10))] as const;
  return { ...words, caseNumber: '', made, seal: null, verification: null, demonstration };
}

/**
 * The sheet as the one JSON text handed to Typst. Applicants write into it: control characters, bidirectional overrides
 * (which make a name read backwards on an official paper), tag characters and lone surrogates never reach the page.
 */
export function sheetJson(sheet: Sheet): string {
  const blocks = sheet.blocks.map((one) => (one.block === 'code' ? { ...one, svg: qrSvg(one.text) } : one));
  return JSON.stringify({ ...sheet, blocks }, (_, value: unknown) =>
    typeof value === 'string' ? printable(value) : value,
  );
}

const UNPRINTABLE =
  /[\u0000-\u0009\u000B-\u001F\u007F-\u009F\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF0-\uFFFB\u{E0000}-\u{E007F}]/gu;

export function printable(text: string): string {
  return text.toWellFormed().replaceAll('\r\n', '\n').replaceAll('\t', ' ').replaceAll(UNPRINTABLE, '');
}
