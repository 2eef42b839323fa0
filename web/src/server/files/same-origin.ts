import type { IncomingMessage } from 'node:http';

/**
 * Whether a request that writes comes from a page of this very site. The session's cookie rides on whatever a browser
 * sends, so another site's form must not write in a member's name. Programs that bring a token of their own, and no
 * cookie, are nobody's browser.
 */
export function isOwnWrite({ headers }: IncomingMessage): boolean {
  const { origin, cookie } = headers;
  const from = headers['sec-fetch-site'];
  if (from !== undefined && from !== 'same-origin') return false;
  if (origin !== undefined) return origin === ownOrigin(headers);
  return from !== undefined || cookie === undefined;
}

/** As certifyOrigin wrote it: nothing of it is the visitor's word but the host they asked. */
const ownOrigin = (headers: IncomingMessage['headers']) =>
  `${headers['x-forwarded-proto']}://${headers['x-forwarded-host']}`;
