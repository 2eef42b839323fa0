import { Field, Int, ObjectType } from 'type-graphql';
import { SoloStatus } from '../solo/solo-status.js';
import { SoloRecord } from './solo-record.js';

@ObjectType({
  description: 'One stage of the pipeline with who stands there. Agents only.',
  simpleResolvers: true,
})
export class SoloBoardStage {
  @Field(() => SoloStatus)
  status!: SoloStatus;

  @Field(() => Int, { description: 'How many match at this stage.' })
  count!: number;

  @Field(() => [SoloRecord], {
    description:
      'The first of them: who has waited longest where something is to be done, else who came last.',
  })
  records!: SoloRecord[];
}
