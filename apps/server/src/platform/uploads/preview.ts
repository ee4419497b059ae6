import sharp from 'sharp';
import { MOST_PIXELS } from './refusals.ts';

/** Longest side of what is shown, in pixels: an A4 page at 200 dpi, at which small print can be read. */
const LONGEST_SIDE = 2400;
const QUALITY = 85;
const SECONDS = 10;

// Of all the decoders that come with it, only the two for what is taken; one thread and nothing kept per picture.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadJpegBuffer', 'VipsForeignLoadPngBuffer'] });
sharp.concurrency(1);
sharp.cache(false);

/**
 * A picture drawn anew from its pixels, upright and at most 2400 pixels long: without place, camera, comments, or anything
 * that hid behind its end. Undefined where the pixels cannot be read, or not in ten seconds.
 */
export async function previewOf(bytes: Uint8Array, mediaType: 'image/jpeg' | 'image/png'): Promise<Buffer | undefined> {
  const drawn = sharp(bytes, { limitInputPixels: MOST_PIXELS, failOn: 'error', sequentialRead: true })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize({ width: LONGEST_SIDE, height: LONGEST_SIDE, fit: 'inside', withoutEnlargement: true });
  const encoded = mediaType === 'image/jpeg' ? drawn.jpeg({ quality: QUALITY }) : drawn.png({ compressionLevel: 6 });
  return encoded.toBuffer().catch(() => undefined);
}
