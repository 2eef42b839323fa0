import sharp from 'sharp';

/** Beyond it no file is read at all. */
export const MAXIMUM_PHOTO_BYTES = 15 * 1000 * 1000;
/** More than a telephone makes; a file that says it holds more is a bomb or a mistake. */
const MAXIMUM_PIXELS = 64_000_000;
const FORMATS: readonly string[] = ['jpeg', 'png', 'webp', 'heif'];
const LARGE = 1600;
const SMALL = 640;
const SECONDS = 30;

// What decodes photographs is kept; drawings, documents and the rest never reach a decoder, whatever they are called.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({
  operation: [
    'VipsForeignLoadJpegBuffer',
    'VipsForeignLoadPngBuffer',
    'VipsForeignLoadWebpBuffer',
    'VipsForeignLoadHeifBuffer',
  ],
});
sharp.cache(false);

export interface PreparedPhoto {
  width: number;
  height: number;
  large: Buffer;
  small: Buffer;
}

/** Why a file is not taken. */
export type PhotoProblem = 'EMPTY' | 'NOT_A_PHOTO' | 'HEIC' | 'TOO_MANY_PIXELS' | 'DAMAGED';

/**
 * A photograph as pages show it: turned the right way up, no larger than needed, and without anything that the
 * camera wrote in it (place, time, owner). What it is is read from its bytes.
 */
export function preparePhoto(bytes: Buffer): Promise<PreparedPhoto | PhotoProblem> {
  const mine = turn.then(() => prepare(bytes));
  turn = mine.catch(() => {});
  return mine;
}

/** One after the other: each may hold all its pixels in memory. */
let turn: Promise<unknown> = Promise.resolve();

async function prepare(bytes: Buffer): Promise<PreparedPhoto | PhotoProblem> {
  if (bytes.length === 0) return 'EMPTY';
  const metadata = await sharp(bytes, { limitInputPixels: false })
    .metadata()
    .catch(() => null);
  if (!metadata) return isHeic(bytes) ? 'HEIC' : 'NOT_A_PHOTO';
  const { format, compression, width = 0, height = 0 } = metadata;
  if (!FORMATS.includes(format)) return 'NOT_A_PHOTO';
  if (format === 'heif' && compression !== 'av1') return 'HEIC';
  if (width * height > MAXIMUM_PIXELS) return 'TOO_MANY_PIXELS';
  try {
    const large = await shrink(bytes, LARGE);
    const small = await shrink(bytes, SMALL);
    return { width: large.info.width, height: large.info.height, large: large.data, small: small.data };
  } catch {
    return 'DAMAGED';
  }
}

const shrink = (bytes: Buffer, side: number) =>
  sharp(bytes, { limitInputPixels: MAXIMUM_PIXELS, failOn: 'error' })
    .timeout({ seconds: SECONDS })
    .autoOrient()
    .resize(side, side, { fit: 'inside', withoutEnlargement: true })
    .toColourspace('srgb')
    .webp({ quality: 80 })
    .toBuffer({ resolveWithObject: true });

/** The format of some telephones, which cannot be decoded freely: worth a word of its own. */
const isHeic = (bytes: Buffer) =>
  bytes.subarray(4, 8).toString('latin1') === 'ftyp' &&
  /^(hei[cx]|hev[cx]|mif1|msf1)/.test(bytes.subarray(8, 12).toString('latin1'));
