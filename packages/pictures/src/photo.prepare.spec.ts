import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { describe, expect, it } from 'vitest';
import { type PreparedPhoto, preparePhoto } from './photo.prepare.js';

const picture = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#b5651d' } });

/** A photograph as a telephone makes it: lying on its side, with the place and the owner written in it. */
const fromATelephone = () =>
  picture(3000, 2000)
    .withExif({
      IFD0: { Artist: 'Camille Essai', Copyright: 'secret' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '42/1 57/1 30/1', GPSLongitude: '1/1 36/1 0/1' },
    })
    .withXmp('<x:xmpmeta xmlns:x="adobe:ns:meta/"><owner>secret</owner></x:xmpmeta>')
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();

/** A PNG that says it is of another size: its header has room for it, and a checksum. */
function sized(png: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(height, 20);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

describe('a photograph', () => {
  it('comes out upright, in two sizes, knowing nothing of where and by whom it was taken', async () => {
    const taken = await fromATelephone();
    // The negative control: what must not come out is in it.
    const { exif, xmp, orientation } = await sharp(taken).metadata();
    expect(exif!.includes('Camille Essai')).toBe(true);
    expect(xmp!.includes('secret')).toBe(true);
    expect(orientation).toBe(6);

    const prepared = (await preparePhoto(taken)) as PreparedPhoto;
    expect([prepared.width, prepared.height]).toEqual([1067, 1600]);
    for (const [bytes, height] of [
      [prepared.large, 1600],
      [prepared.small, 640],
    ] as const) {
      const metadata = await sharp(bytes).metadata();
      expect(metadata).toMatchObject({ format: 'webp', height });
      expect([metadata.exif, metadata.xmp, metadata.icc, metadata.iptc, metadata.orientation]).toEqual(
        Array(5).fill(undefined),
      );
      expect(bytes.includes('EXIF') || bytes.includes('secret')).toBe(false);
    }
  });

  it.each(['jpeg', 'png', 'webp', 'avif'] as const)('may be a %s', async (format) => {
    const bytes = await picture(40, 30).toFormat(format).toBuffer();
    expect(await preparePhoto(bytes)).toMatchObject({ width: 40, height: 30 });
  });
});

describe('what is not a photograph', () => {
  const svg = '<svg xmlns="http://www.w3.org/2000/svg" width="10" height="10"><script>1</script></svg>';
  it.each([
    ['a drawing', Buffer.from(svg), 'NOT_A_PHOTO'],
    ['a page', Buffer.from('<!doctype html><script>alert(1)</script>'), 'NOT_A_PHOTO'],
    ['a program named .jpg', Buffer.from('MZ\u0090\u0000binary'), 'NOT_A_PHOTO'],
    ['nothing', Buffer.alloc(0), 'EMPTY'],
    ['a HEIC', Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic', 'latin1'), 'HEIC'],
  ])('is refused by its content: %s', async (_, bytes, problem) => {
    expect(await preparePhoto(bytes)).toBe(problem);
  });

  it('is refused as an animation or a scan, which browsers and cameras do not make', async () => {
    for (const format of ['gif', 'tiff'] as const) {
      expect(await preparePhoto(await picture(9, 9).toFormat(format).toBuffer())).toBe('NOT_A_PHOTO');
    }
  });

  it('is refused before it is unpacked when a small file says it holds many millions of pixels', async () => {
    const small = await picture(8, 8).png().toBuffer();
    expect(await preparePhoto(sized(small, 8, 8))).toMatchObject({ width: 8 });
    expect(await preparePhoto(sized(small, 8001, 8000))).toBe('TOO_MANY_PIXELS');
    expect(await preparePhoto(sized(small, 2_000_000, 2_000_000))).toBe('TOO_MANY_PIXELS');
  });

  it('is refused when half of it is missing', async () => {
    const whole = await fromATelephone();
    expect(await preparePhoto(whole.subarray(0, whole.length / 2))).toBe('DAMAGED');
  });
});
