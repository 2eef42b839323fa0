import type { SubgraphContext } from '@ancrage/subgraph';
import { buildFederatedSchema, type FederatedSchema } from '@ancrage/subgraph/schema';
import { CommuneResolver } from './commune/commune.resolver.js';
import { RegionFiguresResolver } from './figures/region-figures.resolver.js';
import { TerritoryFiguresResolver } from './figures/territory-figures.resolver.js';
import { Region, Territory } from './references.js';
import { loadSession } from './session/session.queries.js';
import { SessionConnectionResolver, SessionResolver } from './session/session.resolver.js';
import { SessionCapacityResolver } from './session/session-capacity.resolver.js';
import { SessionSeatsResolver } from './session/session-seats.resolver.js';
import { TerritoryResolver } from './territory/territory.resolver.js';

/** Entities that this subgraph only adds to are found by their key alone, so they need no resolver. */
export function createSchema(): Promise<FederatedSchema> {
  return buildFederatedSchema(
    {
      resolvers: [
        SessionResolver,
        SessionConnectionResolver,
        SessionCapacityResolver,
        SessionSeatsResolver,
        CommuneResolver,
        TerritoryResolver,
        TerritoryFiguresResolver,
        RegionFiguresResolver,
      ],
      orphanedTypes: [Territory, Region],
    },
    { DiscoverySession: ({ id }: { id: string }, context: SubgraphContext) => loadSession(context, id) },
  );
}
