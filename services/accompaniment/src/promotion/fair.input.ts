import { ConnectionArguments } from '@ancrage/subgraph/pagination';
import { IsOptional, IsUUID, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

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

@InputType()
export class FairInput {
  @Field(() => String)
  @MaxLength(1000)
  name!: string;

  @Field(() => String, { description: 'Town and hall, in words.' })
  @MaxLength(1000)
  place!: string;

  @Field(() => String, { nullable: true, description: 'What the territory does there.' })
  @MaxLength(5000)
  @IsOptional()
  summary?: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  startsAt?: Date | null;

  @Field(() => DateTimeResolver, { nullable: true })
  endsAt?: Date | null;

  @Field(() => ID, { nullable: true, description: 'The campaign that it belongs to.' })
  @IsUUID()
  @IsOptional()
  campaignId?: string | null;

  @Field(() => Int, { nullable: true, description: 'In cents of euros; null: not said, which is not zero.' })
  costCents?: number | null;

  @Field(() => Boolean, { description: 'Whether visitors of the site read of it.' })
  shown!: boolean;
}
