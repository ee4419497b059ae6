import sharp from 'sharp';
import { expect, test } from 'vitest';
import { jpeg, png } from '../../test/hostile/build.ts';
import { previewOf } from './preview.ts';

const photo = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: { r: 200, g: 30, b: 30 } } });

test('a photograph is shown upright, smaller, and without the place where it was taken', async () => {
  const original = await photo(3000, 1000)
    .withExif({ IFD0: { Copyright: '三亚' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '18/1 15/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
  expect((await sharp(original).metadata()).exif).toBeDefined();
  const shown = await previewOf(original, 'image/jpeg');
  const { width, height, exif, orientation } = await sharp(shown).metadata();
  expect([width, height]).toEqual([800, 2400]);
  expect([exif, orientation]).toEqual([undefined, undefined]);
});

test('what stood in a picture beside its pixels is gone', async () => {
  const hidden = 'eval(atob(1))';
  const bytes = png({ extra: [['tEXt', Buffer.from(`Comment\0${hidden}`)]], after: Buffer.from(hidden) });
  const shown = await previewOf(bytes, 'image/png');
  expect(shown?.subarray(1, 4).toString()).toBe('PNG');
  expect(shown?.includes(hidden)).toBe(false);
});

test('no decoder but the two is there, and what they cannot read is not shown', async () => {
  const svg = Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="8"/>');
  expect(await previewOf(svg, 'image/png')).toBeUndefined();
  expect(await previewOf(await photo(8, 8).webp().toBuffer(), 'image/png')).toBeUndefined();
  expect(await previewOf(png({ width: 5000, height: 5000 }), 'image/png')).toBeUndefined();
  expect(await previewOf(jpeg({ width: 65_000, height: 65_000 }), 'image/jpeg')).toBeUndefined();
});
