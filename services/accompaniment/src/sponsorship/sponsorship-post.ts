import type { Scope, TerritoryCard } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import type { HouseholdLinks } from '../household/household-links.js';
import type { SponsorshipSide } from './sponsorship-status.js';

/** Whose page letters lead to, and in whose name they are written. */
export interface SponsorshipPost {
  card: TerritoryCard;
  links: HouseholdLinks;
}

/** Who works on sponsorships, and on whose behalf. */
export interface SponsorshipWork {
  connection: Connection;
  /** A member's, or the territory's own for somebody whom a link made known. */
  scope: Scope;
  /** Whose doing it is, for the timeline. */
  actor: Scope;
  side: SponsorshipSide;
  post: SponsorshipPost;
}
