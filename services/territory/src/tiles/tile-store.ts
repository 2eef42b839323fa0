import { Worker } from 'node:worker_threads';
import type { Logger } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import { selectCommuneFeatures } from './commune-features.js';
import type { RenderedTiles } from './render-tiles.js';

export interface TileVersion {
  version: string;
  tiles: RenderedTiles;
}

interface TerritoryTiles {
  id: string;
  current: Promise<TileVersion>;
}

const COMMUNES_LAYER = 'communes';

/** The rendered tiles of each territory, kept in memory by content version. */
export class TileStore {
  private readonly territories = new Map<string, TerritoryTiles>();

  constructor(
    private readonly database: Database,
    private readonly log: Logger,
  ) {}

  /** The tiles of a territory as it is now; null when there is no such territory. */
  async get(slug: string): Promise<TileVersion | null> {
    const known = this.territories.get(slug);
    return known ? known.current : this.refresh(slug);
  }

  /** Renders what changed. Until it is done, the former version goes on being served. */
  async changed(territoryId: string): Promise<void> {
    for (const [slug, { id }] of this.territories) {
      if (territoryId === '*' || territoryId === id) await this.refresh(slug);
    }
  }

  private async refresh(slug: string): Promise<TileVersion | null> {
    const [row] = await this.database.read<{ id: string; version: string }>(
      { territoryId: null, role: 'PUBLIC', userId: null },
      {
        text: "select id, tiles_version as version from territory where slug = $1 and status = 'ACTIVE'",
        values: [slug],
      },
    );
    if (!row) {
      this.territories.delete(slug);
      return null;
    }
    const former = this.territories.get(slug);
    if (former && (await former.current).version === row.version) return former.current;
    const next = this.render(row.id, row.version);
    if (!former) this.territories.set(slug, { id: row.id, current: next });
    const rendered = await next.catch((error: unknown) => {
      // A failure is not remembered: the next request tries again.
      if (!former) this.territories.delete(slug);
      throw error;
    });
    this.territories.set(slug, { id: row.id, current: Promise.resolve(rendered) });
    this.log.info({ slug, version: row.version, tiles: rendered.tiles.size }, 'tiles rendered');
    return rendered;
  }

  private async render(territoryId: string, version: string): Promise<TileVersion> {
    const features = await selectCommuneFeatures(this.database, territoryId);
    const worker = new Worker(new URL('./tile-renderer.worker.js', import.meta.url), {
      workerData: { layer: COMMUNES_LAYER, features },
    });
    const tiles = await new Promise<RenderedTiles>((resolve, reject) => {
      worker.once('message', resolve).once('error', reject);
    });
    return { version, tiles };
  }
}
