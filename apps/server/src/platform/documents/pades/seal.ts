import { instantFromMillis, millisOf, type Instant } from '@yimen/kernel';
import type { Crypto } from '../../crypto/provider.ts';
import { detachedSignature } from './cms.ts';
import { appendix, pdfText, readPdf, withMembers, type PdfFile, type PdfObject } from './pdf.ts';
import type { Signer } from './signer.ts';

export interface SealRequest {
  readonly signer: Signer;
  /** Server time. */
  readonly at: Instant;
  /** Why it was sealed, shown by PDF readers: 准予行政许可决定书 安住建许准字〔2026〕12号. */
  readonly reason: string;
  readonly location: string;
}

/** Room for the CMS beside the certificates: attributes, names of issuer, signature, ASN.1 heads. */
const CMS_BESIDE_CERTIFICATES = 1024;
const RANGE = '/ByteRange [0 0000000000 0000000000 0000000000]';

/** A PDF with an electronic seal (PAdES baseline B, `ETSI.CAdES.detached`) over every byte but the seal's own. */
export async function sealPdf(
  crypto: Pick<Crypto, 'sha256'>,
  pdf: Uint8Array,
  request: SealRequest,
): Promise<Uint8Array> {
  const { signer } = request;
  const room =
    CMS_BESIDE_CERTIFICATES + [signer.certificate, ...signer.chain].reduce((sum, { length }) => sum + length, 0);
  const { bytes, gap } = withSpace(readPdf(pdf), request, room);
  const signed = Buffer.concat([bytes.subarray(0, gap.from), bytes.subarray(gap.to)]);
  const digests = { content: crypto.sha256(signed), certificate: crypto.sha256(signer.certificate) };
  const signature = Buffer.from(await detachedSignature(signer, digests)).toString('hex');
  if (signature.length > room * 2)
    throw new Error(`the signature needs ${signature.length / 2} bytes, ${room} were kept`);
  bytes.write(signature, gap.from + 1, 'latin1');
  return new Uint8Array(bytes);
}

/** The file with an empty signature in it, and where its `<…>` stands. */
function withSpace(file: PdfFile, request: SealRequest, room: number): { readonly bytes: Buffer; readonly gap: Gap } {
  const bytes = Buffer.concat([
    file.bytes,
    Buffer.from(appendix(file, signatureObjects(file, request, room)), 'latin1'),
  ]);
  const from = bytes.indexOf('/Contents <', file.bytes.length, 'latin1') + '/Contents '.length;
  const gap = { from, to: from + room * 2 + 2 };
  const pad = (value: number): string => String(value).padStart(10, '0');
  const range = `/ByteRange [0 ${pad(gap.from)} ${pad(gap.to)} ${pad(bytes.length - gap.to)}]`;
  bytes.write(range, bytes.indexOf(RANGE, file.bytes.length, 'latin1'), 'latin1');
  return { bytes, gap };
}

interface Gap {
  readonly from: number;
  readonly to: number;
}

/** The drawn seal is part of the page already, so the field itself is without size and shows nothing. */
function signatureObjects(file: PdfFile, request: SealRequest, room: number): readonly PdfObject[] {
  const { catalog, firstPage, size } = file;
  if (firstPage.body.includes('/Annots')) throw new Error('papers carry no annotations of their own');
  const field = `<< /Type /Annot /Subtype /Widget /FT /Sig /T (Seal) /Rect [0 0 0 0] /F 132 /P ${firstPage.number} 0 R /V ${size} 0 R >>`;
  return [
    { number: size, body: signatureDictionary(request, room) },
    { number: size + 1, body: field },
    { number: firstPage.number, body: withMembers(firstPage, `/Annots [${size + 1} 0 R]`) },
    { number: catalog.number, body: withMembers(catalog, `/AcroForm << /Fields [${size + 1} 0 R] /SigFlags 3 >>`) },
  ];
}

function signatureDictionary({ signer, at, reason, location }: SealRequest, room: number): string {
  return [
    '<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached',
    RANGE,
    `/Contents <${'0'.repeat(room * 2)}>`,
    `/M (${pdfTime(at)})`,
    `/Name ${pdfText(signer.name)}`,
    `/Reason ${pdfText(reason)}`,
    `/Location ${pdfText(location)} >>`,
  ].join('\n');
}

/** D:20260310093000+08'00', Beijing time. */
function pdfTime(at: Instant): string {
  const local = instantFromMillis(millisOf(at) + 8 * 3_600_000);
  return `D:${local.slice(0, 19).replaceAll(/\D/g, '')}+08'00'`;
}
