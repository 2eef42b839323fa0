import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { Migration20261123060034_first_tables } from './Migration20261123060034_first_tables.js';
import { Migration20261123060100_grants_and_figures } from './Migration20261123060100_grants_and_figures.js';
import { Migration20261123073343_partial_coverage } from './Migration20261123073343_partial_coverage.js';

/** Every migration, oldest first. */
export const MIGRATIONS: DatabaseDefinition['migrations'] = [
  Migration20261123060034_first_tables,
  Migration20261123060100_grants_and_figures,
  Migration20261123073343_partial_coverage,
];
