import type { IncomingMessage } from 'node:http';

/** Headers a visitor may not bring: only our own processes write them. */
const reserved = /^(forwarded$|x-forwarded-|x-real-ip$|x-ancrage-|x-territory$)/;

/**
 * Rewrites who asked, and how, from what is certain: the socket, or the last of the reverse
 * proxies declared as one's own. Everything else a visitor says of it is dropped.
 */
export function certifyOrigin(request: IncomingMessage, trustedProxies: number): void {
  const { headers } = request;
  const hops = listed(headers['x-forwarded-for']);
  const protocol = listed(headers['x-forwarded-proto']).at(-1);
  const socket = request.socket.remoteAddress ?? '';
  const address = trustedProxies > 0 ? (hops.at(-trustedProxies) ?? socket) : socket;
  for (const name of Object.keys(headers)) {
    if (reserved.test(name) && !(name === 'x-territory' && isApiCall(request))) {
      delete headers[name];
    }
  }
  headers['x-forwarded-for'] = address;
  headers['x-forwarded-proto'] = trustedProxies > 0 && protocol === 'https' ? 'https' : 'http';
  headers['x-forwarded-host'] = headers.host ?? '';
}

/** The API's callers name the territory they ask about. */
const isApiCall = ({ url }: IncomingMessage) => url?.startsWith('/graphql') ?? false;

function listed(value: string | string[] | undefined): string[] {
  return [value ?? []]
    .flat()
    .join(',')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
}
