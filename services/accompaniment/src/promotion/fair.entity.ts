import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';

/** A fair or event that the territory takes part in, and where households are met. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: `${hasRole(...STAFF)} or shown` }),
})
@Unique({ properties: ['territoryId', 'slug'] })
@Index({ properties: ['territoryId', 'startsAt'] })
@Check({ name: 'fair_period_check', expression: 'ends_at > starts_at' })
@ObjectType({
  description: 'A fair or event that the territory takes part in, and where households are met.',
  simpleResolvers: true,
})
export class Fair {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Short name in addresses, unique in the territory.' })
  slug!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  name!: string;

  @Property({ type: 'text', comment: 'town and hall, in words' })
  @Field(() => String, { description: 'Town and hall, in words.' })
  place!: string;

  @Property({ type: 'text', nullable: true, comment: 'what the territory does there, as everybody reads it' })
  @Field(() => String, { nullable: true, description: 'What the territory does there.' })
  summary?: string | null;

  @Property({ type: 'timestamptz' })
  @Field(() => DateTimeResolver)
  startsAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => DateTimeResolver)
  endsAt!: Date;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  campaignId?: string;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'in cents of euros; null: not said, which is not zero',
  })
  costCents?: number;

  @Property({ type: 'boolean', default: false, comment: 'whether visitors of the site read of it' })
  @Field(() => Boolean, { description: 'Whether visitors of the site read of it.' })
  shown: boolean = false;

  @Property({ type: 'integer', default: 0, comment: 'SEQUENCE of its calendar entry' })
  @Field(() => Int, { description: 'Grows with each change: the SEQUENCE of its calendar entry.' })
  revision: number = 0;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => DateTimeResolver)
  updatedAt: Date = new Date();

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Generated, to show what the platform does.' })
  demonstration: boolean = false;
}
