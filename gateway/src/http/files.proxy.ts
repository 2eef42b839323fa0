import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../refusals.js';
import type { Admission } from '../request/admission.js';
import type { ConnectionCount } from '../request/connection.count.js';
import type { Credentials, Identification } from '../request/identification.js';
import type { RequestContext } from '../request/request.context.js';
import type { FileChannel } from '../upstream/file.channel.js';
import { credentialsOf } from './credentials.js';
import { fileTooLarge, UploadBody } from './upload.body.js';

export type FilesParts = {
  admission: Admission;
  identification: Identification;
  /** By the service that has the files; see `serviceOf`. */
  channels: Record<FileService, FileChannel>;
  /** Files being received at once. */
  uploads: ConnectionCount;
  byteLimit: number;
  stallMs: number;
};

type FileService = 'territory' | 'directory' | 'accompaniment';

/** What names its service; every other file is the territory's. */
const NAMED_SERVICE = /^\/files\/(?:public\/)?(directory|accompaniment)\//;
const serviceOf = (path: string): FileService =>
  (NAMED_SERVICE.exec(path)?.[1] as FileService | undefined) ?? 'territory';
/**
 * Photographs of people's own entries: whoever sends one has no account, but the session that a link of theirs opened,
 * which the service reads.
 */
const OWN_ENTRY = '/files/directory/entry/';
/** Documents of a household's own page: its address holds the signed link, which the service reads. */
const OWN_PROJECT = '/files/accompaniment/project/';
const ENTRY_SESSION = 'x-entry-session';
/** A photograph or a document, and the form around it. */
const ENTRY_BYTES = 15_100_000;

/** What is here is the same for everybody, so that anyone in between may keep it. */
const PUBLIC = '/files/public/';
const ASKED = ['accept', 'content-type', 'content-length', 'if-none-match', 'if-modified-since', 'range'];
const ANSWERED = [
  ...['accept-ranges', 'cache-control', 'content-disposition', 'content-encoding', 'content-language'],
  ...[
    'content-length',
    'content-range',
    'content-type',
    'etag',
    'last-modified',
    'location',
    'retry-after',
    'vary',
  ],
];
/** A file is shown or kept, never run: whoever made it, it gets no script and no rights of the site. */
const SAFE = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox",
};
/** How long the rest of a refused file is thrown away: some senders read no answer before they have sent all. */
const LINGER_MS = 10_000;

/** Passes files to and from the subgraphs as streams, for whom the request proves to be from. */
export class FilesProxy {
  constructor(private readonly parts: FilesParts) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    requestId: string,
  ): Promise<void> {
    const { admission, identification, uploads } = this.parts;
    const { method } = request;
    response.once('finish', () => discardRest(request));
    admission.admit(request);
    if (method !== 'GET' && method !== 'HEAD' && method !== 'POST') throw new Refusal('METHOD');
    const identified = await identification.identify(this.credentials(request, url), requestId);
    const { context } = identified;
    if (method !== 'POST') return this.pass(request, response, url, context, this.parts.byteLimit);
    const own = url.pathname.startsWith(OWN_ENTRY) || url.pathname.startsWith(OWN_PROJECT);
    if (own) admission.admitForm(request, identified);
    else this.requireMember(context);
    const byteLimit = own ? Math.min(ENTRY_BYTES, this.parts.byteLimit) : this.parts.byteLimit;
    if (Number(request.headers['content-length'] ?? 0) > byteLimit) throw fileTooLarge(byteLimit);
    uploads.enter();
    try {
      await this.pass(request, response, url, context, byteLimit);
    } finally {
      uploads.leave();
    }
  }

  private credentials(request: IncomingMessage, url: URL): Credentials {
    const credentials = credentialsOf(request, url);
    return url.pathname.startsWith(PUBLIC)
      ? { ...credentials, authorization: undefined, apiKey: undefined }
      : credentials;
  }

  private requireMember({ viewer }: RequestContext): void {
    if (!viewer) throw new Refusal('SIGN_IN');
    if (viewer.role === 'PUBLIC') throw new Refusal('MEMBERS');
  }

  private async pass(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    context: RequestContext,
    byteLimit: number,
  ): Promise<void> {
    const { channels, stallMs } = this.parts;
    const channel = channels[serviceOf(url.pathname)];
    const asked = url.pathname.startsWith(OWN_ENTRY) ? [...ASKED, ENTRY_SESSION] : ASKED;
    const left = new AbortController();
    response.once('close', () => left.abort());
    url.searchParams.delete('territory');
    const method = request.method as 'GET' | 'HEAD' | 'POST';
    const call = { method, path: url.pathname + url.search, headers: pick(request.headers, asked) };
    const body = () => {
      // Its sender may be waiting to be asked for it, as we were.
      if (request.headers.expect !== undefined) response.writeContinue();
      return new UploadBody(request, byteLimit, stallMs);
    };
    const answer = await channel
      .open(method === 'POST' ? { ...call, body } : call, context, left.signal)
      .catch((cause: unknown) => {
        throw cause instanceof Refusal ? cause : new Refusal('UNAVAILABLE', undefined, { cause });
      });
    if (answer.headers['www-authenticate'] !== undefined) {
      answer.resume();
      throw new Refusal('UNAVAILABLE', undefined, { cause: new Error('the signature was refused') });
    }
    const open = url.pathname.startsWith(PUBLIC) && { 'access-control-allow-origin': '*' };
    response.writeHead(answer.statusCode ?? 502, { ...pick(answer.headers, ANSWERED), ...SAFE, ...open });
    // A download that breaks off on either side ends on both.
    await pipeline(answer, response).catch(() => response.destroy());
  }
}

/** Throws away what still comes of a body that was answered before its end, for a while. */
function discardRest(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return;
  request.unpipe();
  request.resume();
  const cut = setTimeout(() => request.destroy(), LINGER_MS);
  request.once('close', () => clearTimeout(cut));
}

function pick(headers: IncomingHttpHeaders, names: string[]): Record<string, string> {
  const found = names.flatMap((name) => (headers[name] === undefined ? [] : [[name, String(headers[name])]]));
  return Object.fromEntries(found);
}
