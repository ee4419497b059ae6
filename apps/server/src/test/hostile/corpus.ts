import { deflateSync } from 'node:zlib';
import type { UploadRefusal } from '../../platform/uploads/index.ts';
import { jpeg, ofd, OFD_XML, overlapping, packedObjects, pdf, png, text, zip } from './build.ts';

/** A file as somebody might send it, and how it must be refused; `taken` is what it must be stored as instead. */
export interface Hostile {
  readonly what: string;
  readonly name: string;
  readonly bytes: () => Buffer;
  readonly refused?: UploadRefusal;
  readonly taken?: { readonly name: string; readonly mediaType: string };
}

const MIB = 1_048_576;
const xml = (content: string) => [{ name: 'Doc_0/Document.xml', content: text(content) }] as const;
const EMPTY = Buffer.alloc(0);
/** A picture beside 64 KB of nothing. */
const PADDED = png({ extra: [['tEXt', Buffer.alloc(65_600, 'a')]] });
const zeros = (mebibytes: number): Buffer => Buffer.alloc(mebibytes * MIB);

/** The industry's harmless test virus, in pieces so that no scanner takes this file for one. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-', 'ANTIVIRUS-TEST-FILE!', '$H+H*'].join('');

const refusedAs =
  (refused: UploadRefusal) =>
  (what: string, name: string, bytes: () => Buffer): Hostile => ({ what, name, bytes, refused });
const [type, name, damaged] = [
  refusedAs('file_type_not_taken'),
  refusedAs('file_name_mismatch'),
  refusedAs('file_damaged'),
];
const [mixed, bomb, large] = [refusedAs('file_mixed'), refusedAs('file_bomb'), refusedAs('image_too_large')];
const [active, unsafe] = [refusedAs('pdf_active'), refusedAs('ofd_unsafe')];

const otherKinds: readonly Hostile[] = [
  refusedAs('empty_file')('nothing', 'empty.pdf', () => Buffer.alloc(0)),
  type('a Windows program called .pdf', 'scan.pdf', () => Buffer.concat([text('MZ\x90\0'), zeros(1)])),
  type('a Linux program called .png', 'scan.png', () => text('\x7fELF\x02\x01\x01\0')),
  type('a shell script', 'scan.pdf', () => text('#!/bin/sh\nid\n')),
  type('a page with a script', 'scan.html', () => text('<!doctype html><script>alert(1)</script>')),
  type('a page called .jpg', 'scan.jpg', () => text('<html><body onload=alert(1)>')),
  type('SVG with a script', 'a.svg', () =>
    text('<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'),
  ),
  type('SVG called .png', 'a.png', () => text('<?xml version="1.0"?><svg onload="alert(1)"/>')),
  type('XML reaching outside', 'a.xml', () => text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')),
  type('a billion laughs', 'a.xml', () => text('<!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><l>&b;</l>')),
  type('EICAR as text', 'eicar.com', () => text(EICAR)),
  type('EICAR called .pdf', 'eicar.pdf', () => text(EICAR)),
  type('a table whose cells compute', 'a.csv', () => text("=cmd|'/c calc'!A1,@SUM(1)\n")),
  type('a table called .pdf', 'a.pdf', () => text('=HYPERLINK("http://x")')),
  type('a mail', 'a.eml', () => text('From: a\nContent-Type: text/html\n\n<script>')),
  type('a GIF that is a script', 'a.gif', () => text('GIF89a/*\x01\0*/=1;alert(1)')),
  type('a picture of a kind not taken', 'a.tiff', () => text('II*\0\x08\0\0\0')),
  type('RTF with an object', 'a.rtf', () => text('{\\rtf1{\\object\\objdata 01}}')),
  type('an old Office file with macros', 'a.doc', () => Buffer.from('d0cf11e0a1b11ae1', 'hex')),
  type('a RAR archive', 'a.rar', () => text('Rar!\x1a\x07\x01\0')),
  type('gzip', 'a.gz', () => Buffer.from('1f8b0800', 'hex')),
  type('PostScript', 'a.pdf', () => text('%!PS-Adobe-3.0\n(/etc/passwd) (r) file')),
  type('a shortcut', 'a.lnk', () => Buffer.from('4c0000000114020000', 'hex')),
  type('one byte', 'a.pdf', () => text('%')),
  type('20 MB of nothing', 'a.pdf', () => zeros(20)),
  refusedAs('too_large')('more than 20 MB', 'a.pdf', () => Buffer.concat([pdf(), zeros(20)])),
];

const hostileArchives: readonly Hostile[] = [
  type('docx reaching outside', 'a.docx', () =>
    zip([
      { name: '[Content_Types].xml', content: text('<Types/>') },
      { name: 'word/document.xml', content: text('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>') },
    ]),
  ),
  type('docx that says it is OFD too', 'a.ofd', () => ofd({ name: '[Content_Types].xml', content: text('<Types/>') })),
  type('a Java archive', 'a.ofd', () => zip([{ name: 'META-INF/MANIFEST.MF', content: text('Main-Class: A') }])),
  bomb('a bomb of 5 GB by its own word', 'a.ofd', () => ofd({ name: 'a', content: zeros(1), size: 0xff_ff_ff_f0 })),
  bomb('a bomb of 90 MB in 90 KB', 'a.ofd', () => ofd({ name: 'Doc_0/a.dat', content: zeros(90) })),
  bomb('a bomb that says it is small', 'a.ofd', () => ofd({ name: 'Doc_0/a.dat', content: zeros(64), size: 100 })),
  bomb('a bomb of many entries', 'a.ofd', () =>
    ofd(...Array.from({ length: 2500 }, (_, at) => ({ name: `a${String(at)}`, content: Buffer.alloc(0) }))),
  ),
  bomb('entries over one another', 'a.ofd', () => overlapping(200)),
  bomb('more entries than the format counts', 'a.ofd', () =>
    zip([{ name: 'OFD.xml', content: OFD_XML }], { claims: 0xffff }),
  ),
  damaged('fewer entries than it says', 'a.ofd', () => zip([{ name: 'OFD.xml', content: OFD_XML }], { claims: 2 })),
  damaged('an archive cut short', 'a.ofd', () => ofd({ name: 'a.xml', content: text('<a/>') }).subarray(0, -30)),
  damaged('an entry named otherwise at its place', 'a.ofd', () =>
    ofd({ name: 'a.xml', content: text('<a/>'), localName: 'b.exe' }),
  ),
  damaged('an encrypted entry', 'a.ofd', () => ofd({ name: 'a.xml', content: text('<a/>'), flags: 0x801 })),
  damaged('a compression nobody has', 'a.ofd', () => ofd({ name: 'a.xml', content: text('<a/>'), method: 99 })),
  unsafe('a name that climbs', 'a.ofd', () => ofd({ name: '../../../etc/cron.d/x', content: text('x') })),
  unsafe('a name that climbs the other way', 'a.ofd', () => ofd({ name: '..\\..\\autorun.inf', content: text('x') })),
  unsafe('a name from the root', 'a.ofd', () => ofd({ name: '/etc/passwd', content: text('x') })),
  unsafe('a name of another drive', 'a.ofd', () => ofd({ name: 'C:/windows/x', content: text('x') })),
  unsafe('a link out of the archive', 'a.ofd', () =>
    ofd({ name: 'link', content: text('/etc/passwd'), attributes: 0xa1ff_0000 }),
  ),
  unsafe('the same name twice', 'a.ofd', () => ofd({ name: 'OFD.XML', content: OFD_XML })),
  unsafe('a program inside', 'a.ofd', () => ofd({ name: 'Doc_0/Attachs/setup.exe', content: text('MZ') })),
  unsafe('a program inside under another name', 'a.ofd', () =>
    ofd({ name: 'Doc_0/Res/a.dat', content: text('MZ\x90') }),
  ),
  unsafe('a page inside', 'a.ofd', () => ofd({ name: 'Doc_0/a.html', content: text('<script>') })),
  unsafe('an archive inside', 'a.ofd', () =>
    ofd({ name: 'Doc_0/a.bin', content: zip([]), method: 0 }, { name: 'b.zip', content: zip([]) }),
  ),
  unsafe('OFD reaching outside', 'a.ofd', () =>
    ofd(...xml('<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a>&x;</a>')),
  ),
  unsafe('OFD reaching outside in two-byte text', 'a.ofd', () =>
    ofd({ name: 'a.xml', content: Buffer.from('\ufeff<!DOCTYPE a SYSTEM "http://x/"><a/>', 'utf16le') }),
  ),
  unsafe('OFD with entities in an encoding nobody reads', 'a.ofd', () =>
    ofd(...xml('<?xml version="1.0" encoding="UTF-7"?>+ADwAIQ-DOCTYPE a>')),
  ),
  unsafe('OFD with a style sheet that computes', 'a.ofd', () => ofd(...xml('<?xml-stylesheet href="a.xsl"?><a/>'))),
  bomb('an OFD of 1,500 pictures behind one another', 'a.ofd', () =>
    ofd(...Array.from({ length: 1500 }, (_, at) => ({ name: `${String(at)}.png`, content: PADDED, method: 8 }))),
  ),
  large('an image bomb inside an OFD', 'a.ofd', () =>
    ofd({ name: 'Doc_0/Res/a.png', content: png({ width: 50_000, height: 50_000 }) }),
  ),
  damaged('an OFD whose root is another document', 'a.ofd', () => zip([{ name: 'OFD.xml', content: text('<a/>') }])),
];

const hostilePictures: readonly Hostile[] = [
  large('a PNG of 4 thousand million pixels', 'a.png', () => png({ width: 65_000, height: 65_000 })),
  large('a PNG wider than any screen', 'a.png', () => png({ width: 0x7fff_ffff, height: 1 })),
  large('a JPEG of 4 thousand million pixels', 'a.jpg', () => jpeg({ width: 65_535, height: 65_535 })),
  damaged('a picture without height', 'a.jpg', () => jpeg({ height: 0 })),
  damaged('a JPEG that ends in its header', 'a.jpg', () => jpeg().subarray(0, 40)),
  damaged('three bytes of a JPEG', 'a.jpg', () => Buffer.from('ffd8ff', 'hex')),
  damaged('a PNG without an end', 'a.png', () => png().subarray(0, -12)),
  damaged('a PNG whose chunk is longer than the file', 'a.png', () => {
    const bytes = png();
    bytes.writeUInt32BE(0x7fff_ffff, 33);
    return bytes;
  }),
  damaged('a moving PNG of many frames', 'a.png', () => png({ extra: [['acTL', Buffer.alloc(8, 0xff)]] })),
  damaged('a PNG of 100,000 empty chunks', 'a.png', () =>
    png({ extra: Array.from({ length: 100_000 }, () => ['tEXt', EMPTY] as const) }),
  ),
  damaged('18 MB of filling in a JPEG', 'a.jpg', () =>
    Buffer.concat([jpeg().subarray(0, 2), Buffer.alloc(18 * MIB, 0xff)]),
  ),
  mixed('a JPEG with a page in its comment', 'a.jpg', () => jpeg({ comment: '<script>alert(1)</script>' })),
  mixed('a JPEG with a page behind it', 'a.jpg', () => jpeg({ after: '<html><script>alert(1)</script>' })),
  mixed('a JPEG that is PHP', 'a.jpg', () => jpeg({ comment: '<?php system($_GET[0]); ?>' })),
  mixed('a JPEG that is an archive', 'a.jpg', () => Buffer.concat([jpeg(), zip([{ name: 'a', content: text('a') }])])),
  mixed('a PNG that is a RAR archive', 'a.png', () => png({ after: text('Rar!\x1a\x07\0') })),
  mixed('a PNG that is a PDF', 'a.png', () => png({ after: pdf() })),
  mixed('a PNG with a page in its text', 'a.png', () => png({ extra: [['tEXt', text('Title\0<IFRAME src=x>')]] })),
  mixed('a PNG with a program behind it', 'a.png', () =>
    png({ after: text('MZ\x90\0 This program cannot be run in DOS mode.') }),
  ),
];

const bombStream = (): string => {
  const data = deflateSync(Buffer.alloc(40 * MIB));
  return `8 0 obj\n<</Type/ObjStm/N 1/First 4/Filter/FlateDecode>>\nstream\n${data.toString('latin1')}\nendstream\nendobj`;
};

const hostilePdfs: readonly Hostile[] = [
  type('a PDF behind a page', 'a.pdf', () => Buffer.concat([text('<html><script>alert(1)</script>'), pdf()])),
  type('a PDF behind junk', 'a.pdf', () => Buffer.concat([text('\n\n'), pdf()])),
  mixed('a PDF with a page in its first bytes', 'a.pdf', () => pdf({ objects: '% <script>alert(1)</script>' })),
  mixed('a PDF with a page behind its end', 'a.pdf', () => Buffer.concat([pdf(), text('<script>alert(1)</script>')])),
  mixed('a PDF that is an archive', 'a.pdf', () => Buffer.concat([pdf(), zip([{ name: 'a', content: text('a') }])])),
  mixed('a PDF that is an archive and ends as a PDF', 'a.pdf', () =>
    Buffer.concat([pdf(), zip([{ name: 'a', content: text('a') }], { comment: '\n%%EOF\n' })]),
  ),
  damaged('nothing but the first line of a PDF', 'a.pdf', () => text('%PDF-1.7\n')),
  damaged('a PDF without a page', 'a.pdf', () => text('%PDF-1.7\nalert(1)\n%%EOF')),
  active('a PDF with a script', 'a.pdf', () => pdf({ catalogue: '/OpenAction<</S/JavaScript/JS(app.alert(1))>>' })),
  active('a PDF with a script spelled otherwise', 'a.pdf', () =>
    pdf({ catalogue: '/OpenAction<</S/J#61vaScr#69pt/JS 5 0 R>>' }),
  ),
  active('a PDF that starts a program', 'a.pdf', () => pdf({ catalogue: '/OpenAction<</S/Launch/F(cmd.exe)>>' })),
  active('a PDF that carries a program', 'a.pdf', () => pdf({ objects: '5 0 obj\n<</Type/EmbeddedFile>>\nendobj' })),
  active('a PDF with a film', 'a.pdf', () => pdf({ objects: '5 0 obj\n<</Subtype/RichMedia>>\nendobj' })),
  active('a PDF that sends its form away', 'a.pdf', () =>
    pdf({ objects: '5 0 obj\n<</S/SubmitForm/F(http://x)>>\nendobj' }),
  ),
  active('a PDF with an XFA form', 'a.pdf', () => pdf({ catalogue: '/AcroForm<</XFA 5 0 R>>' })),
  active('a script among packed objects', 'a.pdf', () =>
    pdf({ objects: packedObjects('<</S/JavaScript/JS(app.alert(1))>>') }),
  ),
  active('a script among packed objects of no type', 'a.pdf', () =>
    pdf({ objects: packedObjects('<</S/Launch/F(x)>>', '/X(obj)/N 1/First 4/Filter/FlateDecode') }),
  ),
  active('a script among packed objects whose type hides', 'a.pdf', () =>
    pdf({ objects: packedObjects('<</S/Launch/F(x)>>', '/First 4/N 1/X(obj)/Filter/FlateDecode') }),
  ),
  damaged('packed objects that cannot be read', 'a.pdf', () =>
    pdf({ objects: packedObjects('<</S/Launch>>', '/Type/ObjStm/N 1/First 4/Filter[/ASCIIHexDecode/FlateDecode]') }),
  ),
  bomb('packed objects that unpack without end', 'a.pdf', () => pdf({ objects: bombStream() })),
  bomb('200,000 tiny streams of packed objects', 'a.pdf', () =>
    pdf({ objects: `${packedObjects('<<>>', '/First 4/Filter/FlateDecode')}\n`.repeat(200_000) }),
  ),
  refusedAs('pdf_encrypted')('an encrypted PDF', 'a.pdf', () => pdf({ trailer: '/Encrypt 6 0 R' })),
  damaged('20 MB of stream after stream', 'a.pdf', () => text(`%PDF-1.7\n${'/First stream\n'.repeat(1_300_000)}%%EOF`)),
  damaged('20 MB of names', 'a.pdf', () => text(`%PDF-1.7\n${'/J#61va'.repeat(2_500_000)}%%EOF`)),
  damaged('20 MB of numbers', 'a.pdf', () => text(`%PDF-1.7\n${'1 '.repeat(9_000_000)}%%EOF`)),
];

const hostileNames: readonly Hostile[] = [
  name('a PDF called a program', 'scan.pdf.exe', () => pdf()),
  name('a PDF called a page', 'scan.html', () => pdf()),
  name('a picture called PDF', 'scan.pdf', () => png()),
  name('a PDF called a picture', 'scan.jpg', () => pdf()),
  name('an ending turned round', 'scan\u202efdp.exe', () => pdf()),
  name('an ending behind a point and a blank', 'scan.exe. ', () => pdf()),
];

const taken = (what: string, given: string, kept: string): Hostile => ({
  what,
  name: given,
  bytes: () => pdf(),
  taken: { name: kept, mediaType: 'application/pdf' },
});

/** Names that are bad and files that are not: taken, under a name that is only text. */
const tamedNames: readonly Hostile[] = [
  taken('a path', '../../../../etc/passwd', 'passwd.pdf'),
  taken('a path of Windows', 'C:\\Windows\\System32\\合同.pdf', '合同.pdf'),
  taken('nothing but an ending', '.pdf', 'pdf.pdf'),
  taken('10,000 characters', `${'长'.repeat(3000)}.pdf`, `${'长'.repeat(90)}.pdf`),
  taken('a script', '<img src=x onerror=alert(1)>.pdf', 'img src=x onerror=alert(1).pdf'),
  taken('a formula', '=cmd(1).pdf', '=cmd(1).pdf'),
  taken('invisible marks', '合\u200b同\u2066.pdf', '合同.pdf'),
  taken('a number that is no ending', '关于1.2号地块', '关于1.2号地块.pdf'),
];

export const hostile: readonly Hostile[] = [
  ...otherKinds,
  ...hostileArchives,
  ...hostilePictures,
  ...hostilePdfs,
  ...hostileNames,
  ...tamedNames,
];

/** What people really send. */
export const honest: readonly Hostile[] = [
  { what: 'a PDF', name: '合同.pdf', bytes: () => pdf(), taken: { name: '合同.pdf', mediaType: 'application/pdf' } },
  {
    what: 'a PDF with packed objects',
    name: '合同.PDF',
    bytes: () => pdf({ objects: packedObjects('<</Type/Font/Launchpad 1>>') }),
    taken: { name: '合同.pdf', mediaType: 'application/pdf' },
  },
  { what: 'a JPEG', name: '照片.JPEG', bytes: () => jpeg(), taken: { name: '照片.jpeg', mediaType: 'image/jpeg' } },
  {
    what: 'a JPEG with what a telephone adds',
    name: '照片.jpg',
    bytes: () => jpeg({ after: 'MotionPhoto_Data ftypmp42' }),
    taken: { name: '照片.jpg', mediaType: 'image/jpeg' },
  },
  { what: 'a PNG', name: '照片.png', bytes: () => png(), taken: { name: '照片.png', mediaType: 'image/png' } },
  {
    what: 'a PNG of 42 million pixels',
    name: '图.png',
    bytes: () => png({ width: 7000, height: 6000 }),
    taken: { name: '图.png', mediaType: 'image/png' },
  },
  {
    what: 'an OFD',
    name: '发票.ofd',
    bytes: () =>
      ofd(...xml('<?xml version="1.0" encoding="UTF-8"?><ofd:Document/>'), { name: 'Doc_0/Res/a.png', content: png() }),
    taken: { name: '发票.ofd', mediaType: 'application/ofd' },
  },
];
