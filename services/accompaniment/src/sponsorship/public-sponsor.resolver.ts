import type { SubgraphContext } from '@ancrage/subgraph';
import { Ctx, Field, FieldResolver, ObjectType, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';

@ObjectType({ description: 'A sponsor who agreed to be shown.', simpleResolvers: true })
export class PublicSponsor {
  @Field(() => String)
  name!: string;

  @Field(() => String, { nullable: true, description: 'What they live by.' })
  activity!: string | null;

  communeCode!: string | null;

  @Field(() => String, { description: 'In their words.' })
  sentence!: string;

  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration!: boolean;
}

@Resolver(() => PublicSponsor)
export class PublicSponsorResolver {
  @Query(() => [PublicSponsor], {
    description: 'Sponsors who agreed to be shown on the page that welcomes newcomers, by name; at most 24.',
  })
  publicSponsors(@Ctx() context: SubgraphContext): Promise<PublicSponsor[]> {
    return context.read<PublicSponsor>({
      name: 'public sponsors',
      text: `select name, activity, commune_code as "communeCode", sentence, demonstration from sponsor_portrait
        where territory_id = $1 order by name, sponsor_id limit 24`,
      values: [context.requireTerritory()],
    });
  }

  @FieldResolver(() => Commune, { nullable: true })
  commune(@Root() { communeCode }: PublicSponsor): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }
}
