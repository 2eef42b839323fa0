import type { TileSource } from '#lib/map/vocabulary.ts';
import type { Tenant } from './tenant.ts';

/** The tiles of a territory, as its maps want them. */
export const tileSource = ({ tiles }: Tenant): TileSource => ({
  url: tiles.communes,
  facilities: tiles.facilities,
  facilitiesMaxZoom: tiles.facilitiesMaxZoom,
  version: tiles.version,
  minZoom: tiles.minZoom,
  maxZoom: tiles.maxZoom,
  approximate: tiles.approximate,
});
