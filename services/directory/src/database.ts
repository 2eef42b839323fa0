import { fileURLToPath } from 'node:url';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { Consent } from './consent/consent.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { Solo } from './solo/solo.entity.js';

export const DATABASE: DatabaseDefinition = {
  service: 'directory',
  entities: [Solo, Consent],
  migrations: MIGRATIONS,
  migrationsPath: fileURLToPath(new URL('../src/migrations', import.meta.url)),
};
