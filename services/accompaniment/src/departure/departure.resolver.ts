import type { SubgraphContext } from '@ancrage/subgraph';
import { eraseTenant } from '@ancrage/tenant/erase-tenant';
import { MaxLength, ValidateNested } from 'class-validator';
import {
  Args,
  ArgsType,
  Ctx,
  createUnionType,
  Field,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { AcceptedCases, RunningCases, selectRunningCases } from './running-cases.js';

@ArgsType()
class ErasureArguments {
  @Field(() => String, { description: 'The territory’s short name, typed by hand.' })
  @MaxLength(100)
  confirmation!: string;

  @Field(() => AcceptedCases)
  @ValidateNested()
  accepted!: AcceptedCases;
}

@ObjectType({ simpleResolvers: true })
export class AccompanimentErased {
  readonly __typename = 'AccompanimentErased';

  @Field(() => Int, { description: 'How many rows went.' })
  rows!: number;
}

@ObjectType({
  description: 'People count on what is under way, and more of it than was accepted; nothing was taken away.',
  simpleResolvers: true,
})
export class CasesStillRunning {
  readonly __typename = 'CasesStillRunning';

  @Field(() => RunningCases)
  running!: RunningCases;
}

export const EraseAccompanimentResult = createUnionType({
  name: 'EraseAccompanimentResult',
  types: () => [AccompanimentErased, CasesStillRunning] as const,
});

const KINDS = ['installations', 'registrations', 'personRequests'] as const;

@Resolver()
export class DepartureResolver {
  @Query(() => RunningCases, {
    description:
      'What is under way in the request’s territory, for an operator who thinks of taking it away.',
  })
  runningCases(@Ctx() context: SubgraphContext): Promise<RunningCases> {
    context.requireRole('OPERATOR');
    return selectRunningCases(context);
  }

  @Mutation(() => EraseAccompanimentResult, {
    description:
      'Takes away all that accompaniment has of the request’s territory, for an operator; first of the services, since it alone may refuse. Done again it finds nothing more.',
  })
  async eraseTerritoryAccompaniment(
    @Args(() => ErasureArguments) { confirmation, accepted }: ErasureArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<AccompanimentErased | CasesStillRunning> {
    context.requireRole('OPERATOR');
    const running = await selectRunningCases(context);
    if (KINDS.some((kind) => running[kind] > accepted[kind]))
      return { __typename: 'CasesStillRunning', running };
    return { __typename: 'AccompanimentErased', rows: await eraseTenant(context, confirmation) };
  }
}
