/**
 * Just enough of PDF to append to a file Typst wrote (one classic cross-reference table, objects in the open). Nothing
 * before the appended bytes changes: that is what makes the original provable inside the signed file.
 */
export interface PdfFile {
  readonly bytes: Uint8Array;
  readonly crossReferenceAt: number;
  /** One more than the highest object number. */
  readonly size: number;
  readonly pages: number;
  readonly catalog: PdfObject;
  readonly firstPage: PdfObject;
  /** `/Info … /ID …` of the trailer, repeated in the new one. */
  readonly identity: string;
}

export interface PdfObject {
  readonly number: number;
  /** The dictionary, `<< … >>`. */
  readonly body: string;
}

/** Reads a file of {@link PdfFile}'s kind; throws on any other, for papers are signed as they come from the press. */
export function readPdf(bytes: Uint8Array): PdfFile {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
  const trailer = text.slice(text.lastIndexOf('\ntrailer'));
  const crossReferenceAt = numberAfter(trailer, 'startxref');
  if (trailer.includes('/Prev')) throw new Error('the file has been appended to before');
  const offsets = crossReferences(text, crossReferenceAt);
  const objectOf = (number: number): PdfObject => ({ number, body: bodyAt(text, offsets[number], number) });
  const catalog = objectOf(numberAfter(trailer, '/Root'));
  const pageTree = objectOf(numberAfter(catalog.body, '/Pages'));
  return {
    bytes,
    crossReferenceAt,
    size: numberAfter(trailer, '/Size'),
    pages: numberAfter(pageTree.body, '/Count'),
    catalog,
    firstPage: firstPage(objectOf, pageTree),
    identity: trailer.slice(trailer.indexOf('/Info'), trailer.indexOf('>>', trailer.indexOf('/ID'))).trim(),
  };
}

/** Page trees nest when there are many pages. */
function firstPage(objectOf: (number: number) => PdfObject, node: PdfObject): PdfObject {
  return node.body.includes('/Kids') ? firstPage(objectOf, objectOf(numberAfter(node.body, '/Kids ['))) : node;
}

function crossReferences(text: string, at: number): readonly number[] {
  const head = /^xref\r?\n0 (\d+)\r?\n/.exec(text.slice(at, at + 40));
  if (head === null) throw new Error('not a classic cross-reference table');
  const entries = at + head[0].length;
  return Array.from({ length: Number(head[1]) }, (_, index) =>
    Number(text.slice(entries + index * 20, entries + index * 20 + 10)),
  );
}

function bodyAt(text: string, offset: number | undefined, number: number): string {
  const head = `${number} 0 obj`;
  if (offset === undefined || !text.startsWith(head, offset))
    throw new Error(`object ${number} is not where the table says`);
  const end = text.indexOf('endobj', offset);
  return text.slice(offset + head.length, end).trim();
}

function numberAfter(text: string, key: string): number {
  const at = text.indexOf(key);
  const digits = /^\s*(\d+)/.exec(text.slice(at + key.length));
  if (at < 0 || digits === null) throw new Error(`no ${key}`);
  return Number(digits[1]);
}

/** Adds members at the end of a dictionary. */
export function withMembers({ body }: PdfObject, members: string): string {
  return `${body.slice(0, body.lastIndexOf('>>'))}  ${members}\n>>`;
}

/** The appended part: objects, a table of where they are, a trailer that points back to the old table. */
export function appendix(file: PdfFile, objects: readonly PdfObject[]): string {
  const ordered = objects.toSorted((left, right) => left.number - right.number);
  let text = '\n';
  const table = ordered.map(({ number, body }) => {
    const at = file.bytes.length + text.length;
    text += `${number} 0 obj\n${body}\nendobj\n`;
    return `${number} 1\n${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const size = Math.max(file.size, ...ordered.map(({ number }) => number + 1));
  const startxref = file.bytes.length + text.length;
  const trailer = `trailer\n<<\n  /Size ${size}\n  /Root ${file.catalog.number} 0 R\n  ${file.identity}\n  /Prev ${file.crossReferenceAt}\n>>\n`;
  return `${text}xref\n${table.join('')}${trailer}startxref\n${startxref}\n%%EOF\n`;
}

/** A text string any reader shows right: UTF-16 in hexadecimal, so that no character of a name can close the string. */
export function pdfText(text: string): string {
  return `<FEFF${Buffer.from(text.toWellFormed(), 'utf16le').swap16().toString('hex').toUpperCase()}>`;
}
