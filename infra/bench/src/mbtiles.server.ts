import { createServer } from 'node:http';
import { DatabaseSync } from 'node:sqlite';

/** The floor of tiles: an MBTiles file read by `node:sqlite` for each request. Paths are `/z/x/y`. */
const database = new DatabaseSync(process.env['MBTILES'] ?? '', { readOnly: true });
const select = database.prepare(
  'select tile_data from tiles where zoom_level = ? and tile_column = ? and tile_row = ?',
);

const server = createServer((request, response) => {
  if (request.url === '/health') return void response.end();
  const [, z, x, y] = (request.url ?? '').split('/').map(Number) as [number, number, number, number];
  // MBTiles counts rows from the south.
  const row = select.get(z, x, 2 ** z - 1 - y) as { tile_data: Uint8Array } | undefined;
  if (!row) return void response.writeHead(204).end();
  response.writeHead(200, {
    'content-type': 'application/vnd.mapbox-vector-tile',
    // What any tile server says about keeping its tiles: the load generator reads as many headers from both.
    etag: `"${z}-${x}-${y}"`,
    'cache-control': 'public, max-age=31536000, immutable',
    'content-encoding': 'gzip',
    'content-length': row.tile_data.byteLength,
  });
  response.end(row.tile_data);
});
server.listen(Number(process.env['PORT']), '127.0.0.1', () => process.send?.('listening'));
