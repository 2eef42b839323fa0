import { parentPort, workerData } from 'node:worker_threads';
import pg from 'pg';
import { selectCommuneFeatures } from './commune-features.js';
import { readFacilityPoints } from './facility-points.js';
import { renderContours } from './render-contours.js';
import { renderFacilities } from './render-facilities.js';
import type { RenderedTiles } from './rendered-tiles.js';
import type { RendererData, RenderResult } from './tile-renderer.js';

// Reading and rendering a region takes seconds of computing: in a thread of its own, requests go on being answered.
const { databaseUrl, territoryId, set, families } = workerData as RendererData;
const client = new pg.Client({ connectionString: databaseUrl });
await client.connect();
try {
  // The version and the content as of one moment, as the public may see them.
  await client.query('begin isolation level repeatable read read only');
  await client.query(
    "select set_config('app.territory_id', $1, true), set_config('app.role', 'PUBLIC', true)",
    [territoryId],
  );
  const { rows } = await client.query<Record<string, string>>(
    `select ${set} as version from tile_version where territory_id = $1`,
    [territoryId],
  );
  const tiles: RenderedTiles =
    set === 'communes'
      ? renderContours(await selectCommuneFeatures(client, territoryId, families))
      : renderFacilities(await readFacilityPoints(client, families));
  const result: RenderResult = { content: rows[0]?.['version'] ?? '0', tiles };
  parentPort?.postMessage(
    result,
    [...tiles.values()].map(({ buffer }) => buffer),
  );
} finally {
  await client.end();
}
