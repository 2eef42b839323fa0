import type { SubgraphContext } from '@ancrage/subgraph';
import { STAFF } from '@ancrage/subgraph/policies';
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType({
  description: 'What the welcomes under way ask for today, as far as the viewer may see them.',
  simpleResolvers: true,
})
export class WelcomeToday {
  @Field(() => Int, { description: 'Steps to do whose day has passed, by the calendar of Paris.' })
  overdueSteps!: number;

  @Field(() => Int, { description: 'Steps to do within seven days, from today on.' })
  stepsThisWeek!: number;

  @Field(() => Int, { description: 'Households to be asked how they are, six or twelve months after.' })
  dueFollowUps!: number;
}

@Resolver()
export class WelcomeTodayResolver {
  @Query(() => WelcomeToday, {
    description:
      'What the welcomes under way ask for today. A contributor counts the steps given to them. Members only.',
  })
  async welcomeToday(@Ctx() context: SubgraphContext): Promise<WelcomeToday> {
    context.requireRole(...STAFF);
    const [counts] = await context.read<WelcomeToday>({
      name: 'welcome today',
      text: `with today as (select (now() at time zone 'Europe/Paris')::date as day), due as (
          select s.due_on < t.day as late
            from installation_step s
            join installation i on i.id = s.installation_id and i.status <> 'ABANDONED', today t
           where s.territory_id = $1 and s.status = 'TODO' and s.due_on < t.day + 7
        )
        select (count(*) filter (where late))::int as "overdueSteps",
               (count(*) filter (where not late))::int as "stepsThisWeek",
               (select count(*)::int from follow_up f, today t
                 where f.territory_id = $1 and f.answered_at is null and f.due_on <= t.day) as "dueFollowUps"
          from due`,
      values: [context.requireTerritory()],
    });
    return counts!;
  }
}
