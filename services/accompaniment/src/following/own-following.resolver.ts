import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Arg, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { OwnFollowing } from './member-following.js';

interface Row {
  letters: boolean;
  locale: string;
  feedId: string | null;
}

/** What a member settles for themselves: the morning's letter, and the address of their calendar. */
@Resolver()
export class OwnFollowingResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => OwnFollowing, { description: 'How the viewer follows the steps given to them. Members.' })
  async ownFollowing(@Ctx() context: SubgraphContext): Promise<OwnFollowing> {
    context.requireRole(...STAFF);
    const [row] = await context.read<Row>({
      name: 'following of a member',
      text: `select letters, locale, feed_id as "feedId" from member_following
        where territory_id = $1 and member_id = $2`,
      values: [context.requireTerritory(), context.scope.userId],
    });
    return this.toFollowing(context, row ?? { letters: true, locale: context.origin.locale, feedId: null });
  }

  @Mutation(() => OwnFollowing, {
    description: 'Has the viewer written to on mornings when steps wait, in a language, or no more. Members.',
  })
  async followByLetter(
    @Arg('letters', () => Boolean) letters: boolean,
    @Arg('locale', () => String, { description: 'fr or en; fr for any other.' }) locale: string,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnFollowing> {
    return this.settle(context, { letters, locale: locale === 'en' ? 'en' : 'fr' }, 'letters');
  }

  @Mutation(() => OwnFollowing, {
    description:
      'Gives the viewer a private calendar of their steps; the address it had before leads nowhere from then on. Members.',
  })
  async renewStepFeed(@Ctx() context: SubgraphContext): Promise<OwnFollowing> {
    return this.settle(context, { locale: context.origin.locale, feedId: randomUUID() }, 'feed');
  }

  private async settle(
    context: SubgraphContext,
    { letters = true, locale, feedId = null }: { letters?: boolean; locale: string; feedId?: string | null },
    what: 'letters' | 'feed',
  ): Promise<OwnFollowing> {
    context.requireRole(...STAFF);
    const changes =
      what === 'letters'
        ? 'letters = excluded.letters, locale = excluded.locale'
        : 'feed_id = excluded.feed_id';
    await context.write((connection) =>
      connection.query(
        `insert into member_following (id, territory_id, member_id, letters, locale, feed_id)
         values ($1, $2, $3, $4, $5, $6) on conflict (territory_id, member_id) do update set ${changes}`,
        [randomUUID(), context.requireTerritory(), context.scope.userId, letters, locale, feedId],
      ),
    );
    return this.ownFollowing(context);
  }

  private toFollowing(context: SubgraphContext, { letters, locale, feedId }: Row): OwnFollowing {
    const card = context.requireTerritoryCard();
    const address = feedId && this.links.addressOf(card, 'STEP_FEED', feedId, 'fr');
    return { letters, locale: locale === 'en' ? 'en' : 'fr', feedUrl: address && `${address}.ics` };
  }
}
