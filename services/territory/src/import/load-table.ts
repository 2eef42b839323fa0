import type pg from 'pg';
import { summariseOffer } from '../territory/offer-summary.js';
import { communePlacer } from './communes.js';
import { copyRows } from './copy-rows.js';
import type { Dataset, DatasetLayout, Merged } from './dataset.js';
import type { ImportedTerritory, ImportJob, ImportOutcome } from './import-job.js';
import { ImportRefusedError } from './import-refused.js';
import { type ReadRows, readRows } from './read-rows.js';
import { reject } from './rejection.js';
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
  const rows = readRows(table, rejected, {
    placeCommune: communes.place,
    context: {
      idSpace: `${dataset.name}|${territory.id}`,
      bounds: territory.bounds,
      reserved: await reservedTypes(client, territory.id, dataset),
    },
    signal,
  });
  await copyRows(client, dataset.target, rows.batches);
  const { read, outside, knownBetter, staged } = rows.counts;
  if (read === 0) throw new ImportRefusedError('file: it has a header and no row');
  for (const statement of dataset.target.separate) await client.query(statement);
  for await (const line of selectRepeated(client))
    rejected.add(line, reject('DUPLICATE', 'an earlier row is the same'));
  const vintage = job.vintage ?? rows.vintage ?? vintageOfName(job.source.name) ?? 'unknown';
  // A file that says nothing of the territory is no reason to forget what is known.
  const merged =
    staged > 0
      ? await merge(client, job, { vintage, rows, departments: [...communes.departments] })
      : { imported: 0, unchanged: 0, removed: 0 };
  return {
    counts: {
      read,
      imported: merged.imported,
      unchanged: merged.unchanged + knownBetter,
      rejected: rejected.count,
      outside,
    },
    removed: merged.removed,
    changes: merged.changes ?? [],
    layout: table.layout.title,
    vintage,
    examples: rejected.examples,
  };
}

interface Loaded {
  vintage: string;
  rows: ReadRows;
  departments: readonly string[];
}

async function merge(
  client: pg.ClientBase,
  { dataset, source, territoryId }: ImportJob,
  { vintage, rows, departments }: Loaded,
): Promise<Merged> {
  const sourceId = sourceIdOf(dataset, territoryId, vintage);
  await removeDemonstration(client, territoryId);
  const reserved = await state(client, dataset, { territoryId, sourceId, vintage, departments });
  const merged = await dataset.target.merge(client, {
    territoryId,
    sourceId,
    vintage,
    types: dataset.types ?? [],
  });
  const exhaustiveTypes = dataset.types ?? rows.exhaustiveTypes();
  await storeSource(client, {
    sourceId,
    territoryId,
    dataset,
    checksum: source.checksum(),
    url: source.url,
    vintage,
    exhaustiveTypes,
  });
  await summariseOffer(client, territoryId);
  return { ...merged, unchanged: merged.unchanged + reserved };
}

/** States what the file says, then leaves to better lists the rows that they show; gives how many. */
async function state(
  client: pg.ClientBase,
  { target }: Dataset,
  stated: Omit<Parameters<typeof stateOffer>[1], 'counted'>,
): Promise<number> {
  if (!target.counted) return 0;
  await client.query(`create temp table import_counted on commit drop as ${target.counted}`);
  await stateOffer(client, { ...stated, counted: 'select * from import_counted' });
  if (!('reserved' in target.columns)) return 0;
  return (await client.query('delete from import_row where reserved')).rowCount ?? 0;
}

/** The day, or the year, that producers put in the name of a file, when nothing inside tells its edition. */
function vintageOfName(name: string): string | null {
  const [, year, month, day] = /(20\d{2})-?([01]\d)-?([0-3]\d)/.exec(name) ?? [];
  return year ? `${year}-${month}-${day}` : (/(?<!\d)20\d{2}(?!\d)/.exec(name)?.[0] ?? null);
}

/** Fetched piece by piece: a file may hold nothing but repetitions. */
async function* selectRepeated(client: pg.ClientBase): AsyncGenerator<number> {
  await client.query('declare repeated cursor for select line from import_repeated order by line');
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 10000 from repeated');
    for (const { line } of rows) yield Number(line);
    if (rows.length === 0) break;
  }
  await client.query('close repeated');
}
