import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** An organisation or a person of the reception network. The public sees those that agreed to be named. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: `${hasRole(...STAFF)} or published_at is not null` }),
})
@Index({ properties: ['territoryId', 'scale'] })
@Check({ name: 'network_actor_kind_check', expression: `kind in ('ORGANISATION', 'PERSON')` })
@Check({
  name: 'network_actor_scale_check',
  expression: `scale in ('LOCAL', 'DEPARTMENT', 'REGION', 'NATIONAL')`,
})
@Check({
  name: 'network_actor_published_check',
  expression: 'published_at is null or consent_given_at is not null',
})
export class NetworkActor {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  kind!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  scale!: string;

  @Property({ type: 'text', nullable: true, comment: 'what it is, in a few public sentences' })
  description?: string;

  @Property({ type: 'text', nullable: true })
  website?: string;

  @Property({ type: 'text', nullable: true, comment: 'INSEE code of where it is' })
  communeCode?: string;

  @Property({ type: 'text', nullable: true, comment: 'what it committed itself to, as it was agreed' })
  commitment?: string;

  @Property({ type: 'date', nullable: true })
  committedOn?: string;

  @Property({ type: 'date', nullable: true, comment: 'until when the commitment runs' })
  committedUntil?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when it agreed to be named in public' })
  consentGivenAt?: Date;

  @Property({ type: 'text', nullable: true, comment: 'the sentence that it agreed to' })
  consentWording?: string;

  @Property({ type: 'text', nullable: true })
  consentVersion?: string;

  @Property({ type: 'timestamptz', nullable: true })
  publishedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'kept for its history, mobilised no more' })
  archivedAt?: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
