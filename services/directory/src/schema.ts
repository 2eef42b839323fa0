import type { SubgraphContext } from '@ancrage/subgraph';
import { buildFederatedSchema, type FederatedSchema } from '@ancrage/subgraph/schema';
import { CommuneResolver } from './commune/commune.resolver.js';
import { RecordConsentResolver } from './consent/record-consent.resolver.js';
import { RegionFiguresResolver, TerritoryFiguresResolver } from './figures/figures.resolver.js';
import { MessageResolver } from './message/message.resolver.js';
import { IdentifyResolver } from './pipeline/identify.resolver.js';
import { MoveResolver } from './pipeline/move.resolver.js';
import { SoloRecordResolver } from './pipeline/solo-record.resolver.js';
import { StageResolver } from './pipeline/stage.resolver.js';
import { Region, Territory } from './references.js';
import { loadSolo } from './solo/solo.queries.js';
import { SoloConnectionResolver, SoloResolver } from './solo/solo.resolver.js';
import { SuggestionResolver } from './suggestion/suggestion.resolver.js';

/** Entities that this subgraph only adds to are found by their key alone, so they need no resolver. */
export function createSchema(): Promise<FederatedSchema> {
  return buildFederatedSchema(
    {
      resolvers: [
        SoloResolver,
        MessageResolver,
        SoloConnectionResolver,
        SuggestionResolver,
        CommuneResolver,
        TerritoryFiguresResolver,
        RegionFiguresResolver,
        StageResolver,
        SoloRecordResolver,
        IdentifyResolver,
        MoveResolver,
        RecordConsentResolver,
      ],
      orphanedTypes: [Territory, Region],
    },
    { Solo: ({ id }: { id: string }, context: SubgraphContext) => loadSolo(context, id) },
  );
}
