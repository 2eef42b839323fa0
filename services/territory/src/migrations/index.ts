import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { Migration20261123060034_first_tables } from './Migration20261123060034_first_tables.js';
import { Migration20261123060100_grants_and_figures } from './Migration20261123060100_grants_and_figures.js';
import { Migration20261123073343_partial_coverage } from './Migration20261123073343_partial_coverage.js';
import { Migration20261123083405_the_offer } from './Migration20261123083405_the_offer.js';
import { Migration20261123083500_offer_grants } from './Migration20261123083500_offer_grants.js';
import { Migration20261123084519_contact_consent } from './Migration20261123084519_contact_consent.js';
import { Migration20261123084730_tile_versions } from './Migration20261123084730_tile_versions.js';
import { Migration20261123084900_qualification_policies } from './Migration20261123084900_qualification_policies.js';
import { Migration20261123085000_effective_facts } from './Migration20261123085000_effective_facts.js';
import { Migration20261123085838_former_communes } from './Migration20261123085838_former_communes.js';
import { Migration20261123091455_fact_events_by_user } from './Migration20261123091455_fact_events_by_user.js';
import { Migration20261123100733_import_runs } from './Migration20261123100733_import_runs.js';
import { Migration20261123155419_mail_sender } from './Migration20261123155419_mail_sender.js';
import { Migration20261123190500_erase_territory } from './Migration20261123190500_erase_territory.js';
import { Migration20261123190700_offer_by_territory } from './Migration20261123190700_offer_by_territory.js';
import { Migration20261123192106_suspension } from './Migration20261123192106_suspension.js';
import { Migration20261123202726_forget_searches } from './Migration20261123202726_forget_searches.js';
import { Migration20261123221710_announce_offer_figures } from './Migration20261123221710_announce_offer_figures.js';
import { Migration20261124033437_facilities_by_the_million } from './Migration20261124033437_facilities_by_the_million.js';

/** Every migration, oldest first. */
export const MIGRATIONS: DatabaseDefinition['migrations'] = [
  Migration20261123060034_first_tables,
  Migration20261123060100_grants_and_figures,
  Migration20261123073343_partial_coverage,
  Migration20261123083405_the_offer,
  Migration20261123083500_offer_grants,
  Migration20261123084519_contact_consent,
  Migration20261123084730_tile_versions,
  Migration20261123084900_qualification_policies,
  Migration20261123085000_effective_facts,
  Migration20261123085838_former_communes,
  Migration20261123091455_fact_events_by_user,
  Migration20261123100733_import_runs,
  Migration20261123155419_mail_sender,
  Migration20261123190700_offer_by_territory,
  Migration20261123190500_erase_territory,
  Migration20261123192106_suspension,
  Migration20261123202726_forget_searches,
  Migration20261123221710_announce_offer_figures,
  Migration20261124033437_facilities_by_the_million,
];
