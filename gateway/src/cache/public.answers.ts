import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ApiKey } from '../access/api-key.verifier.js';
import type { Operation } from '../documents/operation.js';
import type { Variables } from '../execution/engine.js';
import { mediaType } from '../http/responses.js';
import { localeOf } from '../request/locale.js';
import type { DataVersions } from '../territory/data.versions.js';
import { type Encoding, encode, negotiateEncoding } from './encoding.js';
import type { ResponseCache, StoredResponse } from './response.cache.js';

/** Where the answer to a request is kept, and the version of the data that it must have. */
export type Slot = { key: string; version: number; encoding: Encoding; media: string; cacheControl: string };

const FOR_ALL = 'public, max-age=0, must-revalidate';
const FOR_ONE_KEY = 'private, no-cache';

const VARY = 'accept, accept-encoding, accept-language, authorization, origin, x-api-key, x-territory';

/**
 * The answers that are the same for everybody: trusted queries asked without credentials. They are kept by document,
 * variables, territory and version of its data, and sent again as they are. So is what a verified key asks of a region, for
 * that key: its tools ask the same of hundreds of territories again and again, and read what the public reads.
 */
export class PublicAnswers {
  constructor(
    private readonly cache: ResponseCache,
    private readonly versions: DataVersions,
  ) {}

  /** The slot of a request; undefined when its answer is not public or its freshness cannot be vouched for. */
  slotFor(
    request: IncomingMessage,
    operation: Operation,
    variables: Variables,
    territoryId: string | null,
    key: ApiKey | null = null,
  ): Slot | undefined {
    const { headers } = request;
    if (operation.kind !== 'query' || headers.authorization !== undefined) return undefined;
    const ofRegion = key !== null && operation.textDigest !== null && operation.crossTerritory;
    const forAll = operation.trustedHash !== null && headers['x-api-key'] === undefined;
    if (!ofRegion && !forAll) return undefined;
    // What is asked by a link or the session it opened is one person's, and over when that is: no change announces it.
    if (variables && ('token' in variables || 'session' in variables)) return undefined;
    if (headers['cache-control']?.includes('no-cache')) return undefined;
    const version = this.versions.current(operation.crossTerritory ? null : territoryId);
    if (version === null) return undefined;
    const encoding = negotiateEncoding(headers['accept-encoding']);
    const media = mediaType(headers.accept);
    const locale = localeOf(headers['accept-language']);
    const asked = ofRegion ? `${key.digest} ${operation.textDigest}` : operation.trustedHash;
    const place = `${territoryId}\n${asked}\n${locale} ${encoding} ${media}\n${JSON.stringify(variables)}`;
    return { key: place, version, encoding, media, cacheControl: ofRegion ? FOR_ONE_KEY : FOR_ALL };
  }

  /** The answer kept in a slot, if it still holds. */
  find(slot: Slot): StoredResponse | undefined {
    return this.cache.get(slot.key, slot.version);
  }

  /** Keeps an answer under the version of the data that was current before it was computed. */
  async keep(slot: Slot, body: string): Promise<StoredResponse> {
    const { bytes, encoding } = await encode(body, slot.encoding, 'lasting');
    const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 27)}"`;
    const headers = ['content-type', slot.media, 'content-length', String(bytes.length), 'etag', etag];
    headers.push('cache-control', slot.cacheControl, 'vary', VARY);
    if (encoding !== 'identity') headers.push('content-encoding', encoding);
    const stored = { version: slot.version, etag, bytes, headers };
    this.cache.set(slot.key, stored);
    return stored;
  }
}

/** Sends an answer's bytes, or says that the caller has them already. */
export function sendStored(request: IncomingMessage, response: ServerResponse, stored: StoredResponse): void {
  // RFC 9110 gives If-None-Match this meaning for GET and HEAD only.
  const asked = request.method === 'POST' ? undefined : request.headers['if-none-match'];
  if (asked !== undefined && (asked === '*' || asked.includes(stored.etag))) {
    response.writeHead(304, {
      etag: stored.etag,
      vary: VARY,
      'cache-control': stored.headers[stored.headers.indexOf('cache-control') + 1],
    });
    response.end();
    return;
  }
  response.writeHead(200, stored.headers);
  response.end(stored.bytes);
}
