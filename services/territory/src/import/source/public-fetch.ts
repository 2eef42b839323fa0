import { lookup as resolveName } from 'node:dns/promises';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { ImportRefusedError } from '../import-refused.js';
import { isPublicAddress } from './public-address.js';

export interface FetchLimits {
  maxBytes: number;
  maxMilliseconds: number;
  idleMilliseconds: number;
  maxRedirects: number;
  /** Which addresses may be connected to; tests allow their own server. */
  isAllowed: (address: string) => boolean;
  resolve: (host: string) => Promise<{ address: string; family: number }[]>;
}

/** Three times the largest official file. */
export const LARGEST_FILE = 4 * 2 ** 30;

const LIMITS: FetchLimits = {
  maxBytes: LARGEST_FILE,
  maxMilliseconds: 30 * 60_000,
  idleMilliseconds: 30_000,
  maxRedirects: 5,
  isAllowed: isPublicAddress,
  resolve: (host) => resolveName(host, { all: true }),
};

export interface Fetched {
  /** Where the last redirect led. */
  url: string;
  size: number | null;
  bytes: AsyncIterable<Buffer>;
}

/**
 * Fetches a file from a public address only. A name is resolved once and the connection made to the very address that
 * was checked, so that a second answer of the DNS cannot lead inside; every redirect is checked likewise.
 */
export async function fetchPublic(
  location: string,
  signal: AbortSignal,
  limits: Partial<FetchLimits> = {},
): Promise<Fetched> {
  const all = { ...LIMITS, ...limits };
  const bounded = AbortSignal.any([signal, AbortSignal.timeout(all.maxMilliseconds)]);
  let url = location;
  for (let redirects = 0; redirects <= all.maxRedirects; redirects++) {
    const response = await request(url, bounded, all);
    const { statusCode = 0, headers } = response;
    if (statusCode >= 300 && statusCode < 400 && headers.location) {
      response.destroy();
      url = new URL(headers.location, url).href;
      continue;
    }
    if (statusCode !== 200) {
      response.destroy();
      throw new ImportRefusedError(`url: ${url} answers ${statusCode}`);
    }
    const size = headers['content-length'] === undefined ? null : Number(headers['content-length']);
    if (size !== null && size > all.maxBytes) {
      response.destroy();
      throw tooLarge(`url: ${url}`, all.maxBytes);
    }
    return { url, size, bytes: within(response, url, all) };
  }
  throw new ImportRefusedError(`url: ${location} redirects more than ${all.maxRedirects} times`);
}

async function request(location: string, signal: AbortSignal, limits: FetchLimits): Promise<IncomingMessage> {
  const url = URL.canParse(location) ? new URL(location) : null;
  if (!url || !['http:', 'https:'].includes(url.protocol) || url.username || url.password)
    throw new ImportRefusedError(`url: only plain http and https addresses are fetched, not ${location}`);
  const host = url.hostname.replace(/^\[|\]$/g, '');
  const found = isIP(host)
    ? [{ address: host, family: isIP(host) }]
    : await limits.resolve(host).catch(() => []);
  if (found.length === 0) throw new ImportRefusedError(`url: the name ${host} is not known`);
  if (!found.every(({ address }) => limits.isAllowed(address)))
    throw new ImportRefusedError(`url: ${host} is not a public address`);
  const pinned = found[0] as { address: string; family: number };
  const lookup: LookupFunction = (_name, options, done) =>
    options.all ? done(null, [pinned]) : done(null, pinned.address, pinned.family);
  const { request: send } = url.protocol === 'https:' ? https : http;
  const sent = send(url, { lookup, signal, agent: false, headers: { 'accept-encoding': 'identity' } });
  sent.setTimeout(limits.idleMilliseconds, () =>
    sent.destroy(new ImportRefusedError(`url: ${location} stopped answering`)),
  );
  sent.end();
  try {
    const [response] = (await once(sent, 'response')) as [IncomingMessage];
    return response;
  } catch (error) {
    if (error instanceof ImportRefusedError) throw error;
    throw new ImportRefusedError(`url: ${location} could not be fetched (${(error as Error).message})`);
  }
}

async function* within(response: IncomingMessage, url: string, limits: FetchLimits): AsyncGenerator<Buffer> {
  let received = 0;
  try {
    for await (const chunk of response) {
      received += (chunk as Buffer).length;
      if (received > limits.maxBytes) throw tooLarge(`url: ${url}`, limits.maxBytes);
      yield chunk as Buffer;
    }
  } catch (error) {
    if (error instanceof ImportRefusedError) throw error;
    throw new ImportRefusedError(`url: ${url} stopped half-way (${(error as Error).message})`);
  }
}

export const tooLarge = (what: string, bytes: number): ImportRefusedError =>
  new ImportRefusedError(
    `${what.includes(':') ? what : `${what}: it`} is larger than ${Math.round(bytes / 2 ** 20)} MiB`,
  );
