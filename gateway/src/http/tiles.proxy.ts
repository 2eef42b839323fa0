import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { StoredTile, TileCache } from '../cache/tile.cache.js';
import { Refusal } from '../refusals.js';
import { localeOf } from '../request/locale.js';
import type { TerritoryRegistry } from '../territory/territory.registry.js';
import type { ServiceClient } from '../upstream/service.client.js';

const ANSWERED = ['cache-control', 'content-encoding', 'content-length', 'content-type', 'etag', 'vary'];

/** Answers `/tiles/{slug}/…` from memory, or from the territory subgraph with the territory that the path names. */
export class TilesProxy {
  constructor(
    private readonly territory: ServiceClient,
    private readonly territories: TerritoryRegistry,
    private readonly cache: TileCache,
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
    // Asked even for a tile that is kept: a territory that is gone shows nothing any more.
    const { id: territoryId, suspended } = this.territories.peek(slug) ?? (await this.territories.find(slug));
    if (suspended !== null) throw new Refusal('SUSPENDED');
    const tile = this.cache.get(path) ?? (await this.fetch(path, territoryId, requestId, headers));
    if (tile.etag !== undefined && headers['if-none-match'] === tile.etag) {
      response.writeHead(304, { etag: tile.etag, 'cache-control': tile.caching }).end();
      return;
    }
    response.writeHead(tile.status, tile.headers);
    response.end(method === 'HEAD' ? undefined : tile.bytes);
  }

  private async fetch(
    path: string,
    territoryId: string | null,
    requestId: string,
    headers: IncomingHttpHeaders,
  ): Promise<StoredTile> {
    const context = { requestId, territoryId, viewer: null, locale: localeOf(headers['accept-language']) };
    const upstream = await this.territory.stream({ method: 'GET', path }, context).catch((cause: unknown) => {
      throw new Refusal('UNAVAILABLE', undefined, { cause });
    });
    const { statusCode } = upstream;
    const bytes = Buffer.from(await upstream.body.arrayBuffer());
    if (statusCode >= 400 && statusCode !== 404) {
      throw new Refusal('UNAVAILABLE', undefined, { cause: new Error(`tiles answered ${statusCode}`) });
    }
    const answered = pick(upstream.headers, ANSWERED);
    const tile: StoredTile = {
      status: statusCode,
      etag: answered['etag'],
      caching: answered['cache-control'] ?? 'no-cache',
      headers: Object.entries(answered).flat(),
      bytes,
    };
    this.cache.keep(path, tile);
    return tile;
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
