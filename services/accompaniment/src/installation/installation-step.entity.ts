import { CURRENT_TERRITORY, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { householdPolicies } from '../household/own-household.js';
import type { StepDocument, StepOwner, StepPhase } from '../protocol/protocol-step.js';
import { StepStatus } from './step-status.js';

/** A contributor sees and settles what was given to them, and nothing that tells whose it is. */
const GIVEN = `territory_id = ${CURRENT_TERRITORY} and ${hasRole('CONTRIBUTOR')} and assignee_id = current_setting('app.user_id', true)`;

/** A step of one household's welcome, taken from the version of the protocol with which it began. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    { name: 'carrier_select', command: 'select', using: GIVEN },
    { name: 'carrier_update', command: 'update', using: GIVEN, check: GIVEN },
    ...householdPolicies('prospect_id', 'select', 'update'),
  ],
})
@Unique({ properties: ['installationId', 'key'] })
@Index({ properties: ['territoryId', 'status', 'dueOn'] })
@Check({ name: 'installation_step_done_check', expression: `(status = 'TODO') = (settled_at is null)` })
export class InstallationStep {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  installationId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Property({ type: 'text', comment: 'key of the step in the protocol; own ones begin with own-' })
  key!: string;

  @Property({ type: 'integer' })
  position!: number;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text', default: '' })
  description: Opt<string> = '';

  @Property({ type: 'text', default: '', comment: 'what the household reads; empty keeps it to the team' })
  publicWords: Opt<string> = '';

  @Property({ type: 'text', comment: 'a StepPhase' })
  phase!: StepPhase;

  @Property({ type: 'text', comment: 'a StepOwner' })
  owner!: StepOwner;

  @Property({ type: 'uuid', nullable: true, comment: 'NetworkActor of the directory subgraph' })
  actorId?: string;

  @Property({ type: 'text', nullable: true })
  actorName?: string;

  @Property({ type: 'text', nullable: true, comment: 'account of the member who does it' })
  assigneeId?: string;

  @Property({ type: 'text', nullable: true, comment: 'name of the member when it was given to them' })
  assigneeName?: string;

  @Property({ type: 'text', nullable: true, comment: 'whose it was before an absence' })
  standsInFor?: string;

  @Property({ type: 'text[]', default: [], comment: 'keys of the steps before it' })
  after: Opt<string[]> = [];

  @Property({ type: 'date', nullable: true, comment: 'unknown while what it is counted from has no date' })
  dueOn?: string;

  @Enum({ items: () => StepStatus, nativeEnumName: 'step_status', default: StepStatus.TODO })
  status: Opt<StepStatus> = StepStatus.TODO;

  @Property({ type: 'timestamptz', nullable: true })
  settledAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'account, household or name of who did it' })
  settledBy?: string;

  @Property({ type: 'text', nullable: true })
  note?: string;

  @Property({ type: 'jsonb', comment: 'StepDocument[]' })
  documents: StepDocument[] = [];

  @Property({ type: 'timestamptz', nullable: true })
  remindedAt?: Date;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'grows at each change: who changes says which one was read',
  })
  version: Opt<number> = 1;
}
