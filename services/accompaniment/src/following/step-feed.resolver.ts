import type { SubgraphContext } from '@ancrage/subgraph';
import { asOwner, asTerritory } from '@ancrage/subgraph/self-service';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { type FeedStep, StepFeed } from './member-following.js';

const MOST = 500;

@ArgsType()
class FeedArguments {
  @Field(() => String, { description: 'As the address has it.' })
  @MaxLength(200)
  token!: string;
}

/** What a calendar gets that knows a member's private address. */
@Resolver()
export class StepFeedResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => StepFeed, {
    nullable: true,
    description:
      'Steps to do of whose calendar it is; null for an address that was never one, was replaced, or whose member has left.',
  })
  async stepFeed(
    @Args(() => FeedArguments) { token }: FeedArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<StepFeed | null> {
    const feedId = this.links.idOf('STEP_FEED', token);
    const territoryId = context.scope.territoryId;
    if (!feedId || !territoryId) return null;
    const [feed] = await asOwner(context, `feed:${feedId}`).read<{ memberId: string; locale: string }>({
      name: 'step feed',
      text: 'select member_id as "memberId", locale from member_following where territory_id = $1 and feed_id = $2',
      values: [territoryId, feedId],
    });
    if (!feed) return null;
    return { locale: feed.locale, steps: await stepsGivenTo(context, feed.memberId) };
  }
}

/** With a contributor's rights, whoever it is: the database shows the steps given to them, and nothing of the households. */
async function stepsGivenTo(context: SubgraphContext, memberId: string): Promise<FeedStep[]> {
  const territoryId = context.requireTerritory();
  const given = context.onBehalfOf({ userId: memberId, role: 'CONTRIBUTOR', regions: [], operator: false });
  const steps = await given.read<FeedStep>({
    name: 'steps of a feed',
    text: `select id, installation_id as "installationId", title, due_on::text as "dueOn", version
      from installation_step
      where territory_id = $1 and assignee_id = $2 and status = 'TODO' and due_on is not null
      order by due_on, id limit ${MOST}`,
    values: [territoryId, memberId],
  });
  const abandoned = await asTerritory(context).read<{ id: string }>({
    name: 'cases of a feed that were given up',
    text: `select id from installation where territory_id = $1 and id = any($2::uuid[]) and status = 'ABANDONED'`,
    values: [territoryId, steps.map(({ installationId }) => installationId)],
  });
  const gone = new Set(abandoned.map(({ id }) => id));
  return steps.filter(({ installationId }) => !gone.has(installationId));
}
