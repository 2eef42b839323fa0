import type { IncomingMessage } from 'node:http';
import type { Env } from '#lib/server/env.ts';

/** What the gateway takes as proof of who asks, and the cookies that identity set by being asked. */
export type SessionToken = { authorization: string | undefined; cookies: string[] };

/** Exchanges the session's cookie for a token; what a program brings itself passes as it is. */
export async function sessionToken({ headers }: IncomingMessage, env: Env): Promise<SessionToken> {
  const { cookie, authorization } = headers;
  if (authorization !== undefined || cookie === undefined) return { authorization, cookies: [] };
  const host = String(headers['x-forwarded-host']);
  const protocol = String(headers['x-forwarded-proto']);
  const response = await fetch(`${env.IDENTITY_URL}/auth/token`, {
    headers: {
      cookie,
      origin: `${protocol}://${host}`,
      'x-forwarded-host': host,
      'x-forwarded-proto': protocol,
      'x-forwarded-for': String(headers['x-forwarded-for']),
    },
    signal: AbortSignal.timeout(10_000),
    redirect: 'manual',
  });
  const cookies = response.headers.getSetCookie();
  if (!response.ok) return { authorization: undefined, cookies };
  const { token } = (await response.json()) as { token: string };
  return { authorization: `Bearer ${token}`, cookies };
}
