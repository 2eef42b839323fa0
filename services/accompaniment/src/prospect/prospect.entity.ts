import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { ArrayType, type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import { InstallationHorizon } from '../installation/installation-status.js';
import { ProspectStage } from './prospect-stage.js';

/** A household that considers settling. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('id', 'select', 'update'),
    figuresPolicy('accompaniment'),
  ],
})
@Check({ name: 'prospect_household_check', expression: 'adults between 1 and 10' })
// A form that was kept on a phone and sent twice is one household.
@Unique({ properties: ['territoryId', 'captureKey'] })
@Index({ properties: ['territoryId', 'stage', 'firstContactOn'] })
export class Prospect {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Enum({ items: () => ProspectStage, nativeEnumName: 'prospect_stage', default: ProspectStage.NEW })
  stage: ProspectStage = ProspectStage.NEW;

  @Property({ type: 'date' })
  firstContactOn!: string;

  @Property({ type: 'integer' })
  adults!: number;

  @Property({ type: ArrayType, columnType: 'int[]', defaultRaw: `'{}'` })
  childrenBirthYears: number[] = [];

  @Property({ type: 'text', nullable: true, comment: 'chosen by the form that was sent, also offline' })
  captureKey?: string;

  @Property({ type: 'text', nullable: true, comment: 'why they want to come, in their words' })
  project?: string;

  @Property({ type: 'text', nullable: true, comment: 'what they live by' })
  activity?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'least wired speed they need: BroadbandClass of the territory subgraph',
  })
  neededSpeed?: string;

  @Property({ type: 'text[]', default: [], comment: 'words of services, as the map of the site has them' })
  neededServices: Opt<string[]> = [];

  @Property({ type: 'text', nullable: true })
  housing?: string;

  @Property({ type: 'text', nullable: true, comment: 'office, workshop, land they look for' })
  premises?: string;

  @Property({ type: 'text[]', default: [], comment: 'INSEE codes of communes they think of' })
  wishedCommunes: Opt<string[]> = [];

  @Enum({ items: () => InstallationHorizon, nativeEnumName: 'installation_horizon', nullable: true })
  horizon?: InstallationHorizon;

  @Property({ type: 'text', nullable: true, comment: 'account of the member who follows them' })
  ownerId?: string;

  @Property({ type: 'text', nullable: true })
  nextAction?: string;

  @Property({ type: 'date', nullable: true })
  nextActionOn?: string;

  @Property({ type: 'text', nullable: true, comment: 'one of LostReason; null unless LOST' })
  lostReason?: string;

  @Property({ type: 'timestamptz', nullable: true })
  lostAt?: Date;

  @Property({
    type: 'timestamptz',
    nullable: true,
    comment: 'when they last wrote, called or came: retention counts from it',
  })
  lastContactAt?: Date;

  @Property({
    type: 'timestamptz',
    nullable: true,
    comment: 'when the territory was told that it will be forgotten',
  })
  retentionWarnedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when nothing tells who they are' })
  anonymisedAt?: Date;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'grows at each change: who changes says which one was read',
  })
  version: Opt<number> = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Opt<Date> = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
