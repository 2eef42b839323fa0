import { Field, Int, ObjectType } from 'type-graphql';
import { SoloStatus } from '../solo/solo-status.js';

@ObjectType({ description: 'One stage of the pipeline.', simpleResolvers: true })
export class SoloStage {
  @Field(() => SoloStatus)
  status!: SoloStatus;

  @Field(() => Int, { description: 'How many solos stand there now.' })
  count!: number;
}
