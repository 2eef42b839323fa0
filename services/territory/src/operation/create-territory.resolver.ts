import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { FieldProblem } from '@ancrage/subgraph/field-problem';
import { slugOf } from '@ancrage/subgraph/slug';
import { Arg, Ctx, createUnionType, Field, ID, Mutation, ObjectType, Resolver } from 'type-graphql';
import { copySettings } from '../territory/copy-settings.js';
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
    await context.writeIn(id, async (connection) => {
      if (model) await copySettings(connection, id, model);
      await connection.query('update territory set theme = $2 where id = $1', [
        id,
        JSON.stringify({ accent, paper, ink }),
      ]);
    });
  }
}

const refused = (problems: FieldProblem[]): TerritoryRefused => ({
  __typename: 'TerritoryRefused',
  problems,
});
