import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { ImportRefusedError } from '../import-refused.js';
import { fetchPublic } from './public-fetch.js';

export interface FileSource {
  /** Last part of the path or address, for what only the file's name tells. */
  name: string;
  /** Where it was fetched; null for a file of this computer, whose path is nobody's business. */
  url: string | null;
  /** Size in bytes when known beforehand. */
  size: number | null;
  bytes: AsyncIterable<Buffer>;
  /** sha256 of what was read; asked once everything was. */
  checksum(): string;
}

const CHUNK = 1 << 18;

/** Opens a file or a public address for one reading. */
export async function openSource(location: string, signal: AbortSignal): Promise<FileSource> {
  const hash = createHash('sha256');
  const checked = async function* (bytes: AsyncIterable<Buffer>) {
    for await (const chunk of bytes) {
      hash.update(chunk);
      yield chunk;
    }
  };
  const checksum = () => hash.digest('hex');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(location)) {
    const { bytes, size, url } = await fetchPublic(location, signal);
    return { name: basename(new URL(url).pathname), url: location, size, bytes: checked(bytes), checksum };
  }
  const file = await stat(location).catch(() => null);
  if (!file?.isFile()) throw new ImportRefusedError(`file: ${location} is not a file that can be read`);
  const stream = createReadStream(location, { highWaterMark: CHUNK, signal });
  return { name: basename(location), url: null, size: file.size, bytes: checked(stream), checksum };
}
