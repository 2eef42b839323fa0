import type { SubgraphContext } from '@ancrage/subgraph';
import { Args, Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { Commune } from '../references.js';
import { DiscoverySession } from '../session/discovery-session.entity.js';
import { loadSession } from '../session/session.queries.js';
import { OwnSponsorship } from '../sponsorship/own-sponsorship.js';
import { selectSponsorshipsOf } from '../sponsorship/own-sponsorship.queries.js';
import { HouseholdMessageNode, OwnDocument, OwnFollowUp, OwnNextRegistration } from './own-parts.js';
import {
  selectNextRegistration,
  selectOwnDocuments,
  selectOwnFollowUps,
  selectOwnMessages,
} from './own-parts.queries.js';
import { OwnInstallation, OwnProject, OwnStep, ProjectTokenArguments } from './own-project.js';
import { selectOwnInstallation, selectOwnProject, selectOwnSteps } from './own-project.queries.js';
import { householdOf } from './project-holder.js';

@Resolver(() => OwnProject)
export class OwnProjectResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => OwnProject, {
    nullable: true,
    description:
      'The page of the household that a link opens; null when the link is none, or the household is known no more.',
  })
  async ownProject(
    @Args(() => ProjectTokenArguments) { token }: ProjectTokenArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnProject | null> {
    const prospectId = await householdOf(context, this.links, token);
    return prospectId ? selectOwnProject(context, prospectId) : null;
  }

  @FieldResolver(() => OwnInstallation, { nullable: true, description: 'Null while nothing is planned.' })
  installation(@Root() { prospectId }: OwnProject, @Ctx() context: SubgraphContext) {
    return selectOwnInstallation(context, prospectId);
  }

  @FieldResolver(() => [OwnDocument], { description: 'Shared with them or sent by them, newest first.' })
  documents(@Root() { prospectId }: OwnProject, @Ctx() context: SubgraphContext): Promise<OwnDocument[]> {
    return selectOwnDocuments(context, prospectId);
  }

  @FieldResolver(() => [HouseholdMessageNode], {
    description: 'Their thread with the team, the first one first.',
  })
  messages(
    @Root() { prospectId }: OwnProject,
    @Ctx() context: SubgraphContext,
  ): Promise<HouseholdMessageNode[]> {
    return selectOwnMessages(context, prospectId);
  }

  @FieldResolver(() => [OwnFollowUp], {
    description: 'What is asked 6 and 12 months after they moved in, once due.',
  })
  followUps(@Root() { prospectId }: OwnProject, @Ctx() context: SubgraphContext): Promise<OwnFollowUp[]> {
    return selectOwnFollowUps(context, prospectId);
  }

  @FieldResolver(() => [OwnSponsorship], {
    description: 'Who is proposed to them or goes along with them; the last that ended where none is open.',
  })
  sponsorships(
    @Root() { prospectId }: OwnProject,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnSponsorship[]> {
    return selectSponsorshipsOf(context, prospectId);
  }

  @FieldResolver(() => OwnNextRegistration, { nullable: true })
  async nextRegistration(
    @Root() { prospectId }: OwnProject,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnNextRegistration | null> {
    const next = await selectNextRegistration(context, prospectId);
    return next && { sessionId: next.sessionId, token: this.links.tokenOf('REGISTRATION', next.id) };
  }
}

@Resolver(() => OwnNextRegistration)
export class OwnNextRegistrationResolver {
  @FieldResolver(() => DiscoverySession, { nullable: true, description: 'Null while it is a draft again.' })
  session(@Root() { sessionId }: OwnNextRegistration, @Ctx() context: SubgraphContext) {
    return loadSession(context, sessionId);
  }
}

@Resolver(() => OwnInstallation)
export class OwnInstallationResolver {
  @FieldResolver(() => Commune, { nullable: true, description: 'Where; null while nobody said.' })
  commune(@Root() { communeCode }: OwnInstallation): Commune | null {
    return communeCode === null ? null : { code: communeCode };
  }

  @FieldResolver(() => [OwnStep], {
    description:
      'What is to come and what was done, in order. Steps without words for the household are not among them.',
  })
  steps(@Root() own: OwnInstallation, @Ctx() context: SubgraphContext): Promise<OwnStep[]> {
    return selectOwnSteps(context, own);
  }
}
