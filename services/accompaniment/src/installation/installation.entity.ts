import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { ArrayType, type Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import { InstallationHorizon, InstallationStatus } from './installation-status.js';

/** A household's settling project. It becomes effective on evidence: a date, a commune, who declared it. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...householdPolicies('prospect_id', 'select'),
    figuresPolicy('accompaniment'),
  ],
})
@Check({ name: 'installation_household_check', expression: 'adults between 1 and 10' })
@Check({
  name: 'installation_effective_check',
  expression: `(status = 'EFFECTIVE') = (effective_on is not null) and (status <> 'EFFECTIVE' or (commune_code is not null and declared_by is not null))`,
})
@Check({
  name: 'installation_abandoned_check',
  expression: `(status = 'ABANDONED') = (abandoned_on is not null)`,
})
@Check({ name: 'installation_planned_check', expression: `status <> 'PLANNED' or horizon is not null` })
export class Installation {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Enum({
    items: () => InstallationStatus,
    nativeEnumName: 'installation_status',
    default: InstallationStatus.PLANNED,
  })
  status: InstallationStatus = InstallationStatus.PLANNED;

  @Enum({ items: () => InstallationHorizon, nativeEnumName: 'installation_horizon', nullable: true })
  horizon?: InstallationHorizon;

  @Property({ type: 'date' })
  plannedOn!: string;

  @Property({ type: 'date', nullable: true })
  effectiveOn?: string;

  @Property({ type: 'date', nullable: true })
  abandonedOn?: string;

  @Property({ type: 'text', nullable: true, comment: 'INSEE code' })
  communeCode?: string;

  @Property({ type: 'text', nullable: true, comment: 'account or organisation that vouches for it' })
  declaredBy?: string;

  @Property({ type: 'integer' })
  adults!: number;

  @Property({ type: ArrayType, columnType: 'int[]', defaultRaw: `'{}'` })
  childrenBirthYears: number[] = [];

  @Property({
    type: 'integer',
    generated: '(cardinality(children_birth_years)) stored',
    comment: 'how many, for those who count and may not know more',
  })
  readonly children!: Opt<number>;

  @Property({ type: 'uuid', nullable: true, comment: 'version of the protocol with which the welcome began' })
  protocolId?: string;

  @Property({ type: 'date', nullable: true, comment: 'day on which the welcome began' })
  startedOn?: string;

  @Property({ type: 'date', nullable: true, comment: 'day on which the household thinks of moving in' })
  expectedOn?: string;

  @Property({ type: 'text', nullable: true, comment: 'account of the member who leads it' })
  leadId?: string;

  @Property({ type: 'text', nullable: true })
  leadName?: string;

  @Property({ type: 'text', nullable: true, comment: 'what shows that they live here: one of EvidenceKind' })
  evidence?: string;

  @Property({ type: 'text', nullable: true })
  evidenceNote?: string;

  @Property({ type: 'uuid', nullable: true, comment: 'document of the household' })
  evidenceFileId?: string;

  @Property({ type: 'timestamptz', nullable: true })
  declaredAt?: Date;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'jobs that came or were made; null while nobody said',
  })
  jobs?: number;

  @Property({ type: 'text', nullable: true, comment: 'one of AbandonReason' })
  abandonReason?: string;

  @Property({ type: 'text', nullable: true })
  abandonNote?: string;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'grows at each change: who changes says which one was read',
  })
  version: Opt<number> = 1;

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
