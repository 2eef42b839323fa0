import type { SubgraphContext } from '@ancrage/subgraph';
import { Arg, Args, Ctx, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { householdUserId } from '../household/own-household.js';
import {
  AnswerSponsorshipArguments,
  EndOwnSponsorshipArguments,
  OwnSponsorshipArguments,
} from './own-sponsorship.input.js';
import { OwnSponsorshipResult } from './own-sponsorship.js';
import { selectSponsorshipsOf } from './own-sponsorship.queries.js';
import { type OwnRefusal, takeOwnStep } from './own-step.js';
import { answering, ending, noting } from './own-steps.js';
import { SponsorshipContactInput } from './sponsorship.input.js';
import { SponsorshipSide } from './sponsorship-status.js';

/** What a household does about its sponsor, by the link of its project. */
@Resolver()
export class OwnSponsorshipResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => OwnSponsorshipResult, {
    description: 'The household says yes to its sponsor, or no. By the link of its project.',
  })
  answerSponsorshipAsHousehold(
    @Args(() => AnswerSponsorshipArguments) { token, id, ...answer }: AnswerSponsorshipArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.step(context, { token, id }, answering(answer));
  }

  @Mutation(() => OwnSponsorshipResult, {
    description: 'The household ends its sponsorship with a word. By the link of its project.',
  })
  endSponsorshipAsHousehold(
    @Args(() => EndOwnSponsorshipArguments) { token, id, words }: EndOwnSponsorshipArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.step(context, { token, id }, ending(words));
  }

  @Mutation(() => OwnSponsorshipResult, {
    description: 'The household notes a contact with its sponsor. By the link of its project.',
  })
  noteContactAsHousehold(
    @Args(() => OwnSponsorshipArguments) own: OwnSponsorshipArguments,
    @Arg('input', () => SponsorshipContactInput) input: SponsorshipContactInput,
    @Ctx() context: SubgraphContext,
  ) {
    return this.step(context, own, noting(input));
  }

  private async step(
    context: SubgraphContext,
    { token, id }: { token: string; id: string },
    step: Parameters<typeof takeOwnStep>[4],
  ): Promise<typeof OwnSponsorshipResult> {
    const prospectId = this.links.idOf('PROJECT', token);
    if (!prospectId) return refused(noLink(context));
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const actor = {
      side: SponsorshipSide.HOUSEHOLD,
      userId: householdUserId(prospectId),
      of: { prospectId },
    };
    const refusal = await takeOwnStep(context, post, actor, id, step);
    if (refusal) return refused(refusal);
    const sponsorships = await selectSponsorshipsOf(context, prospectId);
    return {
      __typename: 'OwnSponsorshipSaved',
      sponsorship: sponsorships.find((own) => own.id === id) ?? null,
    };
  }
}

const refused = (refusal: OwnRefusal): typeof OwnSponsorshipResult => ({
  __typename: 'OwnSponsorshipRefused',
  ...refusal,
});

const noLink = ({ origin }: SubgraphContext): OwnRefusal => ({
  message: origin.locale === 'en' ? 'This link leads nowhere.' : 'Ce lien ne mène nulle part.',
  problems: [],
});
