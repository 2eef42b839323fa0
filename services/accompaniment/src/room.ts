import type { HouseholdLinks } from './household/household-links.js';
import type { AskNeighbour } from './neighbour/ask-neighbour.js';

/** What resolvers need besides the request. */
export interface SchemaParts {
  links: HouseholdLinks;
  /** By which requests of one person are recognised: their address itself is not kept. */
  personSecret: string;
  /** How other services are asked with the viewer's own rights. */
  askNeighbour: AskNeighbour;
}

/** What one folder adds to the schema: its resolvers, and those of them that come ready made. */
export interface Room {
  // biome-ignore lint/complexity/noBannedTypes: type-graphql takes classes of any shape.
  resolvers: Function[];
  made: (parts: SchemaParts) => object[];
}
