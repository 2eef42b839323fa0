import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '@ancrage/subgraph';
import { tileKey } from './rendered-tiles.js';
import type { TileStore } from './tile-store.js';
import { TILE_SETS, type TileSetName } from './tile-versions.js';

const TILE_PATH = new RegExp(
  `^/tiles/([a-z0-9-]{1,63})/([0-9a-f]{1,40})/(${TILE_SETS.join('|')})/(\\d{1,2})/(\\d{1,5})/(\\d{1,5})\\.mvt$`,
);
const FOREVER = 'public, max-age=31536000, immutable';
/** A page opened before a change still asks for the former version: it gets the present one, briefly. */
const BRIEFLY = 'public, max-age=60';

/** Answers `/tiles/{slug}/{version}/{communes or facilities}/{z}/{x}/{y}.mvt`; false for any other path. */
export function serveTiles(store: TileStore, log: Logger) {
  return (path: string, request: IncomingMessage, response: ServerResponse): boolean => {
    const match = TILE_PATH.exec(path);
    if (!match || (request.method !== 'GET' && request.method !== 'HEAD')) return false;
    const [, slug, version, set, zoom, x, y] = match as unknown as string[] & { 3: TileSetName };
    store.get(slug as string, set as TileSetName).then(
      (found) => {
        if (!found) return void response.writeHead(404).end();
        const tag = `"${found.version}-${zoom}-${x}-${y}"`;
        const headers = { etag: tag, 'cache-control': found.version === version ? FOREVER : BRIEFLY };
        if (request.headers['if-none-match'] === tag) return void response.writeHead(304, headers).end();
        const tile = found.tiles.get(tileKey(Number(zoom), Number(x), Number(y)));
        // An empty tile is an answer, not an error: nothing of the territory is there.
        if (!tile) return void response.writeHead(204, headers).end();
        response.writeHead(200, {
          ...headers,
          'content-type': 'application/vnd.mapbox-vector-tile',
          'content-encoding': 'gzip',
          'content-length': tile.byteLength,
        });
        response.end(request.method === 'HEAD' ? undefined : tile);
      },
      (error: unknown) => {
        log.error({ err: error, slug }, 'tiles could not be rendered');
        response.writeHead(503).end();
      },
    );
    return true;
  };
}
