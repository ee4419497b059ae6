import { holdsAlien, latin1, viewOf } from './mixed.ts';
import { MOST_PIXELS, type UploadRefusal } from './refusals.ts';

interface Size {
  readonly width: number;
  readonly height: number;
}

/** SOF0–SOF15 without DHT, JPG and DAC: the segments that say how large the picture is. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);
const START_OF_SCAN = 0xda;

/** Why a picture is not taken. Only headers are read, no pixel is decoded: a bomb costs nothing to refuse. */
export function imageProblem(bytes: Uint8Array, kind: 'jpeg' | 'png'): UploadRefusal | undefined {
  const size = kind === 'jpeg' ? jpegSize(bytes) : pngSize(bytes);
  if (size === undefined || size.width === 0 || size.height === 0) return 'file_damaged';
  if (size.width * size.height > MOST_PIXELS) return 'image_too_large';
  return holdsAlien(bytes) ? 'file_mixed' : undefined;
}

/** From the segments before the first scan; undefined where they do not hang together. */
function jpegSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  let size: Size | undefined;
  let at = 2;
  while (at + 4 <= bytes.length) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    const length = view.getUint16(at + 2);
    if (marker === 0xff) at += 1;
    else if (marker === START_OF_SCAN) return endsWithScan(bytes, at) ? size : undefined;
    else if (length < 2 || at + 2 + length > bytes.length) return undefined;
    else {
      // Two frames of different sizes are read differently by different programs.
      if (FRAMES.has(marker)) size = size === undefined ? frameAt(view, at) : { width: 0, height: 0 };
      at += 2 + length;
    }
  }
  return undefined;
}

function frameAt(view: DataView, at: number): Size {
  if (at + 9 > view.byteLength) return { width: 0, height: 0 };
  return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) };
}

/** Some telephones add their own data behind the end of the picture, so the end may stand before that of the file. */
function endsWithScan(bytes: Uint8Array, from: number): boolean {
  return (
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).lastIndexOf('\xff\xd9', undefined, 'latin1') > from
  );
}

/** A picture of 20 MB has some thousands of chunks; reading a million of empty ones costs half a second. */
const MOST_CHUNKS = 50_000;

/** From IHDR, if the chunks lead to IEND; an animated one is no scan. */
function pngSize(bytes: Uint8Array): Size | undefined {
  const view = viewOf(bytes);
  let at = 8;
  let size: Size | undefined;
  for (let chunks = 0; chunks < MOST_CHUNKS && at + 12 <= bytes.length; chunks += 1) {
    const length = view.getUint32(at);
    const type = latin1(bytes.subarray(at + 4, at + 8));
    if (at + 12 + length > bytes.length || type === 'acTL') return undefined;
    if ((size === undefined) !== (type === 'IHDR')) return undefined;
    if (type === 'IHDR')
      size = length === 13 ? { width: view.getUint32(at + 8), height: view.getUint32(at + 12) } : size;
    if (size === undefined) return undefined;
    if (type === 'IEND') return size;
    at += 12 + length;
  }
  return undefined;
}
