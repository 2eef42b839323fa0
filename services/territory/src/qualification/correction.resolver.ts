import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import { VerificationCampaignNode } from '../campaign/campaign.js';
import { loadCampaign } from '../campaign/campaign.queries.js';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { CorrectionsArguments } from './correction.input.js';
import { CorrectionConnection, CorrectionNode } from './correction.js';
import { selectCorrections } from './correction.queries.js';
import { Fact } from './fact.js';
import { loadFact } from './fact.queries.js';

@Resolver(() => CorrectionNode)
export class CorrectionResolver {
  @Query(() => CorrectionConnection, {
    description: 'What communes, visitors and members sent about facts, newest first. Members only.',
  })
  corrections(
    @Args(() => CorrectionsArguments) page: CorrectionsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<CorrectionConnection> {
    context.requireRole(...STAFF);
    return selectCorrections(context, page);
  }

  @FieldResolver(() => Commune)
  commune(@Root() { communeCode }: CorrectionNode, @Ctx() context: SubgraphContext): Promise<Commune | null> {
    return loadCommune(context, communeCode);
  }

  @FieldResolver(() => VerificationCampaignNode, { nullable: true, description: 'The campaign it answers.' })
  campaign(@Root() { campaignId }: CorrectionNode, @Ctx() context: SubgraphContext) {
    return campaignId ? loadCampaign(context, campaignId) : null;
  }

  @FieldResolver(() => Fact, { nullable: true, description: 'The fact as it is now; null: about the sheet.' })
  current(@Root() { communeCode, type }: CorrectionNode, @Ctx() context: SubgraphContext) {
    return type ? loadFact(context, communeCode, type.code) : null;
  }
}
