import { createGunzip } from 'node:zlib';
import { ImportRefusedError } from '../import-refused.js';

/** No file of a producer is larger when unpacked. */
export const MOST_UNPACKED = 8 * 2 ** 30;
/** Tables repeat themselves, and shrink to a fiftieth at best; a bomb shrinks to a thousandth. */
const MOST_RATIO = 250;
const FREE = 64 << 20;

/** Refuses, by its name, what unpacks to more than data ever does. */
export function refuseBomb(unpacked: number, packed: number): void {
  if (unpacked > MOST_UNPACKED)
    throw new ImportRefusedError(`file: it unpacks to more than ${MOST_UNPACKED / 2 ** 30} GiB`);
  if (unpacked > FREE && unpacked > packed * MOST_RATIO)
    throw new ImportRefusedError(
      `file: it unpacks to more than ${MOST_RATIO} times its size, as bombs do and data does not`,
    );
}

/** Unpacks gzip as it streams. */
export async function* gunzip(bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const unpacker = createGunzip();
  let packed = 0;
  let unpacked = 0;
  const feeding = (async () => {
    for await (const chunk of bytes) {
      packed += chunk.length;
      if (!unpacker.write(chunk))
        await new Promise((resolve) => unpacker.once('drain', resolve).once('close', resolve));
      if (unpacker.destroyed) return;
    }
    unpacker.end();
  })();
  feeding.catch((error: Error) => unpacker.destroy(error));
  try {
    for await (const chunk of unpacker) {
      unpacked += (chunk as Buffer).length;
      refuseBomb(unpacked, packed);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (
      (error as { code?: string }).code?.startsWith('Z_') ||
      (error as Error).message === 'unexpected end of file'
    )
      throw new ImportRefusedError(
        `file: this gzip archive is broken or was cut (${(error as Error).message})`,
      );
    throw error;
  } finally {
    unpacker.destroy();
  }
  await feeding;
}
