import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { Refusal } from '../refusals.js';
import { localeOf } from '../request/locale.js';
import type { TerritoryRegistry } from '../territory/territory.registry.js';
import type { ServiceClient } from '../upstream/service.client.js';

const ASKED = ['accept-encoding', 'if-none-match'];
const ANSWERED = ['cache-control', 'content-encoding', 'content-length', 'content-type', 'etag', 'vary'];

/** Hands `/tiles/{slug}/…` through to the territory subgraph, with the territory that the path names. */
export class TilesProxy {
  constructor(
    private readonly territory: ServiceClient,
    private readonly territories: TerritoryRegistry,
  ) {}

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    path: string,
    requestId: string,
  ): Promise<void> {
    const { method, headers } = request;
    if (method !== 'GET' && method !== 'HEAD') throw new Refusal('METHOD');
    const slug = path.split('/')[2] ?? '';
    const territoryId = this.territories.peek(slug) ?? (await this.territories.find(slug));
    const context = { requestId, territoryId, viewer: null, locale: localeOf(headers['accept-language']) };
    const upstream = await this.territory
      .stream({ method, path: request.url as string, headers: pick(headers, ASKED) }, context)
      .catch((cause: unknown) => {
        throw new Refusal('UNAVAILABLE', undefined, { cause });
      });
    const { statusCode } = upstream;
    if (statusCode >= 400 && statusCode !== 404) {
      await upstream.body.dump();
      throw new Refusal('UNAVAILABLE', undefined, { cause: new Error(`tiles answered ${statusCode}`) });
    }
    response.writeHead(statusCode, pick(upstream.headers, ANSWERED));
    // A reader who leaves before the end of a tile is no failure.
    await pipeline(upstream.body, response).catch(() => {});
  }
}

function pick(
  headers: Record<string, string | string[] | undefined>,
  names: string[],
): Record<string, string> {
  const picked: Record<string, string> = {};
  for (const name of names) {
    const value = headers[name];
    if (value !== undefined) picked[name] = String(value);
  }
  return picked;
}
