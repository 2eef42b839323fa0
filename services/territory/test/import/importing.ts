import { fileURLToPath } from 'node:url';
import { asSuperuser } from '@ancrage/postgres/databases';
import { createTestDatabase, type TestDatabase } from '@ancrage/testing/database';
import { DATASETS } from '../../dist/import/datasets/index.js';
import { type ImportOutcome, type ImportRequest, importDataset } from '../../dist/import/import-dataset.js';
import { createTerritory } from '../../dist/territory/create-territory.js';
import { PFHA } from '../story.js';

export const fixture = (name: string): string =>
  fileURLToPath(new URL(`./fixtures/${name}`, import.meta.url));

export interface Importing {
  database: TestDatabase;
  territoryId: string;
  run(dataset: string, location: string, options?: Partial<ImportRequest>): Promise<ImportOutcome>;
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
    run: (name, location, options = {}) => {
      const dataset = DATASETS.find((each) => each.name === name);
      if (!dataset) throw new Error(`no dataset ${name}`);
      return importDataset(database.ownerUrl, { dataset, location, territory: SLUG, ...options });
    },
    rows: (sql) =>
      asSuperuser(database.superuserUrl, async (client) => (await client.query(sql)).rows as never),
  };
}
