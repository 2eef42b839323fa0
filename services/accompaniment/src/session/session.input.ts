import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { Max, MaxLength, Min } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, Int } from 'type-graphql';

@ArgsType()
export class SessionsArguments extends ConnectionArguments {
  @Field(() => DateTimeResolver, { nullable: true, description: 'Leaves out those that start before.' })
  from?: Date | null;
}

@ArgsType()
export class UpcomingArguments {
  @Field(() => Int, { defaultValue: 3, description: 'How many, 1 to 100.' })
  @Min(1, { message: 'De 1 à 100.' })
  @Max(100, { message: 'De 1 à 100.' })
  first!: number;
}

@ArgsType()
export class SessionArguments {
  @Field(() => String)
  @MaxLength(100, { message: 'Au plus 100 caractères.' })
  slug!: string;
}

@ArgsType()
export class SessionSeatsArguments {
  @Field(() => ID)
  sessionId!: string;
}

@ArgsType()
export class SessionCapacityArguments extends SessionSeatsArguments {
  @Field(() => Int, { description: 'In people, 1 to 500.' })
  @Min(1, { message: 'De 1 à 500 personnes.' })
  @Max(500, { message: 'De 1 à 500 personnes.' })
  capacity!: number;
}
