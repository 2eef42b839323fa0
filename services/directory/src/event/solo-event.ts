import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

@ObjectType('SoloEvent', {
  description: 'Something that happened to a solo. Agents only.',
  simpleResolvers: true,
})
export class SoloEventNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, {
    description: 'One of IDENTIFIED, INFORMED, CONTACTED, CONSENTED, PUBLISHED, NOTED…',
  })
  kind!: string;

  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => String, {
    nullable: true,
    description: 'Account of the member, or solo:… for the person themselves.',
  })
  userId!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer did it.' })
  mine!: boolean;

  @Field(() => String, { nullable: true, description: 'A reason or a remark, as it was written.' })
  note!: string | null;

  @Field(() => [String], {
    description: 'What changed, or of which purpose a consent is: names of fields and values.',
  })
  about!: string[];
}
