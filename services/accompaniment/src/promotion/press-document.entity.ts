import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Something of the press kit: a release, a picture with its credit, a logo. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({ read: `${hasRole(...STAFF)} or shown` }),
})
@Check({ name: 'press_document_size_check', expression: 'octet_length(content) between 1 and 10000000' })
export class PressDocument {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text', nullable: true, comment: 'what it tells, or whom to credit' })
  summary?: string;

  @Property({ type: 'text' })
  fileName!: string;

  @Property({ type: 'text', comment: 'read from the content' })
  mediaType!: string;

  @Property({ type: 'blob', lazy: true })
  content!: Buffer;

  @Property({ type: 'date' })
  datedOn!: string;

  @Property({ type: 'boolean', default: false })
  shown: boolean = false;
}
