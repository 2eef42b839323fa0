import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { STAMP } from './audience-record.js';
import { Fair } from './fair.entity.js';

/** Which fairs a list shows. */
export enum FairTime {
  TO_COME = 'TO_COME',
  OVER = 'OVER',
}
registerEnumType(FairTime, { name: 'FairTime', description: 'Whether a fair has ended.' });

@ObjectType({ description: 'A fair as members plan it.', simpleResolvers: true })
export class FairRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => Fair)
  fair!: Fair;

  @Field(() => ID, { nullable: true })
  campaignId!: string | null;

  @Field(() => String, { nullable: true })
  campaignName!: string | null;

  @Field(() => Int, { nullable: true, description: 'In cents of euros; null: not said, which is not zero.' })
  costCents!: number | null;

  @Field(() => Int, { description: 'Households noted there, each once.' })
  householdsMet!: number;

  @Field(() => FairTime)
  time!: FairTime;

  @Field(() => String, { description: STAMP })
  stamp!: string;
}
