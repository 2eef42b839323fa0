import type { ServerResponse } from 'node:http';
import type { PublicHost } from '../http/public-host.js';
import { CLIENT_ADDRESS_HEADER, sendWebResponse } from '../http/web-request.js';
import type { Auth } from './auth.js';

/** How long a verifier may keep the keys; it asks again anyway for a key it does not know. */
const KEPT_SECONDS = 300;

/**
 * `GET /auth/jwks`: the public keys that tokens are verified with. The gateway asks for them by an internal name,
 * so the host of the request does not matter here; any public one stands in for it.
 */
export function keySetRoute(publicHosts: readonly PublicHost[], authOf: (protocol: string) => Auth) {
  const { protocol, pattern } = publicHosts[0] as PublicHost;
  const url = `${protocol}://${pattern.replace('*', 'keys')}/auth/jwks`;
  return async (response: ServerResponse): Promise<void> => {
    response.setHeader('cache-control', `public, max-age=${KEPT_SECONDS}`);
    const answer = await authOf(protocol).handler(
      new Request(url, { headers: { [CLIENT_ADDRESS_HEADER]: '127.0.0.1' } }),
    );
    answer.headers.delete('cache-control');
    await sendWebResponse(answer, response);
  };
}
