import { fileURLToPath } from 'node:url';
import { asSuperuser } from '@ancrage/postgres/databases';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import pg from 'pg';
import { DATASETS } from '../../dist/import/datasets/index.js';
import { type ImportOutcome, type ImportRequest, importDataset } from '../../dist/import/import-dataset.js';
import type { ImportJob } from '../../dist/import/import-job.js';
import { RejectedRows } from '../../dist/import/rejected-rows.js';
import { runImport } from '../../dist/import/run-import.js';
import { openSource } from '../../dist/import/source/open-source.js';
import { createTerritory } from '../../dist/territory/create-territory.js';
import { PFHA } from '../story.js';

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

export interface Importing {
  database: TestDatabase;
  territoryId: string;
  run(dataset: string, location: string, options?: Partial<ImportRequest>): Promise<ImportOutcome>;
  /** Over the connection of the service, as a member of the territory. */
  runAs(role: ImportJob['role'], dataset: string, location: string): Promise<ImportOutcome>;
  rows<Row>(sql: string): Promise<Row[]>;
}

export const SLUG = 'pays-de-foix-haute-ariege';

/** A territory without data, and importers that fill it. */
export async function importing(): Promise<Importing> {
  const database = await createTestDatabase('territory');
  const { id } = await createTerritory(database.ownerUrl, PFHA, null);
  return {
    database,
    territoryId: id,
    run: (name, location, options = {}) =>
      importDataset(database.ownerUrl, { dataset: datasetOf(name), location, territory: SLUG, ...options }),
    async runAs(role, name, location) {
      const client = new pg.Client({ connectionString: database.appUrl });
      await client.connect();
      const { signal } = new AbortController();
      const source = await openSource(location, signal);
      const rejected = new RejectedRows(null);
      return runImport(client, {
        dataset: datasetOf(name),
        source,
        territoryId: id,
        role,
        rejected,
        signal,
      }).finally(() => client.end());
    },
    rows: (sql) =>
      asSuperuser(database.superuserUrl, async (client) => (await client.query(sql)).rows as never),
  };
}

function datasetOf(name: string) {
  const dataset = DATASETS.find((each) => each.name === name);
  if (!dataset) throw new Error(`no dataset ${name}`);
  return dataset;
}
