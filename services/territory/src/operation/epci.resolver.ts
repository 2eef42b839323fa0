import type { SubgraphContext } from '@ancrage/subgraph';
import { nameKey } from '@ancrage/subgraph/slug';
import { ArrayMaxSize, MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, ID, Int, ObjectType, Query, Resolver } from 'type-graphql';

@ObjectType({ description: 'A commune that a new territory would have.', simpleResolvers: true })
export class EpciCommune {
  @Field(() => ID, { description: 'INSEE code.' })
  code!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { nullable: true, description: 'Inhabitants; null where unknown.' })
  population!: number | null;
}

@ObjectType({
  description: 'An inter-communal body of which a territory can be made (COG of the reference data).',
  simpleResolvers: true,
})
export class EpciChoice {
  @Field(() => ID, { description: 'SIREN number.' })
  siren!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Inhabitants.' })
  population!: number;

  @Field(() => [EpciCommune], { description: 'By name.' })
  communes!: EpciCommune[];
}

@ArgsType()
class EpciArguments {
  @Field(() => String, { nullable: true, description: 'Part of a name, or a SIREN number.' })
  @MaxLength(120)
  search?: string;

  @Field(() => ID, { nullable: true, description: 'INSEE code of a department.' })
  @MaxLength(3)
  department?: string;

  @Field(() => ID, { nullable: true, description: 'INSEE code of a region.' })
  @MaxLength(3)
  region?: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'These, by SIREN number, whatever is searched; 200 at most.',
  })
  @ArrayMaxSize(200)
  @MaxLength(9, { each: true })
  sirens?: string[];
}

@Resolver()
export class EpciResolver {
  @Query(() => [EpciChoice], {
    description: 'Inter-communal bodies by name, 60 at most, with their communes; for operators.',
  })
  epciChoices(
    @Args(() => EpciArguments) { search, department, region, sirens }: EpciArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<EpciChoice[]> {
    context.requireRole('OPERATOR');
    const words = nameKey(search?.trim() ?? '').replace(/[%_\\]/g, '\\$&');
    return context.read<EpciChoice>({
      name: 'epci choices',
      text: CHOICES,
      values: [words, department ?? null, region ?? null, sirens ?? null],
    });
  }
}

// Without a word, a department or a region nothing was asked.
const CHOICES = `
  select i.siren, i.name, sum(c.population)::int as population,
    json_agg(json_build_object('code', c.code, 'name', c.name, 'population', c.population) order by c.name_key) as communes
  from intercommunality i join commune_reference c on c.intercommunality_siren = i.siren
  where case when $4::text[] is not null then i.siren = any($4)
    else ($1 <> '' or $2::text is not null or $3::text is not null)
      and ($1 = '' or i.siren = $1 or lower(unaccent(i.name)) like '%' || $1 || '%') end
  group by i.siren
  having $4::text[] is not null or (($2::text is null or bool_or(c.department_code = $2)) and ($3::text is null or bool_or(c.region_code = $3)))
  order by i.name, i.siren limit case when $4::text[] is null then 60 else 200 end`;
