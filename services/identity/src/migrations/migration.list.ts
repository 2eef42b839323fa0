import { Migration20261123055028_initial } from './Migration20261123055028_initial.js';

/** Every migration, oldest first. An applied one is never edited. */
export const MIGRATIONS = [Migration20261123055028_initial];
