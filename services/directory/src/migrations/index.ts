import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { Migration20261123060500_first_tables } from './Migration20261123060500_first_tables.js';
import { Migration20261123060600_publication } from './Migration20261123060600_publication.js';
import { Migration20261123060700_search } from './Migration20261123060700_search.js';
import { Migration20261123060800_figures } from './Migration20261123060800_figures.js';
import { Migration20261123060900_grants } from './Migration20261123060900_grants.js';
import { Migration20261123122039_directory_of_solos } from './Migration20261123122039_directory_of_solos.js';
import { Migration20261123122100_directory_bonds } from './Migration20261123122100_directory_bonds.js';
import { Migration20261123123627_personal_data } from './Migration20261123123627_personal_data.js';
import { Migration20261123123700_personal_data_grants } from './Migration20261123123700_personal_data_grants.js';
import { Migration20261123123735_entry_locale } from './Migration20261123123735_entry_locale.js';
import { Migration20261123124447_held_message } from './Migration20261123124447_held_message.js';
import { Migration20261123124500_search_terms } from './Migration20261123124500_search_terms.js';
import { Migration20261123124719_pipeline_access } from './Migration20261123124719_pipeline_access.js';
import { Migration20261123125016_letter_post } from './Migration20261123125016_letter_post.js';
import { Migration20261123130105_upkeep } from './Migration20261123130105_upkeep.js';
import { Migration20261123130200_upkeep_rights } from './Migration20261123130200_upkeep_rights.js';
import { Migration20261123155417_letter_dress } from './Migration20261123155417_letter_dress.js';
import { Migration20261123190500_erase_territory } from './Migration20261123190500_erase_territory.js';
import { Migration20261123190600_region_solo_changes } from './Migration20261123190600_region_solo_changes.js';
import { Migration20261123221300_letters_wait } from './Migration20261123221300_letters_wait.js';

/** Every migration, oldest first. */
export const MIGRATIONS: DatabaseDefinition['migrations'] = [
  Migration20261123060500_first_tables,
  Migration20261123060600_publication,
  Migration20261123060700_search,
  Migration20261123060800_figures,
  Migration20261123060900_grants,
  Migration20261123122039_directory_of_solos,
  Migration20261123122100_directory_bonds,
  Migration20261123123627_personal_data,
  Migration20261123123700_personal_data_grants,
  Migration20261123123735_entry_locale,
  Migration20261123124719_pipeline_access,
  Migration20261123125016_letter_post,
  Migration20261123124447_held_message,
  Migration20261123124500_search_terms,
  Migration20261123130105_upkeep,
  Migration20261123130200_upkeep_rights,
  Migration20261123155417_letter_dress,
  Migration20261123190600_region_solo_changes,
  Migration20261123190500_erase_territory,
  Migration20261123221300_letters_wait,
];
