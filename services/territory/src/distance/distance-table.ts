import { setImmediate } from 'node:timers/promises';
import type { SubgraphContext } from '@ancrage/subgraph';
import {
  type CentreRow,
  selectCentres,
  selectFiguresVersion,
  selectListings,
  selectPlaces,
} from './distance.queries.js';
import { NONE, nearestDistances, type Point } from './nearest-distances.js';

/** Tenths of a kilometre by commune: to the nearest service, and to the nearest commune whose list is not complete. */
interface Column {
  services: Uint16Array;
  gaps: Uint16Array;
}

/** Distances of a territory as its offer was at one version, a column for each type. */
interface DistanceTable {
  version: string;
  centres: Promise<CentreRow[]>;
  listings: ReturnType<typeof selectListings>;
  columns: Map<string, Promise<Column>>;
}

/** The largest territory with every type of the BPE takes four megabytes; a replica serves few at a time. */
const CAPACITY = 24;
const tables = new Map<string, DistanceTable>();

export interface Distances {
  /** Kilometres by type asked for, to one decimal: to the nearest service; null where none is known. */
  toServices: (code: string) => (number | null)[];
  /** By commune, in the order of their names: the same to the nearest one where not all of the type at a place are known. */
  gaps: (place: number) => (number | null)[];
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
      toServices: (code) => {
        const row = rows.get(code);
        return columns.map((column) =>
          kilometres(row === undefined ? NONE : (column?.services[row] ?? NONE)),
        );
      },
      gaps: (place) => Array.from(columns[place]?.gaps ?? [], kilometres),
    };
  } catch (error) {
    // A failure is not remembered: the next request measures again.
    tables.delete(territoryId);
    throw error;
  }
}

const kilometres = (tenths: number): number | null => (tenths === NONE ? null : tenths / 10);

async function currentTable(context: SubgraphContext, territoryId: string): Promise<DistanceTable> {
  const version = await selectFiguresVersion(context, territoryId);
  const known = tables.get(territoryId);
  tables.delete(territoryId);
  const table =
    known?.version === version
      ? known
      : {
          version,
          centres: selectCentres(context, territoryId),
          listings: selectListings(context, territoryId),
          columns: new Map(),
        };
  tables.set(territoryId, table);
  if (tables.size > CAPACITY) tables.delete(tables.keys().next().value as string);
  return table;
}

function measureMissing(
  context: SubgraphContext,
  territoryId: string,
  { centres, listings, columns }: DistanceTable,
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
      const [communes, listed] = await Promise.all([centres, listings]);
      const isGap = ({ code }: CentreRow) => !listed.get(code)?.some((types) => types.has(type));
      const gaps = communes
        .filter(isGap)
        .flatMap(({ longitude, latitude }): Point[] =>
          longitude === null || latitude === null ? [] : [[longitude, latitude]],
        );
      const measure = (here: (commune: CentreRow) => boolean, points: Point[]) =>
        nearestDistances(
          communes.map((commune) => ({ ...commune, present: here(commune) })),
          points,
        );
      return {
        services: measure(({ types: own }) => own.includes(type), (await places).get(type) ?? []),
        gaps: measure(isGap, gaps),
      };
    });
    columns.set(type, column);
    previous = column;
  }
}
