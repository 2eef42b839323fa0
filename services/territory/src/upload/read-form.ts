import type { IncomingMessage } from 'node:http';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { CodedError } from '@ancrage/subgraph/errors';
import busboy, { type Busboy } from 'busboy';

export interface SentFile {
  /** As the person's computer calls it. */
  name: string;
  /** What the sender says it is: never to be believed. */
  mediaType: string;
}

/** Small and few: what a form says about its file. */
const LIMITS = { files: 1, fields: 12, fieldNameSize: 60, fieldSize: 4096, parts: 14, headerPairs: 20 };

/** A form that cannot be read. */
const unreadable = () =>
  new CodedError('BAD_INPUT', "Ce formulaire n'est pas lisible : envoyez-le à nouveau.", { problem: 'FORM' });

/**
 * Reads a form (multipart/form-data) as it comes. `receive` gets its one file as a stream, with the fields before it,
 * and must read all of it or throw; it is not called when no file was chosen.
 * @throws CodedError when the body is no form, or breaks off
 */
export async function readForm<T>(
  request: IncomingMessage,
  body: () => Readable,
  receive: (file: Readable, about: SentFile, fields: ReadonlyMap<string, string>) => Promise<T>,
): Promise<{ fields: ReadonlyMap<string, string>; received: T | undefined }> {
  const contentType = request.headers['content-type'] ?? '';
  if (!contentType.startsWith('multipart/form-data')) throw unreadable();
  const form = parserOf(contentType);
  const fields = new Map<string, string>();
  let file: Readable | undefined;
  let received: Promise<T> | undefined;
  let failure: unknown;
  // What fails is told below, by the pipeline or by who reads the file.
  form.on('error', () => {});
  form.on('field', (name, value) => fields.set(name, value));
  form.on('file', (_field, stream, { filename: name, mimeType: mediaType }) => {
    if (!name) return void stream.resume();
    file = stream.on('error', () => {});
    received = receive(stream, { name, mediaType }, fields);
    received.catch((error: unknown) => {
      // A form that failed has taken its file along.
      if (form.destroyed) return;
      failure = error;
      form.destroy(error as Error);
    });
  });
  try {
    await pipeline(body(), form);
    return { fields, received: await received };
  } catch (error) {
    // Whoever reads the file must hear that no more will come.
    file?.destroy(error as Error);
    await received?.catch(() => {});
    throw failure ?? (error instanceof CodedError ? error : unreadable());
  }
}

function parserOf(contentType: string): Busboy {
  try {
    return busboy({ headers: { 'content-type': contentType }, limits: LIMITS, defParamCharset: 'utf8' });
  } catch {
    throw unreadable();
  }
}
