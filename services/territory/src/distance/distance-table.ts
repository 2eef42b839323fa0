import { setImmediate } from 'node:timers/promises';
import type { SubgraphContext } from '@ancrage/subgraph';
import { type CentreRow, selectCentres, selectOfferVersion, selectPlaces } from './distance.queries.js';
import { NONE, nearestDistances } from './nearest-distances.js';

/** Distances of a territory as its offer was at one version: a column of tenths of a kilometre for each type. */
interface DistanceTable {
  version: string;
  centres: Promise<CentreRow[]>;
  columns: Map<string, Promise<Uint16Array>>;
}

/** The largest territory with every type of the BPE takes two megabytes; a replica serves few at a time. */
const CAPACITY = 24;
const tables = new Map<string, DistanceTable>();

export interface Distances {
  /** Kilometres by type asked for, to one decimal; null where none is known. */
  of: (code: string) => (number | null)[];
}

/** Distances to the nearest service of each type, measured once for each version of the territory's offer. */
export async function distancesTo(
  context: SubgraphContext,
  territoryId: string,
  types: readonly string[],
): Promise<Distances> {
  const table = await currentTable(context, territoryId);
  try {
    const centres = await table.centres;
    measureMissing(context, territoryId, table, types);
    const columns = await Promise.all(types.map((type) => table.columns.get(type)));
    const rows = new Map(centres.map(({ code }, index) => [code, index]));
    return {
      of: (code) => {
        const row = rows.get(code);
        return columns.map((column) => {
          const tenths = (row === undefined ? undefined : column?.[row]) ?? NONE;
          return tenths === NONE ? null : tenths / 10;
        });
      },
    };
  } catch (error) {
    // A failure is not remembered: the next request measures again.
    tables.delete(territoryId);
    throw error;
  }
}

async function currentTable(context: SubgraphContext, territoryId: string): Promise<DistanceTable> {
  const version = await selectOfferVersion(context, territoryId);
  const known = tables.get(territoryId);
  tables.delete(territoryId);
  const table =
    known?.version === version
      ? known
      : { version, centres: selectCentres(context, territoryId), columns: new Map() };
  tables.set(territoryId, table);
  if (tables.size > CAPACITY) tables.delete(tables.keys().next().value as string);
  return table;
}

function measureMissing(
  context: SubgraphContext,
  territoryId: string,
  { centres, columns }: DistanceTable,
  types: readonly string[],
): void {
  const missing = types.filter((type) => !columns.has(type));
  if (missing.length === 0) return;
  const places = selectPlaces(context, territoryId, missing);
  let previous: Promise<unknown> = places;
  for (const type of missing) {
    const column = previous.then(async () => {
      // One type at a time, and others are served in between.
      await setImmediate();
      const origins = (await centres).map(({ types: present, ...centre }) => ({
        ...centre,
        present: present.includes(type),
      }));
      return nearestDistances(origins, (await places).get(type) ?? []);
    });
    columns.set(type, column);
    previous = column;
  }
}
