import type { IncomingMessage } from 'node:http';

/** The page by which news are stopped: the signature in its address says who asks. */
const newsletterPage = /^\/(?:en\/)?decouvrir\/nouvelles\/[A-Za-z0-9_-]{64}$/;

/**
 * Lets a mail programme stop news in one click (RFC 8058). Its POST comes from a server, without an `Origin` and without
 * cookies; the framework takes such a form for another site's. Here nothing hangs on who is signed in, so the request gets
 * the origin of the site and loses what it may say of a session. Any other form keeps the framework's check.
 */
export function admitOneClick({ method, url, headers }: IncomingMessage): void {
  if (method !== 'POST' || headers.origin !== undefined || !newsletterPage.test(url ?? '')) {
    return;
  }
  headers.origin = `${headers['x-forwarded-proto']}://${headers.host}`;
  delete headers.cookie;
}
