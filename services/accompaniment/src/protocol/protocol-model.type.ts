import { DateTimeResolver } from 'graphql-scalars';
import { Field, Int, ObjectType } from 'type-graphql';
import { Territory } from '../references.js';

@ObjectType({
  description: 'What another territory has published, to begin a draft with.',
  simpleResolvers: true,
})
export class ProtocolModel {
  @Field(() => Territory, { nullable: true })
  territory!: Territory | null;

  @Field(() => String)
  name!: string;

  @Field(() => Int)
  stepCount!: number;

  @Field(() => DateTimeResolver)
  publishedAt!: Date;

  @Field(() => Boolean, { description: 'Generated, to show what the platform does.' })
  demonstration!: boolean;
}
