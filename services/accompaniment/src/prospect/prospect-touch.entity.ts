import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * How a household came by, once more: what the form carried (measured) beside what they say (declared). The first and
 * the last one are what campaigns are counted by; they stay when the household is forgotten, without its words.
 */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
@Index({ properties: ['prospectId', 'at'] })
export class ProspectTouch {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  prospectId!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  at: Date = new Date();

  @Property({ type: 'text', comment: 'REGISTRATION, CALLBACK, FAIR, AGENT or IMPORT' })
  form!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'measured: the link whose code the form carried' })
  @Index()
  linkId?: string;

  @Property({ type: 'uuid', nullable: true, comment: 'measured: the fair where they were met' })
  @Index()
  fairId?: string;

  @Property({ type: 'text', nullable: true, comment: 'declared: PRESS, WEB, FAIR, PARTNER or WORD_OF_MOUTH' })
  declaredChannel?: string;

  @Property({ type: 'text', nullable: true, comment: 'declared, in their words' })
  declaredWords?: string;
}
