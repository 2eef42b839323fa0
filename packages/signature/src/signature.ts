import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeCard, encodeCard, type TerritoryCard } from './territory-card.js';
import { decodeViewer, encodeViewer, type Viewer } from './viewer.js';

export type { CardColours, CardSender, TerritoryCard } from './territory-card.js';
export type { Role, Viewer } from './viewer.js';

/** How far apart the clocks of the gateway and a service may be, and how long a captured request can be replayed. */
export const SIGNATURE_WINDOW_SECONDS = 60;

/** The bytes a signature covers besides the headers. `path` is the request target, query string included. */
export type RequestParts = { method: string; path: string; body?: string | Uint8Array };

/** How a body that streams is announced: its media type, and its length in bytes when it is known. */
export type StreamParts = { contentType?: string | undefined; contentLength?: string | undefined };

type Who = {
  requestId: string;
  /** Territory uuid, or null for a request about no territory in particular. */
  territoryId?: string | null;
  /** Who that territory is, for services that write to people. */
  territory?: TerritoryCard | null;
  viewer?: Viewer | null;
};

/** What the gateway says about a request; all of it is signed. */
export type SignedParts = RequestParts & Who;

/** What the gateway says about a request whose body it passes on as it comes. */
export type SignedStreamParts = Pick<RequestParts, 'method' | 'path'> & StreamParts & Who;

/** The headers that carry a signed request. */
export type SignedHeaders = {
  'x-ancrage-request-id': string;
  'x-ancrage-signature': string;
  'x-ancrage-territory'?: string;
  'x-ancrage-viewer'?: string;
};

/** Headers as node:http gives them (lower-case names). */
export type ReceivedHeaders = Record<string, string | string[] | undefined>;

export type VerifiedRequest =
  | {
      ok: true;
      viewer: Viewer | null;
      territoryId: string | null;
      /** Null when the caller gave the identifier alone. */
      territory: TerritoryCard | null;
      requestId: string;
    }
  | { ok: false; reason: 'MISSING' | 'MALFORMED' | 'EXPIRED' | 'FORGED' };

/**
 * Signs a request from the gateway to a service, its body included.
 * @param now milliseconds since the epoch
 */
export function signRequest(secret: string, parts: SignedParts, now = Date.now()): SignedHeaders {
  return sign(secret, parts, WHOLE, parts.body ?? '', now);
}

/**
 * Signs a request whose body streams: how the body is announced is signed, what it holds is not.
 * @param now milliseconds since the epoch
 */
export function signStream(secret: string, parts: SignedStreamParts, now = Date.now()): SignedHeaders {
  return sign(secret, parts, STREAM, announced(parts), now);
}

/**
 * Says whether a request comes from the gateway, and on whose behalf. The reason is for the log: a caller
 * that is not the gateway learns nothing from it.
 * @param parts what was received: method, request target, raw body
 * @param now milliseconds since the epoch
 */
export function verifyRequest(
  secret: string,
  headers: ReceivedHeaders,
  parts: RequestParts,
  now = Date.now(),
): VerifiedRequest {
  return verify(secret, headers, parts, WHOLE, parts.body ?? '', now);
}

/**
 * The same for a request signed by {@link signStream}. Anybody who could change bytes between the gateway and the
 * service could change this body: for paths that expect it alone.
 * @param parts what was received: method and request target
 * @param now milliseconds since the epoch
 */
export function verifyStream(
  secret: string,
  headers: ReceivedHeaders,
  parts: Pick<RequestParts, 'method' | 'path'>,
  now = Date.now(),
): VerifiedRequest {
  const given = (name: string) => (headers[name] === undefined ? undefined : String(headers[name]));
  const stream = { contentType: given('content-type'), contentLength: given('content-length') };
  return verify(secret, headers, parts, STREAM, announced(stream), now);
}

type Target = Pick<RequestParts, 'method' | 'path'>;

/** What a signature says it covers, as its first word. */
const WHOLE = 'v1';
const STREAM = 'v1-unsigned-body';

function sign(
  secret: string,
  parts: Target & Who,
  version: string,
  content: string | Uint8Array,
  now: number,
): SignedHeaders {
  const timestamp = String(Math.floor(now / 1000));
  const headers: SignedHeaders = { 'x-ancrage-request-id': parts.requestId, 'x-ancrage-signature': '' };
  if (parts.territoryId) headers['x-ancrage-territory'] = writeTerritory(parts.territoryId, parts.territory);
  if (parts.viewer) headers['x-ancrage-viewer'] = encodeViewer(parts.viewer);
  const code = digest(secret, timestamp, headers, parts, version, content);
  headers['x-ancrage-signature'] = `${version}.${timestamp}.${code}`;
  return headers;
}

function verify(
  secret: string,
  headers: ReceivedHeaders,
  parts: Target,
  expectedVersion: string,
  content: string | Uint8Array,
  now: number,
): VerifiedRequest {
  const signature = headers['x-ancrage-signature'];
  const requestId = headers['x-ancrage-request-id'];
  const territory = headers['x-ancrage-territory'];
  const encoded = headers['x-ancrage-viewer'];
  if (signature === undefined || requestId === undefined) return { ok: false, reason: 'MISSING' };
  const [version, timestamp = '', received = '', ...rest] = String(signature).split('.');
  if (
    version !== expectedVersion ||
    rest.length > 0 ||
    !/^\d{1,12}$/.test(timestamp) ||
    !/^[0-9a-f]{64}$/.test(received)
  ) {
    return { ok: false, reason: 'MALFORMED' };
  }
  if (Array.isArray(requestId) || Array.isArray(territory) || Array.isArray(encoded)) {
    return { ok: false, reason: 'MALFORMED' };
  }
  // The signature before the clock: a forger must not learn that only the time was wrong.
  const expected = digest(
    secret,
    timestamp,
    { 'x-ancrage-request-id': requestId, 'x-ancrage-territory': territory, 'x-ancrage-viewer': encoded },
    parts,
    version,
    content,
  );
  if (!timingSafeEqual(Buffer.from(expected, 'latin1'), Buffer.from(received, 'latin1'))) {
    return { ok: false, reason: 'FORGED' };
  }
  if (Math.abs(now / 1000 - Number(timestamp)) > SIGNATURE_WINDOW_SECONDS)
    return { ok: false, reason: 'EXPIRED' };
  const viewer = encoded === undefined ? null : decodeViewer(encoded);
  if (encoded !== undefined && viewer === null) return { ok: false, reason: 'MALFORMED' };
  const [territoryId = null, card] = territory?.split('.', 2) ?? [];
  const known = card === undefined ? null : decodeCard(card);
  if (card !== undefined && known === null) return { ok: false, reason: 'MALFORMED' };
  return { ok: true, viewer, territoryId, territory: known, requestId };
}

/** A uuid has no dot, and neither has base64url. */
const writeTerritory = (id: string, card: TerritoryCard | null | undefined): string =>
  card ? `${id}.${encodeCard(card)}` : id;

const announced = ({ contentType = '', contentLength = '' }: StreamParts): string =>
  `${contentType}\n${contentLength}`;

/** No field but the last can hold a line break (header values cannot), so the join is unambiguous. */
function digest(
  secret: string,
  timestamp: string,
  headers: Omit<SignedHeaders, 'x-ancrage-signature'>,
  parts: Target,
  version: string,
  content: string | Uint8Array,
): string {
  const head = [
    // A signature over a whole body starts with its time, as it always did; the other kind cannot pass for one.
    ...(version === WHOLE ? [] : [version]),
    timestamp,
    parts.method,
    parts.path,
    headers['x-ancrage-territory'] ?? '',
    headers['x-ancrage-viewer'] ?? '',
    headers['x-ancrage-request-id'],
    '',
  ].join('\n');
  return createHmac('sha256', secret).update(head).update(content).digest('hex');
}
