import { LinkSigner } from '@ancrage/post/link';
import type { SubgraphContext } from '@ancrage/subgraph';
import { buildFederatedSchema, type FederatedSchema, resolversWith } from '@ancrage/subgraph/schema';
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

/** What some resolvers need besides the request. */
export interface SchemaParts {
  /** Signs the links by which people tend their entry. */
  signer: LinkSigner;
}

/** What the links of entries are signed for. */
export const ENTRY_LINKS = 'ancrage entry link 1';

/** Describes the schema to whoever serves nobody. */
const NOTHING: SchemaParts = { signer: new LinkSigner('', ENTRY_LINKS) };

/** Entities that this subgraph only adds to are found by their key alone, so they need no resolver. */
export function createSchema(_parts: SchemaParts = NOTHING): Promise<FederatedSchema> {
  return buildFederatedSchema(
    {
      // Resolvers that sign links or send e-mails are made here, with the parts that they need.
      container: resolversWith(),
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
