import { promisify } from 'node:util';
import { inflateRaw } from 'node:zlib';
import { imageProblem } from './image.ts';
import { latin1 } from './mixed.ts';
import { isTooLarge } from './pdf.ts';
import type { UploadRefusal } from './refusals.ts';
import { readZip, type Packed } from './zip.ts';

const inflated = promisify<Buffer, { maxOutputLength: number }, Buffer>(inflateRaw);

/** What GB/T 33190 never puts into an OFD: programs, scripts, pages and archives. */
const PROGRAMS =
  /\.(?:exe|dll|com|scr|msi|bat|cmd|ps1|vbs|vbe|js|jse|mjs|wsf|hta|lnk|jar|apk|class|sh|py|php|jsp|asp|aspx|html?|xhtml|svg|swf|docm|xlsm|zip|rar|7z|gz|iso)$/i;
const PROGRAM_STARTS = /^(?:MZ|\x7fELF|PK\x03\x04|Rar!|7z\xbc\xaf|#!|<(?:!doctype|html|script|svg))/i;
/** Declarations that reach outside the file or blow it up; GB/T 33190 needs none of them. */
const XML_REACHES = /<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet|\/XInclude/i;
const ENCODING = /^<\?xml[^>]*encoding\s*=\s*["']([^"']*)["']/i;
const ENCODINGS = /^(?:utf-?8|utf-?16(?:le|be)?|gb2312|gbk|gb18030)$/i;
const ROOT = /<(?:\w+:)?OFD[\s>][^<]*ofdspec\.org/;

/** Why an archive is not taken as OFD. Each entry is unpacked alone, never beyond what it was declared to be. */
export async function ofdProblem(bytes: Uint8Array): Promise<UploadRefusal | undefined> {
  const zip = readZip(bytes);
  if (!zip.ok) return zip.error;
  const names = new Set(zip.value.map(({ name }) => name));
  if (!names.has('OFD.xml') || names.has('[Content_Types].xml')) return 'file_type_not_taken';
  if (zip.value.some(({ name }) => PROGRAMS.test(name))) return 'ofd_unsafe';
  for (const packed of zip.value) {
    const content = await unpack(packed);
    const problem = typeof content === 'string' ? content : entryProblem(packed.name, content);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

async function unpack({ stored, size, bytes }: Packed): Promise<Uint8Array | UploadRefusal> {
  if (stored) return bytes.length === size ? bytes : 'file_damaged';
  try {
    const data = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const content = await inflated(data, { maxOutputLength: Math.max(size, 1) });
    return content.length === size ? content : 'file_damaged';
  } catch (error) {
    return isTooLarge(error) ? 'file_bomb' : 'file_damaged';
  }
}

function entryProblem(name: string, content: Uint8Array): UploadRefusal | undefined {
  const start = latin1(content.subarray(0, 64));
  if (PROGRAM_STARTS.test(start)) return 'ofd_unsafe';
  if (/\.xml$/i.test(name) || /^\s*<\?xml/.test(start)) return xmlProblem(name, content);
  if (start.startsWith('\xff\xd8\xff')) return imageProblem(content, 'jpeg');
  return start.startsWith('\x89PNG\r\n\x1a\n') ? imageProblem(content, 'png') : undefined;
}

/** Read as letters whatever the width of a character: two-byte text has a NUL beside each. */
function xmlProblem(name: string, content: Uint8Array): UploadRefusal | undefined {
  const text = latin1(content)
    .replaceAll('\0', '')
    .replace(/^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)/, '')
    .trimStart();
  const encoding = ENCODING.exec(text)?.[1] ?? 'utf-8';
  // Text that does not begin like XML is in an encoding in which a declaration could not be seen.
  if (!text.startsWith('<') || !ENCODINGS.test(encoding) || XML_REACHES.test(text)) return 'ofd_unsafe';
  return name === 'OFD.xml' && !ROOT.test(text) ? 'file_damaged' : undefined;
}
