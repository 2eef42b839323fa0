import type { Logger } from '@ancrage/subgraph';
import type { Database } from '@ancrage/subgraph/database';
import { TileSetState, type TileVersion } from './tile-set.js';
import { TILE_SETS, type TileSetName } from './tile-versions.js';

interface KnownTerritory {
  id: string;
  sets: Map<TileSetName, TileSetState>;
}

/** The rendered tiles of each territory that was asked for, kept in memory by content version. */
export class TileStore {
  private readonly territories = new Map<string, KnownTerritory>();

  constructor(
    private readonly database: Database,
    private readonly databaseUrl: string,
    private readonly log: Logger,
  ) {}

  /** A set of tiles of a territory as it is now; null when there is no such territory. */
  async get(slug: string, set: TileSetName): Promise<TileVersion | null> {
    const known = this.territories.get(slug) ?? (await this.find(slug));
    return known?.sets.get(set)?.get() ?? null;
  }

  /** Renders what changed of the sets in use. Until it is done, the former version goes on being served. */
  async changed(territoryId: string): Promise<void> {
    for (const [slug, { id, sets }] of this.territories) {
      if (territoryId !== '*' && territoryId !== id) continue;
      const row = await this.select(slug);
      if (row?.id !== id) this.territories.delete(slug);
      else for (const name of TILE_SETS) sets.get(name)?.follow(row[name]);
    }
  }

  private async find(slug: string): Promise<KnownTerritory | null> {
    const row = await this.select(slug);
    if (!row) return null;
    // Another request may have found it meanwhile: its tiles are the ones that are being rendered.
    const known = this.territories.get(slug);
    if (known) return known;
    const sets = TILE_SETS.map((name) => {
      const job = { databaseUrl: this.databaseUrl, territoryId: row.id, set: name };
      return [name, new TileSetState(job, this.log.child({ slug, set: name }))] as const;
    });
    const found = { id: row.id, sets: new Map(sets) };
    this.territories.set(slug, found);
    return found;
  }

  private async select(slug: string): Promise<({ id: string } & Record<TileSetName, string>) | null> {
    const [row] = await this.database.read<{ id: string } & Record<TileSetName, string>>(
      { territoryId: null, role: 'PUBLIC', userId: null },
      {
        text: `select t.id, coalesce(v.communes, '0') as communes, coalesce(v.facilities, '0') as facilities
          from territory t left join tile_version v on v.territory_id = t.id where t.slug = $1 and t.status = 'ACTIVE'`,
        values: [slug],
      },
    );
    return row ?? null;
  }
}
