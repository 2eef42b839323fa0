import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType({
  description: 'What accompaniment knows of whether a territory is ready to welcome somebody.',
  simpleResolvers: true,
})
export class WelcomeReadiness {
  @Field(() => Boolean, { description: 'Whether a version of its protocol is published.' })
  protocolPublished!: boolean;

  @Field(() => Int, { description: 'Discovery sessions that were published, past ones too.' })
  sessions!: number;
}

@Resolver()
export class WelcomeReadinessResolver {
  @Query(() => WelcomeReadiness, {
    description: 'Whether the request’s territory is ready to welcome somebody; for operators.',
  })
  async welcomeReadiness(@Ctx() context: SubgraphContext): Promise<WelcomeReadiness> {
    context.requireRole('OPERATOR');
    const [readiness] = await context.read<WelcomeReadiness>({
      name: 'welcome readiness',
      text: `select
          exists (select from welcome_protocol where territory_id = $1 and status = 'PUBLISHED') as "protocolPublished",
          (select count(*)::int from discovery_session where territory_id = $1 and status <> 'DRAFT') as sessions`,
      values: [context.requireTerritory()],
    });
    return readiness as WelcomeReadiness;
  }
}
