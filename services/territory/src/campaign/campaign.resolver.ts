import type { LinkSigner } from '@ancrage/post/link';
import type { SubgraphContext } from '@ancrage/subgraph';
import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { STAFF, WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../commune/commune.js';
import { loadCommune } from '../commune/commune.queries.js';
import { InvitationsArguments } from './campaign.input.js';
import {
  InvitationConnection,
  InvitationNode,
  VerificationCampaignConnection,
  VerificationCampaignNode,
} from './campaign.js';
import { loadCampaign, selectCampaigns, selectInvitations } from './campaign.queries.js';
import { verificationPath } from './verification-link.js';

@Resolver(() => VerificationCampaignNode)
export class CampaignResolver {
  @Query(() => VerificationCampaignConnection, {
    description: 'Verification campaigns, newest first. Members only.',
  })
  verificationCampaigns(
    @Args(() => ConnectionArguments) { first, after }: ConnectionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<VerificationCampaignConnection> {
    context.requireRole(...STAFF);
    return selectCampaigns(context, first, after);
  }

  @Query(() => VerificationCampaignNode, { nullable: true, description: 'One campaign. Members only.' })
  verificationCampaign(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...STAFF);
    return loadCampaign(context, id);
  }

  @FieldResolver(() => InvitationConnection, { description: 'The communes invited, by name.' })
  invitations(
    @Root() { id }: VerificationCampaignNode,
    @Args(() => InvitationsArguments) page: InvitationsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<InvitationConnection> {
    return selectInvitations(context, id, page);
  }
}

@Resolver(() => InvitationNode)
export class InvitationResolver {
  constructor(private readonly signer: LinkSigner) {}

  @FieldResolver(() => Commune)
  commune(@Root() { communeCode }: InvitationNode, @Ctx() context: SubgraphContext): Promise<Commune | null> {
    return loadCommune(context, communeCode);
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'Path of the page that answers, on the territory’s site. Whoever has it answers for the commune: agents only.',
  })
  link(@Root() { id }: InvitationNode, @Ctx() context: SubgraphContext): string | null {
    return (WRITERS as readonly string[]).includes(context.scope.role)
      ? verificationPath(this.signer, id)
      : null;
  }
}
