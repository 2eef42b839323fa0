import type { TerritoryCard } from '@ancrage/subgraph';
import type { HouseholdLinks } from '../household/household-links.js';

/** What writing to a household takes: who the territory is, and the links by which the household answers. */
export interface RegistrationPost {
  card: TerritoryCard;
  links: HouseholdLinks;
}
