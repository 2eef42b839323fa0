import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** One commune in one campaign: who was asked, and whether they answered. */
@Entity({
  rowLevelSecurity: 'force',
  // Their links are answered in public.
  triggers: [announceChange],
  policies: tenantPolicies({
    read: hasRole(...STAFF),
    writers: ['CONTRIBUTOR', 'AGENT', 'ADMINISTRATOR', 'OPERATOR'],
  }),
})
@Unique({ properties: ['campaignId', 'communeCode'] })
export class CampaignInvitation {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  campaignId!: string;

  @Property({ type: 'text' })
  communeCode!: string;

  @Property({ type: 'text', nullable: true, comment: 'address of the town hall or the body that answers' })
  email?: string;

  @Property({ type: 'timestamptz', nullable: true })
  sentAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'why the e-mail could not be handed over' })
  sendProblem?: string;

  @Property({ type: 'timestamptz', nullable: true })
  openedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  answeredAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'in whose name, as they wrote it' })
  answeredBy?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when its link is dead' })
  revokedAt?: Date;
}
