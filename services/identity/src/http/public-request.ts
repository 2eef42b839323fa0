import type { IncomingMessage } from 'node:http';
import { isIP } from 'node:net';
import { findPublicHost, type PublicHost } from './public-host.js';
import { plainAddress } from './trusted-proxies.js';

/** What is known, and may be believed, of who asks and under which name. */
export interface PublicRequest {
  /** Scheme and host the person sees, e.g. `https://pays-de-foix.exemple.fr`: links and redirects stay there. */
  origin: string;
  protocol: PublicHost['protocol'];
  host: string;
  clientAddress: string;
  /** Name of the host's territory, when the site in front says it. */
  territoryName: string | null;
}

export interface PublicRequestOptions {
  publicHosts: readonly PublicHost[];
  isTrustedProxy: (address: string) => boolean;
}

/**
 * Reads the public side of a request; null when its host is none of ours. Forwarded headers count only when the
 * connection comes from a trusted proxy, and even then the host must be a public one.
 */
export function readPublicRequest(
  request: IncomingMessage,
  { publicHosts, isTrustedProxy }: PublicRequestOptions,
): PublicRequest | null {
  const peer = plainAddress(request.socket.remoteAddress);
  const trusted = isTrustedProxy(peer);
  const forwardedHost = trusted ? single(request.headers['x-forwarded-host']) : undefined;
  const host = (forwardedHost ?? request.headers.host ?? '').toLowerCase();
  const publicHost = findPublicHost(publicHosts, host);
  if (!publicHost) return null;
  return {
    origin: `${publicHost.protocol}://${host}`,
    protocol: publicHost.protocol,
    host,
    clientAddress: trusted ? (forwardedFor(request, isTrustedProxy) ?? peer) : peer,
    territoryName: trusted ? readTerritoryName(single(request.headers['x-ancrage-territory-name'])) : null,
  };
}

/** The nearest hop that is not a proxy of ours; what stands left of it is only claimed. */
function forwardedFor(
  request: IncomingMessage,
  isTrustedProxy: (address: string) => boolean,
): string | undefined {
  const hops = (single(request.headers['x-forwarded-for']) ?? '')
    .split(',')
    .map((hop) => plainAddress(hop.trim()));
  const client = hops.reverse().find((hop) => !isTrustedProxy(hop));
  return client && isIP(client) ? client : undefined;
}

/** Percent-encoded UTF-8, as headers are ASCII. Anything that could pass for a link or an address is dropped. */
function readTerritoryName(encoded: string | undefined): string | null {
  if (!encoded) return null;
  try {
    const name = decodeURIComponent(encoded).trim();
    return /^[\p{L}\p{N} '’–—()-]{1,80}$/u.test(name) ? name : null;
  } catch {
    return null;
  }
}

function single(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}
