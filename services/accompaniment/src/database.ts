import { fileURLToPath } from 'node:url';
import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { Installation } from './installation/installation.entity.js';
import { MIGRATIONS } from './migrations/index.js';
import { Prospect } from './prospect/prospect.entity.js';
import { Registration } from './registration/registration.entity.js';
import { DiscoverySession } from './session/discovery-session.entity.js';

export const DATABASE: DatabaseDefinition = {
  service: 'accompaniment',
  entities: [DiscoverySession, Registration, Prospect, Installation],
  migrations: MIGRATIONS,
  migrationsPath: fileURLToPath(new URL('../src/migrations', import.meta.url)),
};
