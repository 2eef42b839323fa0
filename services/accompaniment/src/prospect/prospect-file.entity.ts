import { CURRENT_TERRITORY, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

const OWN = `territory_id = ${CURRENT_TERRITORY} and 'household:' || prospect_id = current_setting('app.user_id', true) and shared`;

/**
 * A document that is kept with a household. What it is was read from its content. The household reads those that are
 * shared with it, and adds its own.
 */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    { name: 'own_select', command: 'select', using: OWN },
    { name: 'own_insert', command: 'insert', check: OWN },
  ],
})
@Check({ name: 'prospect_file_size_check', expression: 'octet_length(content) between 1 and 5000000' })
export class ProspectFile {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  prospectId!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  mediaType!: string;

  @Property({ type: 'blob', lazy: true })
  content!: Buffer;

  @Property({ type: 'text', comment: 'account of the member, or household' })
  addedBy!: string;

  @Property({ type: 'boolean', default: false, comment: 'true when the household reads it too' })
  shared: Opt<boolean> = false;

  @Property({ type: 'uuid', nullable: true, comment: 'step of its welcome that it was brought for' })
  stepId?: string;

  @Property({ type: 'text', nullable: true, comment: 'key of the document that the step asks for' })
  documentKey?: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  addedAt: Date = new Date();
}
