import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ImportRefusedError } from '../import-refused.js';
import { fetchPublic, LARGEST_FILE, tooLarge } from './public-fetch.js';

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
  /** Reads the rest of `bytes`, and gives a file of this computer that holds all of them. */
  toPath(rest: AsyncIterable<Buffer>): Promise<string>;
  /** Removes what `toPath` made. */
  close(): Promise<void>;
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
    const name = basename(new URL(url).pathname);
    return { name, url: location, size, bytes: checked(bytes), checksum, ...spool() };
  }
  const file = await stat(location).catch(() => null);
  if (!file?.isFile()) throw new ImportRefusedError(`file: ${location} is not a file that can be read`);
  if (file.size > LARGEST_FILE) throw tooLarge('file', LARGEST_FILE);
  const stream = createReadStream(location, { highWaterMark: CHUNK, signal });
  return {
    name: basename(location),
    url: null,
    size: file.size,
    bytes: checked(stream),
    checksum,
    async toPath(rest) {
      for await (const _ of rest);
      return location;
    },
    close: async () => {},
  };
}

export type Spool = Pick<FileSource, 'toPath' | 'close'>;

/** Keeps what is fetched or unpacked in a folder of its own, for as long as it is read. */
export function spool(): Spool {
  const folders: string[] = [];
  return {
    async toPath(rest) {
      const folder = await mkdtemp(join(tmpdir(), 'ancrage-import-'));
      folders.push(folder);
      const path = join(folder, 'file');
      await pipeline(Readable.from(rest), createWriteStream(path, { mode: 0o600 }));
      return path;
    },
    async close() {
      for (const folder of folders) await rm(folder, { recursive: true, force: true });
    },
  };
}
