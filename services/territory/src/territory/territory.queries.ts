import type { SubgraphContext } from '@ancrage/subgraph';
import { decodeCursor, encodeCursor, toPage } from '@ancrage/subgraph/pagination';
import { writeTerritoryList } from '@ancrage/subgraph/territory-list';
import { addressVersion, type TileSetName } from '../tiles/tile-versions.js';
import { type Territory, TerritoryStatus } from './territory.entity.js';
import type { TerritoryConnection } from './territory.types.js';

const COLUMNS = `t.id, t.slug, t.name, t.status, t.region_code as "regionCode", t.population, t.commune_count as "communeCount", t.bounds,
  t.theme, t.locales, t.default_locale as "defaultLocale", t.texts,
  t.basemap, t.basemap_style as "basemapStyle", t.mail_sender as "mailSender", t.suspension`;

/** A suspended territory is shown to nobody but the operator. */
const visible = (context: SubgraphContext) =>
  context.scope.role === 'OPERATOR' ? 'true' : "t.status = 'ACTIVE'";

export function loadTerritory(context: SubgraphContext, id: string): Promise<Territory | null> {
  return context.load('territory', id, async (ids: readonly string[]) => {
    const rows = await keptTerritories(context, ids);
    if (context.scope.role === 'OPERATOR') return [...rows];
    return rows.map((row) => (row?.status === TerritoryStatus.ACTIVE ? row : null));
  });
}

/** The territory of a host name (without port), suspended or not: its status says whether it answers. */
export async function selectTerritoryByHost(
  context: SubgraphContext,
  host: string,
): Promise<Territory | null> {
  const [row] = await context.read<Territory>({
    name: 'territory by host',
    text: `select ${COLUMNS} from territory t
      where t.id = (select territory_id from territory_host where host = $1) or $1 = t.slug || '.localhost'`,
    values: [host],
  });
  return row ?? null;
}

export async function selectTerritories(
  context: SubgraphContext,
  region: string | undefined,
  first: number,
  after?: string,
): Promise<TerritoryConnection> {
  const [name, id] = after ? decodeCursor(after, 2) : [null, null];
  const rows = await context.read<Territory & { total: number }>({
    name: `territories ${visible(context)}`,
    text: `select ${COLUMNS}, (select count(*)::int from territory t where ($1::text is null or t.region_code = $1) and ${visible(context)}) as total
      from territory t
      where ($1::text is null or t.region_code = $1) and ($2::text is null or (t.name, t.id) > ($2, $3::uuid)) and ${visible(context)}
      order by t.name, t.id limit $4`,
    values: [region ?? null, name, id, first + 1],
  });
  return {
    totalCount: rows[0]?.total ?? 0,
    ...toPage(rows, first, (row) => encodeCursor([row.name, row.id])),
  };
}

/** The active territories of a region, by name. */
export interface RegionTerritories {
  territories: Territory[];
  /** The same for the other subgraphs. */
  list: string;
}

/** Which territories a region has, asked again once anything of any of them changed. */
export async function selectTerritoriesOfRegion(
  context: SubgraphContext,
  code: string,
): Promise<RegionTerritories> {
  const kept = context.kept<RegionTerritories>('territories of regions', { across: true });
  const [found] = await kept.of([code], '', async () => {
    const rows = await context.read<{ id: string }>({
      name: 'territories of a region',
      text: `select t.id from territory t where t.region_code = $1 and t.status = 'ACTIVE' order by t.name, t.id`,
      values: [code],
    });
    const ids = rows.map(({ id }) => id);
    const territories = (await keptTerritories(context, ids)).filter((territory) => territory !== null);
    return new Map([[code, { territories, list: writeTerritoryList(territories) }]]);
  });
  return found as RegionTerritories;
}

/** Territories whatever their state, read anew of those alone that changed since. Who they are is public. */
const keptTerritories = (
  context: SubgraphContext,
  ids: readonly string[],
): Promise<readonly (Territory | null)[]> =>
  context.kept<Territory>('territories').of(ids, '', async (missing) => {
    const rows = await context.read<Territory>({
      name: 'territories by id',
      text: `select ${COLUMNS} from territory t where t.id = any($1)`,
      values: [missing],
    });
    return new Map(rows.map((found) => [found.id, found]));
  });

export function loadHosts(context: SubgraphContext, territoryId: string): Promise<string[]> {
  return context.load('hosts', territoryId, async (ids: readonly string[]) => {
    const rows = await context.read<{ host: string; territoryId: string }>({
      name: 'hosts',
      text: 'select host, territory_id as "territoryId" from territory_host where territory_id = any($1) order by host',
      values: [ids],
    });
    return ids.map((id) => rows.filter((row) => row.territoryId === id).map((row) => row.host));
  });
}

/**
 * The source of a territory's facilities and coverage, when there is one for all of it; a generated one where any is, for
 * generated records are never shown as real.
 */
export async function selectOfferSourceId(
  context: SubgraphContext,
  territoryId: string,
): Promise<string | null> {
  const rows = await context.readIn<{ id: string; demonstration: boolean }>(territoryId, {
    name: 'offer sources',
    text: 'select id, demonstration from source where territory_id = $1 order by demonstration desc, retrieved_at desc, id limit 2',
    values: [territoryId],
  });
  const [first] = rows;
  return first && (rows.length === 1 || first.demonstration) ? first.id : null;
}

/** What the tiles of a territory show now, as their addresses say it. */
export function loadTileVersions(
  context: SubgraphContext,
  territoryId: string,
): Promise<Record<TileSetName, string>> {
  return context.load('tile versions', territoryId, async (ids: readonly string[]) => {
    const rows = await context.read<{ territoryId: string } & Record<TileSetName, string>>({
      name: 'tile versions',
      text: 'select territory_id as "territoryId", communes, facilities from tile_version where territory_id = any($1)',
      values: [ids],
    });
    const byId = new Map(rows.map((row) => [row.territoryId, row]));
    return ids.map((id) => ({
      communes: addressVersion(byId.get(id)?.communes ?? '0'),
      facilities: addressVersion(byId.get(id)?.facilities ?? '0'),
    }));
  });
}

/** Whether some contour of the territory is a cell, and where its contours come from. */
export async function selectContourOrigin(
  context: SubgraphContext,
  territoryId: string,
): Promise<{ approximate: boolean; sourceId: string }> {
  const [row] = await context.readIn<{ approximate: boolean; sourceId: string }>(territoryId, {
    name: 'contour origin',
    text: `select bool_or(approximate) as approximate, mode() within group (order by source_id) as "sourceId"
      from commune_contour join territory_commune using (commune_code) where territory_id = $1`,
    values: [territoryId],
  });
  return row as { approximate: boolean; sourceId: string };
}
