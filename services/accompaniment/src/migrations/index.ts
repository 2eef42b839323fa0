import type { DatabaseDefinition } from '@ancrage/subgraph/database';
import { Migration20261123061500_first_tables } from './Migration20261123061500_first_tables.js';
import { Migration20261123061600_seats } from './Migration20261123061600_seats.js';
import { Migration20261123061700_figures } from './Migration20261123061700_figures.js';
import { Migration20261123061800_grants } from './Migration20261123061800_grants.js';
import { Migration20261123093000_children_arrived } from './Migration20261123093000_children_arrived.js';
import { Migration20261123151130_detection } from './Migration20261123151130_detection.js';
import { Migration20261123151200_detection_bonds } from './Migration20261123151200_detection_bonds.js';
import { Migration20261123154500_promotion_figures } from './Migration20261123154500_promotion_figures.js';
import { Migration20261123155200_trail_order } from './Migration20261123155200_trail_order.js';
import { Migration20261123155301_letters_on_their_way } from './Migration20261123155301_letters_on_their_way.js';
import { Migration20261123155500_household_moves } from './Migration20261123155500_household_moves.js';
import { Migration20261123183223_welcome } from './Migration20261123183223_welcome.js';
import { Migration20261123183300_welcome_bonds } from './Migration20261123183300_welcome_bonds.js';
import { Migration20261123185532_snapshot_withdrawal } from './Migration20261123185532_snapshot_withdrawal.js';
import { Migration20261123190219_sponsor_cards } from './Migration20261123190219_sponsor_cards.js';
import { Migration20261123190300_sponsor_bonds } from './Migration20261123190300_sponsor_bonds.js';
import { Migration20261123190500_erase_territory } from './Migration20261123190500_erase_territory.js';
import { Migration20261123190500_region_changes } from './Migration20261123190500_region_changes.js';
import { Migration20261123191806_contributor_steps } from './Migration20261123191806_contributor_steps.js';
import { Migration20261123192500_indicator_figures } from './Migration20261123192500_indicator_figures.js';
import { Migration20261123192600_person_requests_due } from './Migration20261123192600_person_requests_due.js';
import { Migration20261123193000_protocol_models } from './Migration20261123193000_protocol_models.js';
import { Migration20261123221300_letters_wait } from './Migration20261123221300_letters_wait.js';
import { Migration20261124025929_member_following } from './Migration20261124025929_member_following.js';

/** Every migration, oldest first. */
export const MIGRATIONS: DatabaseDefinition['migrations'] = [
  Migration20261123061500_first_tables,
  Migration20261123061600_seats,
  Migration20261123061700_figures,
  Migration20261123061800_grants,
  Migration20261123093000_children_arrived,
  Migration20261123151130_detection,
  Migration20261123151200_detection_bonds,
  Migration20261123154500_promotion_figures,
  Migration20261123155200_trail_order,
  Migration20261123155301_letters_on_their_way,
  Migration20261123155500_household_moves,
  Migration20261123183223_welcome,
  Migration20261123183300_welcome_bonds,
  Migration20261123185532_snapshot_withdrawal,
  Migration20261123190219_sponsor_cards,
  Migration20261123190300_sponsor_bonds,
  Migration20261123190500_region_changes,
  Migration20261123191806_contributor_steps,
  Migration20261123192500_indicator_figures,
  Migration20261123192600_person_requests_due,
  Migration20261123193000_protocol_models,
  Migration20261123190500_erase_territory,
  Migration20261123221300_letters_wait,
  Migration20261124025929_member_following,
];
