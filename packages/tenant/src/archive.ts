import { createHash, type Hash } from 'node:crypto';
import { once } from 'node:events';
import { PassThrough, type Readable } from 'node:stream';
import { ZipFile } from 'yazl';
import type { Frame, Inventory } from './frames.js';
import { readme } from './readme.js';

/** Whose archive it is. */
export interface Subject {
  id: string;
  slug: string;
  name: string;
}

/** Where the frames of a service come from; opened when their turn has come. */
export interface Part {
  service: string;
  open(): AsyncIterable<Frame> | Promise<AsyncIterable<Frame>>;
}

interface Entry {
  path: string;
  sha256: string;
  bytes: number;
}

/**
 * One ZIP of what the services give, as it comes: a folder for each, a manifest with the number of rows and the checksum of
 * every file, and words about it all. It breaks off, and is no ZIP, when a service does not give all.
 */
export function archive(subject: Subject, parts: readonly Part[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  fill(zip, output, subject, parts).catch((error: Error) => output.destroy(error));
  return output;
}

async function fill(zip: ZipFile, output: Readable, subject: Subject, parts: readonly Part[]): Promise<void> {
  const left = new AbortController();
  output.once('close', () => left.abort());
  const madeAt = new Date();
  const entries: Entry[] = [];
  const services: Inventory[] = [];
  for (const { service, open } of parts) {
    services.push(await takePart(zip, service, await open(), entries, left.signal));
  }
  const manifest = { format: 'ancrage-territory-1', territory: subject, madeAt, services, entries };
  zip.addBuffer(Buffer.from(readme(subject, madeAt, services)), 'LISEZ-MOI.txt');
  zip.addBuffer(Buffer.from(JSON.stringify(manifest, null, 2)), 'manifest.json');
  zip.end();
}

async function takePart(
  zip: ZipFile,
  service: string,
  frames: AsyncIterable<Frame>,
  entries: Entry[],
  signal: AbortSignal,
): Promise<Inventory> {
  let open: OpenEntry | null = null;
  for await (const frame of frames) {
    signal.throwIfAborted();
    if ('line' in frame) await open?.write(`${frame.line}\n`, signal);
    else if ('bytes' in frame) await open?.write(Buffer.from(frame.bytes, 'base64'), signal);
    else {
      if (open) entries.push(open.close());
      if ('done' in frame) return frame.done;
      open = new OpenEntry(zip, `${service}/${frame.entry}`);
    }
  }
  throw new Error(`${service} did not give all of the territory`);
}

/** A file of the archive while it is written. */
class OpenEntry {
  private readonly stream = new PassThrough();
  private readonly hash: Hash = createHash('sha256');
  private bytes = 0;

  constructor(
    zip: ZipFile,
    private readonly path: string,
  ) {
    zip.addReadStream(this.stream, path);
  }

  async write(piece: string | Buffer, signal: AbortSignal): Promise<void> {
    this.hash.update(piece);
    this.bytes += Buffer.byteLength(piece);
    // Whoever receives the archive sets the pace.
    if (!this.stream.write(piece)) await once(this.stream, 'drain', { signal });
  }

  close(): Entry {
    this.stream.end();
    return { path: this.path, sha256: this.hash.digest('hex'), bytes: this.bytes };
  }
}
