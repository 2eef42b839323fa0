import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import { householdPolicies } from '../household/own-household.js';

/** What is arranged for one household alone during a session: a house to see, a school, somebody to meet. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies({ read: hasRole(...WRITERS) }), ...householdPolicies('prospect_id', 'select')],
})
@Index({ properties: ['registrationId', 'startsAt'] })
@ObjectType({
  description: 'What is arranged for one household alone during a session: a house to see, somebody to meet.',
  simpleResolvers: true,
})
export class HouseholdVisit {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Field(() => ID)
  registrationId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'timestamptz' })
  @Field(() => DateTimeResolver)
  startsAt!: Date;

  @Property({ type: 'text' })
  @Field(() => String)
  title!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  place?: string;

  @Property({ type: 'text', nullable: true, comment: 'who receives them' })
  @Field(() => String, { nullable: true, description: 'Who receives them.' })
  host?: string;
}
