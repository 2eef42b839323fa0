import { Worker } from 'node:worker_threads';
import { FAMILY_BY_TYPE } from '../facility/facility-types.js';
import type { RenderedTiles } from './rendered-tiles.js';
import type { TileSetName } from './tile-versions.js';

export interface RenderJob {
  databaseUrl: string;
  territoryId: string;
  set: TileSetName;
}

/** What a renderer is told. The nomenclature comes along: a thread that loads no GraphQL starts ten times as fast. */
export type RendererData = RenderJob & { families: typeof FAMILY_BY_TYPE };

export interface RenderResult {
  /** What the database said of the content that was rendered. */
  content: string;
  tiles: RenderedTiles;
}

/** A rendering that would need more fails alone; the former tiles go on being served. */
const RESOURCES = { maxOldGenerationSizeMb: 768 };

/** Reads and renders a set of tiles in a thread and over a connection of its own. */
export function renderTileSet(job: RenderJob): Promise<RenderResult> {
  const worker = new Worker(new URL('./tile-renderer.worker.js', import.meta.url), {
    workerData: { ...job, families: FAMILY_BY_TYPE } satisfies RendererData,
    resourceLimits: RESOURCES,
  });
  return new Promise((resolve, reject) => {
    worker.once('message', resolve).once('error', reject);
    worker.once('exit', (code) => reject(new Error(`the tile renderer ended with ${code}`)));
  });
}
