import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

export type Encoding = 'br' | 'gzip' | 'identity';

/** Below this, a compressed answer is no smaller once its headers are counted. */
const WORTH_COMPRESSING_BYTES = 1_000;
const brotli = promisify(brotliCompress);
const deflate = promisify(gzip);

/** Browsers send a handful of distinct headers; the bound guards against somebody inventing more. */
const MAXIMUM_KNOWN = 1_000;
const known = new Map<string, Encoding>();

/** The best encoding that a caller accepts. */
export function negotiateEncoding(acceptEncoding: string | undefined): Encoding {
  if (acceptEncoding === undefined) return 'identity';
  let encoding = known.get(acceptEncoding);
  if (encoding === undefined) {
    if (known.size >= MAXIMUM_KNOWN) known.clear();
    const accepted = acceptEncoding.split(',').map(acceptedName);
    encoding = accepted.includes('br') ? 'br' : accepted.includes('gzip') ? 'gzip' : 'identity';
    known.set(acceptEncoding, encoding);
  }
  return encoding;
}

/** The encoding that one item of the header accepts; undefined when its weight is zero. */
function acceptedName(item: string): string | undefined {
  const [name = '', ...parameters] = item.split(';').map((part) => part.trim().toLowerCase());
  return parameters.some((parameter) => /^q=0(\.0*)?$/.test(parameter)) ? undefined : name;
}

/**
 * Compresses an answer.
 * @param effort `lasting` for bytes that will be sent many times, `passing` for those sent once
 */
export async function encode(
  text: string,
  encoding: Encoding,
  effort: 'lasting' | 'passing',
): Promise<{ bytes: Buffer; encoding: Encoding }> {
  const plain = Buffer.from(text);
  if (encoding === 'identity' || plain.length < WORTH_COMPRESSING_BYTES) {
    return { bytes: plain, encoding: 'identity' };
  }
  const lasting = effort === 'lasting';
  const bytes =
    encoding === 'br'
      ? await brotli(plain, { params: { [constants.BROTLI_PARAM_QUALITY]: lasting ? 6 : 1 } })
      : await deflate(plain, { level: lasting ? 6 : 1 });
  return { bytes, encoding };
}
