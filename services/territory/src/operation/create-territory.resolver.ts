import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { slugOf } from '@ancrage/subgraph/slug';
import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { createTerritory } from '../territory/create-territory.js';
import { TerritoryRefused } from '../territory/territory.types.js';
import { TerritoryRefusedError } from '../territory/territory-request.js';
import { NewTerritoryInput } from './new-territory.input.js';
import { newTerritoryProblems, refusedProblems } from './new-territory.problems.js';

@ObjectType({ simpleResolvers: true })
export class TerritoryCreated {
  readonly __typename = 'TerritoryCreated';

  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;
}

export const CreateTerritoryResult = createUnionType({
  name: 'CreateTerritoryResult',
  types: () => [TerritoryCreated, TerritoryRefused] as const,
});

/** Makes territories as the command line does: as the owner, who alone may write contours that all share. */
@Resolver()
export class CreateTerritoryResolver {
  constructor(private readonly ownerUrl: string) {}

  @Mutation(() => CreateTerritoryResult, {
    description:
      'Makes a territory of the communes of inter-communal bodies, all or nothing; for operators. Communes without a contour get a cell around their centre.',
  })
  async createTerritory(
    @Arg('input', () => NewTerritoryInput) input: NewTerritoryInput,
    @Ctx() context: SubgraphContext,
  ): Promise<TerritoryCreated | TerritoryRefused> {
    context.requireRole('OPERATOR');
    const { locale } = context.origin;
    const name = cleanLine(input.name);
    const request = { ...input, name, slug: input.slug || slugOf(name) };
    const problems = newTerritoryProblems(request, locale);
    if (problems.length > 0) return refused(problems);
    try {
      const { id, slug } = await createTerritory(this.ownerUrl, request, null);
      await this.dress(context, id, input);
      return { __typename: 'TerritoryCreated', id, slug };
    } catch (error) {
      if (!(error instanceof TerritoryRefusedError)) throw error;
      return refused(refusedProblems(error, locale));
    }
  }

  /** Its colours, and the settings of its model. Settings are the tenant's: the request acts for the new territory. */
  private async dress(
    context: SubgraphContext,
    id: string,
    { theme, model }: NewTerritoryInput,
  ): Promise<void> {
    const { accent, paper, ink } = theme;
    await context.writeIn(id, (connection) =>
      connection.query(
        `update territory t set theme = $2, basemap = coalesce(m.basemap, t.basemap), basemap_style = m.basemap_style,
           verification_months = coalesce(m.verification_months, t.verification_months),
           vitality_thresholds = coalesce(m.vitality_thresholds, t.vitality_thresholds)
         from (select 1) one left join territory m on m.slug = $3 where t.id = $1`,
        [id, JSON.stringify({ accent, paper, ink }), model ?? null],
      ),
    );
  }
}

const refused = (problems: FieldProblem[]): TerritoryRefused => ({
  __typename: 'TerritoryRefused',
  problems,
});
