import { announceChange } from '@ancrage/subgraph/changes';
import { CURRENT_TERRITORY, figuresPolicy, hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { DateTimeResolver } from 'graphql-scalars';
import { Directive, Field, ID, Int, ObjectType } from 'type-graphql';
import { ProgrammeItem } from './programme-item.js';
import { SessionFormat, SessionStatus } from './session-format.js';

const OWNER = ['ancrage_accompaniment_owner'];
const TENANT = `territory_id = ${CURRENT_TERRITORY}`;

/**
 * A visit of candidates to the territory. Its counters are kept by the database (migration `seats`), which refuses
 * more taken seats than there are: whoever confirms, and however many do at once.
 */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({ read: `${hasRole(...STAFF)} or status <> 'DRAFT'` }),
    // The trigger that keeps the counters acts as the owner, for visitors too.
    { name: 'counters_read', command: 'select', roles: OWNER, using: TENANT },
    { name: 'counters_update', command: 'update', roles: OWNER, using: TENANT, check: TENANT },
    figuresPolicy('accompaniment'),
  ],
})
@Unique({ properties: ['territoryId', 'slug'] })
@Index({ properties: ['territoryId', 'startsAt', 'id'] })
@Check({ name: 'discovery_session_capacity_check', expression: 'capacity between 1 and 500' })
@Check({ name: 'discovery_session_seats_check', expression: 'seats_taken between 0 and capacity' })
@Check({ name: 'discovery_session_waitlist_check', expression: 'waitlist_length >= 0' })
@Check({ name: 'discovery_session_period_check', expression: 'ends_at > starts_at' })
@Check({ name: 'discovery_session_offer_check', expression: 'offer_hours between 1 and 336' })
@ObjectType({
  description: 'A day or a week-end on the ground for households that consider settling.',
  simpleResolvers: true,
})
@Directive('@key(fields: "id")')
export class DiscoverySession {
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
  title!: string;

  @Enum({ items: () => SessionFormat, nativeEnumName: 'session_format' })
  @Field(() => SessionFormat)
  format!: SessionFormat;

  @Enum({ items: () => SessionStatus, nativeEnumName: 'session_status', default: SessionStatus.DRAFT })
  @Field(() => SessionStatus)
  status: SessionStatus = SessionStatus.DRAFT;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true })
  summary?: string;

  @Property({ type: 'timestamptz' })
  @Field(() => DateTimeResolver)
  startsAt!: Date;

  @Property({ type: 'timestamptz' })
  @Field(() => DateTimeResolver)
  endsAt!: Date;

  @Property({ type: 'integer', comment: 'in people' })
  @Field(() => Int, { description: 'How many people it can take.' })
  capacity!: number;

  @Property({ type: 'integer', default: 0, comment: 'people whose seat is theirs or offered to them' })
  readonly seatsTaken: Opt<number> = 0;

  @Property({ type: 'integer', default: 0, comment: 'households' })
  @Field(() => Int, { description: 'How many households wait for a seat.' })
  readonly waitlistLength: Opt<number> = 0;

  @Property({ type: 'text', nullable: true, comment: 'INSEE code' })
  hostCommuneCode?: string;

  @Property({ type: 'text', nullable: true })
  partnerName?: string;

  @Property({ type: 'jsonb', default: '[]' })
  @Field(() => [ProgrammeItem])
  programme: ProgrammeItem[] = [];

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where households are awaited.' })
  meetingPlace?: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Where one can sleep, in words.' })
  lodging?: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'What is eaten and who pays, in words.' })
  meals?: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'Who minds the children meanwhile, in words.' })
  childcare?: string;

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'How people share cars, in words.' })
  carSharing?: string;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'Until when households can register; null: until it starts.',
  })
  registrationClosesAt?: Date;

  @Property({
    type: 'integer',
    default: 48,
    comment: 'how long a freed seat is kept for the household it is offered to',
  })
  offerHours: Opt<number> = 48;

  @Property({ type: 'text', nullable: true, comment: 'why it does not take place, as everybody reads it' })
  @Field(() => String, { nullable: true, description: 'Why a cancelled session does not take place.' })
  cancelReason?: string;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeResolver, { nullable: true, description: 'When it was announced.' })
  publishedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  cancelledAt?: Date;

  @Property({
    type: 'integer',
    default: 0,
    comment: 'SEQUENCE of its calendar entries: grows when date or place change',
  })
  @Field(() => Int, { description: 'Grows when date or place change: SEQUENCE of its calendar entries.' })
  revision: Opt<number> = 0;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  @Field(() => DateTimeResolver, { description: 'When it was last changed.' })
  updatedAt: Opt<Date> = new Date();

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration: boolean = false;
}
