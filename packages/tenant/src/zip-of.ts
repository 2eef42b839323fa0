import { Readable } from 'node:stream';
import { ZipFile } from 'yazl';

/** A file of an archive; its bytes are fetched when its turn has come. */
export interface ArchivedFile {
  path: string;
  bytes(): Promise<Buffer>;
}

/** A ZIP, one file in memory at a time. It breaks off, and is no ZIP, when the bytes of one cannot be had. */
export function zipOf(files: readonly ArchivedFile[]): Readable {
  const zip = new ZipFile();
  const output = zip.outputStream as Readable;
  for (const { path, bytes } of files)
    zip.addReadStreamLazy(path, {}, (give) => {
      bytes().then(
        (content) => give(null, Readable.from(content.length > 0 ? [content] : [])),
        (error: Error) => output.destroy(error),
      );
    });
  zip.end();
  return output;
}
