import { createHmac, timingSafeEqual } from 'node:crypto';
import { decodeViewer, encodeViewer, type Viewer } from './viewer.js';

export type { Role, Viewer } from './viewer.js';

/** How far apart the clocks of the gateway and a service may be, and how long a captured request can be replayed. */
export const SIGNATURE_WINDOW_SECONDS = 60;

/** The bytes a signature covers besides the headers. `path` is the request target, query string included. */
export type RequestParts = { method: string; path: string; body?: string | Uint8Array };

/** What the gateway says about a request; all of it is signed. */
export type SignedParts = RequestParts & {
  requestId: string;
  /** Territory uuid, or null for a request about no territory in particular. */
  territoryId?: string | null;
  viewer?: Viewer | null;
};

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
  | { ok: true; viewer: Viewer | null; territoryId: string | null; requestId: string }
  | { ok: false; reason: 'MISSING' | 'MALFORMED' | 'EXPIRED' | 'FORGED' };

/**
 * Signs a request from the gateway to a service.
 * @param now milliseconds since the epoch
 */
export function signRequest(secret: string, parts: SignedParts, now = Date.now()): SignedHeaders {
  const timestamp = String(Math.floor(now / 1000));
  const headers: SignedHeaders = { 'x-ancrage-request-id': parts.requestId, 'x-ancrage-signature': '' };
  if (parts.territoryId) headers['x-ancrage-territory'] = parts.territoryId;
  if (parts.viewer) headers['x-ancrage-viewer'] = encodeViewer(parts.viewer);
  headers['x-ancrage-signature'] = `v1.${timestamp}.${digest(secret, timestamp, headers, parts)}`;
  return headers;
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
  const signature = headers['x-ancrage-signature'];
  const requestId = headers['x-ancrage-request-id'];
  const territory = headers['x-ancrage-territory'];
  const encoded = headers['x-ancrage-viewer'];
  if (signature === undefined || requestId === undefined) return { ok: false, reason: 'MISSING' };
  const [version, timestamp = '', received = '', ...rest] = String(signature).split('.');
  if (
    version !== 'v1' ||
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
  );
  if (!timingSafeEqual(Buffer.from(expected, 'latin1'), Buffer.from(received, 'latin1'))) {
    return { ok: false, reason: 'FORGED' };
  }
  if (Math.abs(now / 1000 - Number(timestamp)) > SIGNATURE_WINDOW_SECONDS)
    return { ok: false, reason: 'EXPIRED' };
  const viewer = encoded === undefined ? null : decodeViewer(encoded);
  if (encoded !== undefined && viewer === null) return { ok: false, reason: 'MALFORMED' };
  return { ok: true, viewer, territoryId: territory ?? null, requestId };
}

/** No field but the last can hold a line break (header values cannot), so the join is unambiguous. */
function digest(
  secret: string,
  timestamp: string,
  headers: Omit<SignedHeaders, 'x-ancrage-signature'>,
  parts: RequestParts,
): string {
  const head = [
    timestamp,
    parts.method,
    parts.path,
    headers['x-ancrage-territory'] ?? '',
    headers['x-ancrage-viewer'] ?? '',
    headers['x-ancrage-request-id'],
    '',
  ].join('\n');
  return createHmac('sha256', secret)
    .update(head)
    .update(parts.body ?? '')
    .digest('hex');
}
