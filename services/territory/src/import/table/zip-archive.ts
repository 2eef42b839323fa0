import { buffer } from 'node:stream/consumers';
import yauzl, { type Entry, type ZipFile } from 'yauzl';
import { ImportRefusedError } from '../import-refused.js';
import { refuseBomb } from './unpack.js';

const MOST_ENTRIES = 1000;

export interface ZipEntry {
  name: string;
  /** Bytes, unpacked. */
  size: number;
  bytes(): Promise<AsyncIterable<Buffer>>;
}

export interface ZipArchive {
  entries: ZipEntry[];
  close(): void;
}

/** Opens a ZIP archive: its directory is read, bounded and judged before anything is unpacked. */
export async function openZip(path: string): Promise<ZipArchive> {
  const zip = await broken(yauzl.openPromise(path, { autoClose: false, lazyEntries: true }));
  try {
    if (zip.entryCount > MOST_ENTRIES)
      throw new ImportRefusedError(`file: this archive holds ${zip.entryCount} files`);
    const entries: ZipEntry[] = [];
    let packed = 0;
    let unpacked = 0;
    for await (const entry of zip.eachEntry()) {
      packed += entry.compressedSize;
      unpacked += entry.uncompressedSize;
      refuseBomb(entry.uncompressedSize, entry.compressedSize);
      refuseBomb(unpacked, packed);
      if (entry.isEncrypted()) throw new ImportRefusedError('file: this archive is locked by a password');
      if (entry.fileName.endsWith('/') || /(^|\/)(__MACOSX\/|\.)/.test(entry.fileName)) continue;
      entries.push({ name: entry.fileName, size: entry.uncompressedSize, bytes: () => bytesOf(zip, entry) });
    }
    return { entries, close: () => zip.close() };
  } catch (error) {
    zip.close();
    throw error instanceof ImportRefusedError ? error : brokenZip(error);
  }
}

async function bytesOf(zip: ZipFile, entry: Entry): Promise<AsyncIterable<Buffer>> {
  const stream = await broken(zip.openReadStreamPromise(entry));
  // yauzl holds what it unpacks to the size that the directory gives.
  return (async function* () {
    try {
      for await (const chunk of stream) yield chunk as Buffer;
    } catch (error) {
      throw brokenZip(error);
    } finally {
      stream.destroy();
    }
  })();
}

/** All of a small entry. */
export async function wholeEntry(entry: ZipEntry, most: number): Promise<Buffer> {
  if (entry.size > most)
    throw new ImportRefusedError(`file: ${entry.name} in it is larger than ${most >> 20} MiB`);
  return buffer(await entry.bytes());
}

const brokenZip = (error: unknown) =>
  new ImportRefusedError(
    `file: this archive is broken or was cut (${(error as Error).message.slice(0, 120)})`,
  );

const broken = <T>(work: Promise<T>): Promise<T> =>
  work.catch((error) => {
    throw brokenZip(error);
  });
