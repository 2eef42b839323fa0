import type pg from 'pg';
import { summariseOffer } from '../territory/offer-summary.js';
import { communePlacer } from './communes.js';
import { copyRows, createStaging } from './copy-rows.js';
import type { Dataset, DatasetLayout, Merged } from './dataset.js';
import { copyFirstRows } from './first-import.js';
import type { ImportedTerritory, ImportJob, ImportOutcome } from './import-job.js';
import { ImportRefusedError } from './import-refused.js';
import { type ReadRows, readRows } from './read-rows.js';
import { refreshTerritories } from './refresh-territories.js';
import type { Rejection } from './rejection.js';
import { stateOffer } from './state-offer.js';
import { removeDemonstration, reservedTypes, sourceIdOf, storeSource } from './store-source.js';
import type { Table } from './table/read-table.js';

/** Stages the rows of a table that concern the territory, then makes them its own, in the caller's transaction. */
export async function loadTable(
  client: pg.ClientBase,
  job: ImportJob,
  territory: ImportedTerritory,
  table: Table<DatasetLayout>,
): Promise<ImportOutcome> {
  const { dataset, rejected, signal } = job;
  const communes = await communePlacer(client, territory.id);
  const reserved = await reservedTypes(client, territory.id, dataset);
  const rows = readRows(table, rejected, {
    placeCommune: communes.place,
    context: {
      territoryId: territory.id,
      idSpace: `${dataset.name}|${territory.id}`,
      bounds: territory.bounds,
      reserved,
      seen: new Map(),
    },
    signal,
  });
  await createStaging(client, dataset.target);
  const early = await stage(client, job, rows);
  const { read, outside, knownBetter, staged } = rows.counts;
  if (read === 0) throw new ImportRefusedError('file: it has a header and no row');
  for (const statement of dataset.target.separate) await client.query(statement);
  for await (const { line, code, reason } of selectRefused(client))
    rejected.add(Number(line), { code, reason });
  const vintage = job.vintage ?? rows.vintage ?? vintageOfName(job.source.name) ?? 'unknown';
  const former = await client.query<{ vintage: string }>('select vintage from source where id = $1', [
    sourceIdOf(dataset, territory.id, vintage),
  ]);
  // A file that says nothing of the territory is no reason to forget what is known.
  const merged: Merged =
    staged > 0
      ? await merge(client, job, {
          vintage,
          rows,
          departments: [...communes.departments],
          anyReserved: reserved.size > 0,
          early,
        })
      : { imported: 0, unchanged: 0, removed: 0 };
  return {
    counts: {
      read,
      imported: merged.imported,
      unchanged: merged.unchanged + knownBetter,
      rejected: rejected.count,
      outside: outside + (merged.outside ?? 0),
    },
    removed: merged.removed,
    changes: merged.changes ?? [],
    layout: table.layout.title,
    vintage,
    formerVintage: former.rows[0]?.vintage ?? null,
    examples: rejected.examples,
  };
}

interface Loaded {
  vintage: string;
  rows: ReadRows;
  departments: readonly string[];
  /** Whether rows may have been staged that a better list shows. */
  anyReserved: boolean;
  early: number | null;
}

/** Stages the rows; gives how many of a first import are the territory's already, or null. */
async function stage(
  client: pg.ClientBase,
  { dataset, territoryId }: ImportJob,
  { batches }: ReadRows,
): Promise<number | null> {
  const { target, keepsEditions, operatorOnly } = dataset;
  // The edition of a source that keeps them is known when its rows are.
  if (target.early && !keepsEditions && !operatorOnly) {
    const own = { territoryId, sourceId: sourceIdOf(dataset, territoryId, '') };
    const { rows } = await client.query(
      'select from facility where territory_id = $1 and source_id = $2 limit 1',
      [own.territoryId, own.sourceId],
    );
    if (rows.length === 0) return copyFirstRows(client, target, batches, own);
  }
  await copyRows(client, target, batches);
  return null;
}

async function merge(
  client: pg.ClientBase,
  { dataset, source, territoryId }: ImportJob,
  loaded: Loaded,
): Promise<Merged> {
  const { vintage, rows, departments, anyReserved, early } = loaded;
  const sourceId = sourceIdOf(dataset, territoryId, vintage);
  const stored = { sourceId, dataset, checksum: source.checksum(), url: source.url, vintage };
  const types = dataset.types ?? [];
  if (dataset.operatorOnly) {
    const merged = await dataset.target.merge(client, { territoryId, sourceId, vintage, types, early });
    await storeSource(client, { ...stored, territoryId: null, exhaustiveTypes: [] });
    await refreshTerritories(client, territoryId);
    return merged;
  }
  const reserved = await prepare(client, dataset, {
    territoryId,
    sourceId,
    vintage,
    departments,
    anyReserved,
  });
  const merged = await dataset.target.merge(client, { territoryId, sourceId, vintage, types, early });
  if (merged.imported + merged.unchanged + reserved === 0) return merged;
  const exhaustiveTypes = dataset.types ?? rows.exhaustiveTypes();
  await storeSource(client, { ...stored, territoryId, exhaustiveTypes });
  await summariseOffer(client, territoryId);
  return { ...merged, unchanged: merged.unchanged + reserved };
}

/**
 * Ends the demonstration and states what the file says, then leaves to better lists the rows that they show; gives how
 * many.
 */
async function prepare(
  client: pg.ClientBase,
  { target, complements }: Dataset,
  { anyReserved, ...stated }: Omit<Parameters<typeof stateOffer>[1], 'counted'> & { anyReserved: boolean },
): Promise<number> {
  if (!complements) await removeDemonstration(client, stated.territoryId);
  if (!target.counted) return 0;
  await client.query(`create temp table import_counted on commit drop as ${target.counted}`);
  await client.query(
    `create temp table import_former on commit drop as select commune_code as commune, type, count::int
     from offer_statement, jsonb_each_text(counts) as each (type, count)
     where territory_id = ${client.escapeLiteral(stated.territoryId)}
       and source_id = ${client.escapeLiteral(stated.sourceId)} and current`,
  );
  await client.query('analyze import_counted');
  await stateOffer(client, { ...stated, counted: 'select * from import_counted' });
  if (!('reserved' in target.columns) || !anyReserved) return 0;
  return (await client.query('delete from import_row where reserved')).rowCount ?? 0;
}

/** The day, or the year, that producers put in the name of a file, when nothing inside tells its edition. */
function vintageOfName(name: string): string | null {
  const [, year, month, day] = /(20\d{2})-?([01]\d)-?([0-3]\d)/.exec(name) ?? [];
  return year ? `${year}-${month}-${day}` : (/(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0] ?? null);
}

/** Fetched piece by piece: a file may hold nothing but repetitions. */
async function* selectRefused(client: pg.ClientBase): AsyncGenerator<Rejection & { line: string }> {
  await client.query(
    'declare refused cursor for select line, code, reason from import_refused order by line',
  );
  for (;;) {
    const { rows } = await client.query<Rejection & { line: string }>('fetch 10000 from refused');
    yield* rows;
    if (rows.length === 0) break;
  }
  await client.query('close refused');
}
