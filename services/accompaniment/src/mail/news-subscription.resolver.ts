import type { SubgraphContext } from '@ancrage/subgraph';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, ObjectType, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { prospectWording } from '../prospect/consent-wording.js';
import { receivesNews, resumeNews, stopNews } from './news-subscription.js';

@ObjectType({ description: 'Whether whoever holds a link of news gets them.', simpleResolvers: true })
export class NewsSubscription {
  @Field(() => Boolean)
  receives!: boolean;

  @Field(() => String, { description: 'The sentence one agrees to by taking news up again.' })
  wording!: string;
}

@ArgsType()
class NewsLinkArguments {
  @Field(() => String, { description: 'What stands in the address of the link.' })
  @MaxLength(100)
  token!: string;
}

@Resolver()
export class NewsSubscriptionResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => NewsSubscription, {
    nullable: true,
    description: 'Whether whoever holds the link gets news; null for a link that is none, or none any more.',
  })
  newsSubscription(
    @Args(() => NewsLinkArguments) { token }: NewsLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<NewsSubscription | null> {
    return this.onOwnNews(context, token, async () => {});
  }

  @Mutation(() => NewsSubscription, {
    nullable: true,
    description:
      'Stops news to whoever holds the link; what they asked for still comes. Null for a link that is none.',
  })
  stopNews(
    @Args(() => NewsLinkArguments) { token }: NewsLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<NewsSubscription | null> {
    return this.onOwnNews(context, token, stopNews);
  }

  @Mutation(() => NewsSubscription, {
    nullable: true,
    description:
      'Takes news up again, which whoever holds the link agrees to by it. Null for a link that is none.',
  })
  resumeNews(
    @Args(() => NewsLinkArguments) { token }: NewsLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<NewsSubscription | null> {
    return this.onOwnNews(context, token, async (territory, prospectId) => {
      if (!(await receivesNews(territory, prospectId)))
        await resumeNews(territory, prospectId, context.origin.locale);
    });
  }

  private async onOwnNews(
    context: SubgraphContext,
    token: string,
    act: (territory: SubgraphContext, prospectId: string) => Promise<void>,
  ): Promise<NewsSubscription | null> {
    context.requireTerritory();
    const prospectId = this.links.idOf('NEWS', token);
    const territory = asTerritory(context);
    if (!prospectId || (await receivesNews(territory, prospectId)) === null) return null;
    await act(territory, prospectId);
    return {
      receives: (await receivesNews(territory, prospectId)) ?? false,
      wording: prospectWording('NEWS', context.origin.locale),
    };
  }
}
