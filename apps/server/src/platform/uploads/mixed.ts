/** Other kinds of file, as they give themselves away inside a picture. Each is long enough not to happen by chance in 20 MB. */
const ALIENS =
  /<(?:script|html|!doctype|\?php|iframe)|%PDF-|Rar!\x1a\x07|7z\xbc\xaf\x27\x1c|This program cannot be run|\x7fELF[\x01\x02]\x01\x01|#!\/bin\//i;
const END_OF_ZIP = 0x06_05_4b_50;
const END_OF_ZIP_BYTES = 22;
const LONGEST_COMMENT = 0xff_ff;

export const latin1 = (bytes: Uint8Array): string =>
  Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');

export const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

/** A picture that is also a page, an archive or a program: opened under another name it would run. */
export function holdsAlien(bytes: Uint8Array): boolean {
  return ALIENS.test(latin1(bytes)) || endOfZip(bytes) !== undefined;
}

/** Where the closing record of an archive stands that ends exactly with the file; undefined when the file is no archive. */
export function endOfZip(bytes: Uint8Array): number | undefined {
  const view = viewOf(bytes);
  const lowest = Math.max(0, bytes.length - END_OF_ZIP_BYTES - LONGEST_COMMENT);
  for (let at = bytes.length - END_OF_ZIP_BYTES; at >= lowest; at -= 1) {
    const found = view.getUint32(at, true) === END_OF_ZIP;
    if (found && at + END_OF_ZIP_BYTES + view.getUint16(at + 20, true) === bytes.length) return at;
  }
  return undefined;
}
