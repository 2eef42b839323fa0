import { CURRENT_TERRITORY, hasRole, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';

const OWN = `territory_id = ${CURRENT_TERRITORY}`;
const WRITE = `${OWN} and ${hasRole(...WRITERS)}`;

/** Where a fact comes from. Without a territory it is reference data, shared by all and written by none of them. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    { name: 'shared_or_own_read', command: 'select', using: `territory_id is null or ${OWN}` },
    { name: 'tenant_insert', command: 'insert', check: WRITE },
    { name: 'tenant_update', command: 'update', using: WRITE, check: WRITE },
    { name: 'tenant_delete', command: 'delete', using: WRITE },
    {
      name: 'reference_write',
      roles: ['ancrage_territory_owner'],
      using: 'territory_id is null',
      check: 'territory_id is null',
    },
  ],
})
@ObjectType({
  description: 'Where a fact comes from: producer, dataset, vintage and licence.',
  simpleResolvers: true,
})
export class Source {
  @PrimaryKey({ type: 'text' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid', nullable: true, index: true })
  territoryId?: string;

  @Property({ type: 'text' })
  @Field(() => String)
  producer!: string;

  @Property({ type: 'text' })
  @Field(() => String)
  dataset!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Edition of the data, as its producer names it.' })
  vintage!: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  url?: string;

  @Property({ type: 'text' })
  @Field(() => String)
  licence!: string;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration: boolean = false;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeResolver, { nullable: true, description: 'When the data was fetched or loaded.' })
  retrievedAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'sha256 of the file it was read from' })
  checksum?: string;

  @Property({
    type: 'text[]',
    default: [],
    comment: 'facility types it lists completely: without one there, the commune has none',
  })
  exhaustiveTypes: string[] = [];
}
