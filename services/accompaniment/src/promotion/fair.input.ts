import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field } from 'type-graphql';

@ArgsType()
export class FairsArguments extends ConnectionArguments {
  @Field(() => DateTimeResolver, { nullable: true, description: 'Leaves out those that ended before.' })
  from?: Date | null;
}

@ArgsType()
export class FairArguments {
  @Field(() => String)
  @MaxLength(100, { message: 'Au plus 100 caractères.' })
  slug!: string;
}
