import { resolve } from 'node:path';
import pg from 'pg';
import type { Dataset } from './dataset.js';
import type { ImportJob, ImportOutcome } from './import-job.js';
import { ImportRefusedError } from './import-refused.js';
import { openErrors, RejectedRows } from './rejected-rows.js';
import { runImport } from './run-import.js';
import { openSource } from './source/open-source.js';

export type { ImportCounts, ImportOutcome } from './import-job.js';

/** What the operator asks for. */
export interface ImportRequest
  extends Partial<Pick<ImportJob, 'vintage' | 'dryRun' | 'signal' | 'onProgress'>> {
  dataset: Dataset;
  /** Path of a file, or address of a public one. */
  location: string;
  /** Short name of the territory. */
  territory: string;
  /** Where rejected rows are written. */
  errors?: string | undefined;
}

/**
 * Imports an official file into a territory as its operator: all of it, or nothing.
 * @param ownerUrl connection string of the owner of the territory database, migrated
 * @throws ImportRefusedError when the file is not one of the dataset's
 */
export async function importDataset(ownerUrl: string, request: ImportRequest): Promise<ImportOutcome> {
  const { dataset, location, errors, territory, vintage, dryRun, onProgress } = request;
  const signal = request.signal ?? new AbortController().signal;
  if (errors !== undefined && resolve(errors) === resolve(location))
    throw new ImportRefusedError('errors: this would overwrite the file to import');
  const rejected = new RejectedRows(errors === undefined ? null : openErrors(errors));
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const territoryId = await findTerritory(client, territory);
    const source = await openSource(location, signal);
    return await runImport(client, {
      dataset,
      source,
      territoryId,
      role: 'OPERATOR',
      vintage,
      rejected,
      dryRun,
      signal,
      onProgress,
    });
  } finally {
    await rejected.close();
    await client.end();
  }
}

async function findTerritory(client: pg.Client, slug: string): Promise<string> {
  const { rows } = await client.query<{ id: string }>('select id from territory where slug = $1', [slug]);
  const [territory] = rows;
  if (!territory) throw new ImportRefusedError(`territory: ${slug || '(none given)'} does not exist`);
  return territory.id;
}
