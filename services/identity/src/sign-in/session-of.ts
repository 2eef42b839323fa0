import type { ServerResponse } from 'node:http';
import { sendError } from '../http/body.js';
import { sendWebResponse } from '../http/web-request.js';
import type { Auth } from './auth.js';

/** The session of a request; without one, what is to be answered is. */
export async function sessionOf(
  auth: Auth,
  request: Request,
  response: ServerResponse,
): Promise<Session | null> {
  const answer = await auth.handler(
    new Request(new URL('/auth/get-session', request.url), { headers: request.headers }),
  );
  if (!answer.ok) {
    await sendWebResponse(answer, response);
    return null;
  }
  const found = (await answer.json()) as Session | null;
  // Reading a session may prolong its cookie, or clear a stale one.
  const cookies = answer.headers.getSetCookie();
  if (cookies.length > 0) response.setHeader('set-cookie', cookies);
  if (!found) sendError(response, 401, 'UNAUTHENTICATED', 'Nobody is signed in.');
  return found;
}

export type Session = { user: { id: string; email: string; name: string }; session: { expiresAt: string } };
