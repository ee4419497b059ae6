import { crc32, deflateRawSync, deflateSync } from 'node:zlib';

/** Files built byte by byte, right or wrong on purpose: no hostile file lies in the repository. */

const u16 = (value: number): Buffer => {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
};
const u32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
};
const u16be = (value: number): Buffer => u16(value).swap16();
const u32be = (value: number): Buffer => u32(value).swap32();
export const text = (value: string): Buffer => Buffer.from(value, 'latin1');

export interface Entry {
  readonly name: string;
  readonly content: Buffer;
  /** What the archive claims, where it lies. */
  readonly size?: number;
  readonly flags?: number;
  readonly method?: number;
  readonly localName?: string;
  readonly attributes?: number;
}

/** An archive; `comment` stands after it, and `claims` overwrites the number of entries. */
export function zip(entries: readonly Entry[], { comment = '', claims = entries.length } = {}): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let at = 0;
  for (const entry of entries) {
    const { local, described } = placed(entry, at);
    locals.push(local);
    central.push(described);
    at += local.length;
  }
  const directory = Buffer.concat(central);
  const counts = [u16(0), u16(0), u16(claims), u16(claims), u32(directory.length), u32(at), u16(comment.length)];
  return Buffer.concat([...locals, directory, u32(0x06054b50), ...counts, text(comment)]);
}

/** An entry at its place, and as the directory describes it. */
function placed({ name, content, flags = 0x800, method = 8, attributes = 0, ...lies }: Entry, at: number) {
  const data = method === 8 ? deflateRawSync(content, { level: 9 }) : content;
  const sizes = [u32(crc32(content)), u32(data.length), u32(lies.size ?? content.length)];
  const common = [u16(flags), u16(method), u32(0), ...sizes];
  const named = Buffer.from(name);
  const localName = Buffer.from(lies.localName ?? name);
  const rest = [u16(named.length), u16(0), u16(0), u16(0), u16(0), u32(attributes), u32(at), named];
  return {
    local: Buffer.concat([u32(0x04034b50), u16(20), ...common, u16(localName.length), u16(0), localName, data]),
    described: Buffer.concat([u32(0x02014b50), u16(0x314), u16(20), ...common, ...rest]),
  };
}

export const OFD_XML = text(
  '<?xml version="1.0" encoding="UTF-8"?><ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" Version="1.0" DocType="OFD"/>',
);

/** An OFD of these entries beside its root. */
export function ofd(...entries: readonly Entry[]): Buffer {
  return zip([{ name: 'OFD.xml', content: OFD_XML }, ...entries]);
}

/** One entry of an archive used many times: each claims the same bytes (a bomb of overlapping entries). */
export function overlapping(count: number): Buffer {
  const one = zip([{ name: 'OFD.xml', content: OFD_XML }]);
  const end = one.length - 22;
  const start = one.readUInt32LE(end + 16);
  const entry = one.subarray(start, end);
  const copies = Array.from({ length: count }, (_, number) => {
    const copy = Buffer.from(entry);
    copy.write(String(number).padStart(7, 'x'), 46, 'latin1');
    return copy;
  });
  const directory = Buffer.concat([entry, ...copies]);
  const counts = [u16(0), u16(0), u16(count + 1), u16(count + 1), u32(directory.length), u32(start), u16(0)];
  return Buffer.concat([one.subarray(0, start), directory, u32(0x06054b50), ...counts]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([text(type), data]);
  return Buffer.concat([u32be(data.length), body, u32be(crc32(body))]);
}

export interface Png {
  readonly width?: number;
  readonly height?: number;
  /** Chunks between the header and the pixels. */
  readonly extra?: readonly (readonly [type: string, data: Buffer])[];
  readonly after?: Buffer;
}

/** A black picture; with other measures than 8 × 8 only its header says so. */
export function png({ width = 8, height = 8, extra = [], after = Buffer.alloc(0) }: Png = {}): Buffer {
  const header = Buffer.concat([u32be(width), u32be(height), Buffer.from([8, 0, 0, 0, 0])]);
  const pixels = deflateSync(Buffer.alloc(9 * 8));
  return Buffer.concat([
    text('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    ...extra.map(([type, data]) => chunk(type, data)),
    chunk('IDAT', pixels),
    chunk('IEND', Buffer.alloc(0)),
    after,
  ]);
}

const segment = (marker: number, data: Buffer): Buffer =>
  Buffer.concat([Buffer.from([0xff, marker]), u16be(data.length + 2), data]);

/** A grey picture of 8 × 8, baseline; other measures stand in its header alone. */
export function jpeg({ width = 8, height = 8, comment = '', after = '' } = {}): Buffer {
  const frame = Buffer.concat([Buffer.from([8]), u16be(height), u16be(width), Buffer.from([1, 1, 0x11, 0])]);
  const table = (kind: number): Buffer => Buffer.from([kind, 1, ...Array.from({ length: 15 }, () => 0), 0]);
  return Buffer.concat([
    Buffer.from([0xff, 0xd8]),
    segment(0xe0, text('JFIF\0\x01\x01\0\0\x01\0\x01\0\0')),
    ...(comment === '' ? [] : [segment(0xfe, text(comment))]),
    segment(0xdb, Buffer.concat([Buffer.from([0]), Buffer.alloc(64, 1)])),
    segment(0xc0, frame),
    segment(0xc4, table(0)),
    segment(0xc4, table(0x10)),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    Buffer.from([0x3f, 0xff, 0xd9]),
    text(after),
  ]);
}

/** One empty page, and these objects and entries of the catalogue and the trailer besides. */
export function pdf({ objects = '', catalogue = '', trailer = '', version = '1.7' } = {}): Buffer {
  const body = [
    `%PDF-${version}`,
    '%\xe2\xe3\xcf\xd3',
    `1 0 obj\n<</Type/Catalog/Pages 2 0 R${catalogue}>>\nendobj`,
    '2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj',
    '3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj',
    ...(objects === '' ? [] : [objects]),
    `trailer\n<</Size 9/Root 1 0 R${trailer}>>\nstartxref\n0\n%%EOF\n`,
  ];
  return text(body.join('\n'));
}

/** Objects packed into a compressed stream, where a search for words alone does not see them. */
export function packedObjects(objects: string, dictionary = '/Type/ObjStm/N 1/First 4/Filter/FlateDecode'): string {
  const data = deflateSync(text(`9 0 ${objects}`));
  return `8 0 obj\n<<${dictionary}/Length ${String(data.length)}>>\nstream\n${data.toString('latin1')}\nendstream\nendobj`;
}
