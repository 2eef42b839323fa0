import { buffer } from 'node:stream/consumers';
import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { CodedError, NotFoundError } from '@ancrage/subgraph/errors';
import { type FileExchange, FileTooLargeError } from '@ancrage/subgraph/files';
import { type FileKind, type FileProblem, fileKind } from './file-kind.js';
import { FILE_WORDS } from './file-words.js';

const MAXIMUM_BYTES = 5_000_000;
/** Room for what separates the parts of a form. */
const FORM_BYTES = 20_000;
type Problem = FileProblem | 'FORM' | 'MANY';

/** A document as it came: what it is was read from its content, and its name says the same. */
export interface SentDocument {
  name: string;
  kind: FileKind;
  bytes: Buffer;
  /** The rest of the form. */
  form: FormData;
}

/** Reads a form with `file`; throws what is wrong with it, 422 for whoever sent it. */
export async function receiveDocument({ context, request, body }: FileExchange): Promise<SentDocument> {
  const type = request.headers['content-type'] ?? '';
  if (!type.startsWith('multipart/form-data')) throw refusedDocument(context, 'FORM');
  const sent = await buffer(body(MAXIMUM_BYTES + FORM_BYTES));
  const form = await new Response(sent, { headers: { 'content-type': type } }).formData().catch(() => null);
  const file = form?.get('file');
  if (!form || !(file instanceof File) || file.name === '') throw refusedDocument(context, 'FORM');
  if (file.size > MAXIMUM_BYTES) throw new FileTooLargeError(MAXIMUM_BYTES);
  const bytes = Buffer.from(await file.arrayBuffer());
  const kind = fileKind(bytes, file.name);
  if (!kind.includes('/')) throw refusedDocument(context, kind as FileProblem);
  return { name: nameOf(file.name), kind: kind as FileKind, bytes, form };
}

/** The name without its path, short enough, its ending kept. */
function nameOf(name: string): string {
  const line = cleanLine(name.replace(/^.*[\\/]/, '').replace(/["<>:|?*]/g, ' '));
  const dot = line.lastIndexOf('.');
  return `${line.slice(0, Math.min(dot, 110)).trim() || 'document'}${line.slice(dot)}`;
}

export interface KeptDocument {
  name: string;
  mediaType: string;
  content: Buffer;
}

/** Gives a document to be saved: whatever is in it, the browser neither shows it as a page of the site nor guesses. */
export function sendDocument({ request, response }: FileExchange, row: KeptDocument | undefined): void {
  if (!row) throw new NotFoundError('Ce document n’est plus là.');
  const plain = row.name.replace(/[^\x20-\x7e]|["\\%]/g, '_');
  response.writeHead(200, {
    'content-type': row.mediaType === 'text/plain' ? 'text/plain; charset=utf-8' : row.mediaType,
    'content-length': row.content.length,
    'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(row.name)}`,
    'content-security-policy': "sandbox; default-src 'none'",
    'x-content-type-options': 'nosniff',
    'cache-control': 'private, no-store',
  });
  response.end(request.method === 'HEAD' ? undefined : row.content);
}

export function refusedDocument({ origin }: SubgraphContext, problem: Problem): CodedError {
  const words = FILE_WORDS[problem][origin.locale === 'en' ? 'en' : 'fr'];
  return new CodedError('BAD_INPUT', words, { problem, field: 'file' });
}
