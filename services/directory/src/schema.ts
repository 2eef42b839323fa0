import type { SubgraphContext } from '@ancrage/subgraph';
import { buildFederatedSchema, type FederatedSchema, resolversWith } from '@ancrage/subgraph/schema';
import { AccessListResolver } from './access/access-list.resolver.js';
import { ArrivalResolver } from './arrival/arrival.resolver.js';
import { ArrivalChangeResolver } from './arrival/arrival-change.resolver.js';
import { CommuneResolver } from './commune/commune.resolver.js';
import { RecordConsentResolver } from './consent/record-consent.resolver.js';
import { ContactResolver } from './contact/contact.resolver.js';
import { DepartureResolver } from './departure/departure.resolver.js';
import { SuspensionResolver } from './departure/suspension.resolver.js';
import { DuplicateResolver } from './duplicate/duplicate.resolver.js';
import { MergeResolver } from './duplicate/merge.resolver.js';
import { EntryLinkResolver } from './entry/entry-link.resolver.js';
import { EntryLinks } from './entry/entry-links.js';
import { ObjectionResolver } from './entry/objection.resolver.js';
import { OwnEntryResolver } from './entry/own-entry.resolver.js';
import { RegionFiguresResolver } from './figures/region-figures.resolver.js';
import { TerritoryFiguresResolver } from './figures/territory-figures.resolver.js';
import { SoloImportResolver } from './import/import.resolver.js';
import { DeadLetterResolver } from './letter/dead-letter.resolver.js';
import { MessageResolver } from './message/message.resolver.js';
import { DecideResolver } from './moderation/decide.resolver.js';
import { ModeratedChangeResolver } from './moderation/moderated-change.resolver.js';
import { RefusalReasonResolver } from './moderation/refusal-reason.resolver.js';
import { NetworkResolver } from './network/network.resolver.js';
import { NetworkChangeResolver } from './network/network-change.resolver.js';
import { NetworkExchangeResolver } from './network/network-exchange.resolver.js';
import { NetworkPartResolver } from './network/network-part.resolver.js';
import { OwnDataResolver } from './personal-data/own-data.resolver.js';
import { PersonalDataResolver } from './personal-data/personal-data.resolver.js';
import { RetentionResolver } from './personal-data/retention.resolver.js';
import { IdentifyResolver } from './pipeline/identify.resolver.js';
import { MoveResolver } from './pipeline/move.resolver.js';
import { SoloRecordResolver } from './pipeline/solo-record.resolver.js';
import { StageResolver } from './pipeline/stage.resolver.js';
import { Region, Territory } from './references.js';
import type { SireneSource } from './sirene/establishment.js';
import { SireneResolver } from './sirene/sirene.resolver.js';
import { loadSolo } from './solo/solo.queries.js';
import { SoloConnectionResolver, SoloResolver } from './solo/solo.resolver.js';
import { SoloPictureResolver } from './solo/solo-picture.resolver.js';
import { SuggestionResolver } from './suggestion/suggestion.resolver.js';
import { VocabularyResolver } from './vocabulary/vocabulary.resolver.js';

/** What some resolvers need besides the request. */
export interface SchemaParts {
  /** Signs the links by which people tend their entry, and the sessions that these open. */
  links: EntryLinks;
  /** Where SIRETs are looked up. */
  sirene?: SireneSource | null;
}

/** Describes the schema to whoever serves nobody. */
const NOTHING: SchemaParts = { links: new EntryLinks('') };

/** Entities that this subgraph only adds to are found by their key alone, so they need no resolver. */
export function createSchema({ links, sirene = null }: SchemaParts = NOTHING): Promise<FederatedSchema> {
  return buildFederatedSchema(
    {
      // Resolvers that sign links or send e-mails are made here, with the parts that they need.
      container: resolversWith(
        new ContactResolver(links),
        new SireneResolver(sirene),
        new EntryLinkResolver(links),
        new ObjectionResolver(links),
        new OwnEntryResolver(links),
        new OwnDataResolver(links),
      ),
      resolvers: [
        SoloResolver,
        MessageResolver,
        SoloConnectionResolver,
        SoloPictureResolver,
        SuggestionResolver,
        CommuneResolver,
        TerritoryFiguresResolver,
        RegionFiguresResolver,
        StageResolver,
        SoloRecordResolver,
        IdentifyResolver,
        MoveResolver,
        RecordConsentResolver,
        ContactResolver,
        SoloImportResolver,
        SireneResolver,
        EntryLinkResolver,
        ObjectionResolver,
        OwnEntryResolver,
        VocabularyResolver,
        ModeratedChangeResolver,
        DecideResolver,
        RefusalReasonResolver,
        NetworkResolver,
        NetworkChangeResolver,
        NetworkPartResolver,
        NetworkExchangeResolver,
        ArrivalResolver,
        ArrivalChangeResolver,
        DuplicateResolver,
        MergeResolver,
        PersonalDataResolver,
        RetentionResolver,
        OwnDataResolver,
        AccessListResolver,
        DeadLetterResolver,
        DepartureResolver,
        SuspensionResolver,
      ],
      orphanedTypes: [Territory, Region],
    },
    { Solo: ({ id }: { id: string }, context: SubgraphContext) => loadSolo(context, id) },
  );
}
