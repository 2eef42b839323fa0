import { resolve } from 'node:path';
import pg from 'pg';
import type { Bounds } from '../contour/bounds.js';
import { actAsOperator, inTransaction } from '../territory/create-territory.js';
import { summariseOffer } from '../territory/offer-summary.js';
import { communePlacer } from './communes.js';
import { copyRows } from './copy-rows.js';
import type { Dataset, DatasetLayout, Merged } from './dataset.js';
import { otherLayouts } from './datasets/index.js';
import { ImportRefusedError } from './import-refused.js';
import { readRows } from './read-rows.js';
import { RejectedRows } from './rejected-rows.js';
import { reject } from './rejection.js';
import { type FileSource, openSource } from './source/open-source.js';
import { removeDemonstration, reservedTypes, sourceIdOf, storeSource } from './store-source.js';
import { readTable, type Table } from './table/read-table.js';

export interface ImportRequest {
  dataset: Dataset;
  /** Path of a file, or address of a public one. */
  location: string;
  territory: string;
  /** Edition of the data, when the file does not tell. */
  vintage?: string | undefined;
  /** Where rejected rows are written. */
  errors?: string | undefined;
  /** Does everything, then undoes it. */
  dryRun?: boolean;
  signal?: AbortSignal;
  onProgress?: (bytes: number, total: number | null) => void;
}

export interface ImportCounts {
  read: number;
  imported: number;
  unchanged: number;
  rejected: number;
  outside: number;
}

export interface ImportOutcome {
  counts: ImportCounts;
  removed: number;
  layout: string;
  vintage: string;
  examples: RejectedRows['examples'];
}

class DryRunEnded extends Error {}

/**
 * Imports an official file into a territory: all of it in one transaction, or nothing.
 * @param ownerUrl connection string of the owner of the territory database, migrated
 * @throws ImportRefusedError when the file is not one of the dataset's
 */
export async function importDataset(ownerUrl: string, request: ImportRequest): Promise<ImportOutcome> {
  const signal = request.signal ?? new AbortController().signal;
  if (request.errors !== undefined && resolve(request.errors) === resolve(request.location))
    throw new ImportRefusedError('errors: this would overwrite the file to import');
  const rejected = new RejectedRows(request.errors);
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  let outcome: ImportOutcome | undefined;
  try {
    await inTransaction(client, async () => {
      const territory = await lockTerritory(client, request.territory);
      const source = await openSource(request.location, signal);
      const layouts = request.dataset.layouts;
      const bytes = watched(source, request.onProgress);
      const table = await readTable(bytes, layouts, otherLayouts(request.dataset));
      outcome = await load(client, request, territory, source, table, rejected, signal);
      signal.throwIfAborted();
      if (request.dryRun) throw new DryRunEnded();
    });
  } catch (error) {
    if (signal.aborted) throw new ImportRefusedError('cancelled');
    if (!(error instanceof DryRunEnded)) throw error;
  } finally {
    await rejected.close();
    await client.end();
  }
  return outcome as ImportOutcome;
}

interface LockedTerritory {
  id: string;
  bounds: Bounds;
}

/** One import of a territory at a time: a second one waits, then compares with what the first left. */
async function lockTerritory(client: pg.Client, slug: string): Promise<LockedTerritory> {
  await client.query("select pg_advisory_xact_lock(hashtext('ancrage import ' || $1))", [slug]);
  const { rows } = await client.query<LockedTerritory>('select id, bounds from territory where slug = $1', [
    slug,
  ]);
  const [territory] = rows;
  if (!territory) throw new ImportRefusedError(`territory: ${slug || '(none given)'} does not exist`);
  await actAsOperator(client, territory.id);
  // Sorts and joins of a large file stay in the server's memory.
  await client.query("set local work_mem = '192MB'");
  return territory;
}

async function* watched(source: FileSource, onProgress: ImportRequest['onProgress']): AsyncGenerator<Buffer> {
  let bytes = 0;
  for await (const chunk of source.bytes) {
    bytes += chunk.length;
    onProgress?.(bytes, source.size);
    yield chunk;
  }
}

async function load(
  client: pg.Client,
  { dataset, vintage }: ImportRequest,
  territory: LockedTerritory,
  source: FileSource,
  table: Table<DatasetLayout>,
  rejected: RejectedRows,
  signal: AbortSignal,
): Promise<ImportOutcome> {
  const rows = readRows(table, rejected, {
    placeCommune: await communePlacer(client, territory.id),
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
  const edition = vintage ?? rows.vintage ?? vintageOfName(source.name) ?? 'unknown';
  let merged: Merged = { imported: 0, unchanged: 0, removed: 0 };
  // A file that says nothing of the territory is no reason to forget what is known.
  if (staged > 0) {
    const sourceId = sourceIdOf(dataset, territory.id, edition);
    await removeDemonstration(client, territory.id);
    merged = await dataset.target.merge(client, {
      territoryId: territory.id,
      sourceId,
      types: dataset.types ?? [],
    });
    const exhaustiveTypes = dataset.types ?? rows.exhaustiveTypes();
    await storeSource(client, {
      sourceId,
      territoryId: territory.id,
      dataset,
      source,
      edition,
      exhaustiveTypes,
    });
    await summariseOffer(client, territory.id);
  }
  return {
    counts: {
      read,
      imported: merged.imported,
      unchanged: merged.unchanged + knownBetter,
      rejected: rejected.count,
      outside,
    },
    removed: merged.removed,
    layout: table.layout.title,
    vintage: edition,
    examples: rejected.examples,
  };
}

/** The day that producers put in the name of a file, when nothing inside tells its edition. */
function vintageOfName(name: string): string | null {
  const [, year, month, day] = /(20\d{2})-?([01]\d)-?([0-3]\d)/.exec(name) ?? [];
  return year ? `${year}-${month}-${day}` : null;
}

/** Fetched piece by piece: a file may hold nothing but repetitions. */
async function* selectRepeated(client: pg.Client): AsyncGenerator<number> {
  await client.query('declare repeated cursor for select line from import_repeated order by line');
  for (;;) {
    const { rows } = await client.query<{ line: string }>('fetch 10000 from repeated');
    for (const { line } of rows) yield Number(line);
    if (rows.length === 0) break;
  }
  await client.query('close repeated');
}
