import { Migration20261123055028_initial } from './Migration20261123055028_initial.js';
import { Migration20261123190500_erase_territory } from './Migration20261123190500_erase_territory.js';
import { Migration20261123222749_key_maker } from './Migration20261123222749_key_maker.js';

/** Every migration, oldest first. An applied one is never edited. */
export const MIGRATIONS = [
  Migration20261123055028_initial,
  Migration20261123190500_erase_territory,
  Migration20261123222749_key_maker,
];
