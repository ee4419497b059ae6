import type { FastifyReply, FastifyRequest } from 'fastify';
import { notFound, refuseWith } from '../../../platform/http/index.ts';
import {
  dispositionOf,
  LARGEST_FILE,
  previewOf,
  UPLOAD_REFUSALS,
  type UploadRefusal,
} from '../../../platform/uploads/index.ts';
import { findCaseFile, takeFile, type CaseFile } from '../files.ts';
import type { Holder } from '../holders.ts';
import type { CaseKey } from '../tracking.ts';
import type { World } from '../world.ts';

/** A file, its name and the lines of the form around it. */
const LARGEST_BODY = LARGEST_FILE + 65_536;
const RETRY_S = '30';
/** One file of a multipart body; every route through which anybody uploads ends here. */
export async function takeUpload(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  holder: Holder,
): Promise<FastifyReply> {
  if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) return refuseUnread(request, reply, 'too_large');
  // One byte more than is taken, so that the receiver sees that there is more.
  const upload = await request.file({
    limits: { fileSize: LARGEST_FILE + 1, files: 1 },
    throwFileSizeLimit: false,
  });
  if (upload === undefined) return refuseWith(reply, { code: 'invalid', field: 'file' });
  const { filename, file } = upload;
  const taken = await world.receiver.receive(file, (bytes) => takeFile(world, holder, { name: filename, bytes }));
  if (!taken.ok) return refuseUnread(request, reply, taken.error);
  return taken.value.ok ? reply.send(taken.value.value) : refuseUpload(reply, taken.value.error);
}

/** What is still coming is let through to nowhere: a browser reads the answer only once it has sent everything. */
function refuseUnread({ raw }: FastifyRequest, reply: FastifyReply, why: UploadRefusal): FastifyReply {
  raw.unpipe();
  raw.resume();
  return refuseUpload(reply, why);
}

function refuseUpload(reply: FastifyReply, why: UploadRefusal): FastifyReply {
  const refusal = UPLOAD_REFUSALS[why];
  if (!('field' in refusal)) reply.header('retry-after', RETRY_S);
  return refuseWith(reply, refusal);
}

interface AskedFile {
  readonly key: CaseKey | undefined;
  readonly sha256: string;
  /** The bytes as they came, to be saved; without it what can be shown is shown. */
  readonly original: boolean;
}

/**
 * An uploaded file for the browser. Whatever it is, it runs in no page of ours: no type but those that are taken, never
 * guessed at, in a sandbox without an origin, and saved rather than shown unless it is a PDF or a picture drawn anew.
 */
export async function sendCaseFile(
  world: World,
  request: FastifyRequest,
  reply: FastifyReply,
  { key, sha256, original }: AskedFile,
): Promise<FastifyReply> {
  const found = key === undefined ? undefined : await findCaseFile(world, key, sha256);
  if (found === undefined) return notFound(request, reply);
  if (!found.ok) return found.error === 'not_found' ? notFound(request, reply) : refuseStored(reply, found.error);
  const file = found.value;
  const shown = original ? undefined : await shownBytes(file);
  const bytes = shown ?? file.bytes;
  return reply
    .type(shown === undefined ? 'application/octet-stream' : file.mediaType)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'; frame-ancestors 'self'")
    .header('cross-origin-resource-policy', 'same-origin')
    .header('content-disposition', dispositionOf(shown === undefined ? 'attachment' : 'inline', file.name))
    .send(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength));
}

/** What may be shown of a file; undefined where it may only be saved. */
async function shownBytes({ bytes, mediaType }: CaseFile): Promise<Uint8Array | undefined> {
  if (mediaType === 'application/pdf') return bytes;
  return mediaType === 'image/jpeg' || mediaType === 'image/png' ? previewOf(bytes, mediaType) : undefined;
}

const STORED_WORDS = {
  file_infected: {
    zh: '病毒扫描发现该文件含有恶意代码，已隔离，不能查看。请通知申请人重新提交。',
    en: 'The virus scan found malicious code; the file is in quarantine. Ask the applicant to hand it in again.',
  },
  scanner_unavailable: {
    zh: '病毒扫描服务暂时不可用，该文件扫描后才能查看，请稍后再试。',
    en: 'The virus scanner is not available; the file can be seen once it was scanned. Please try again later.',
  },
} as const;

function refuseStored(reply: FastifyReply, code: keyof typeof STORED_WORDS): FastifyReply {
  if (code === 'scanner_unavailable') reply.header('retry-after', RETRY_S);
  return refuseWith(reply, { code, words: STORED_WORDS[code] });
}
