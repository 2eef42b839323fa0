import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import type { EntryFields } from './entry-fields.js';
import { ownPolicies } from './own-policies.js';

/** An entry as its owner wants it: a draft of theirs, then a question to the moderators, then an answer. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...STAFF) }),
    ...ownPolicies('solo_id', 'select', 'insert', 'update'),
  ],
})
@Index({ properties: ['territoryId', 'state', 'submittedAt'] })
// One at a time: what is changed again before it is answered replaces what was asked.
@Unique({
  name: 'entry_change_open_unique',
  expression: `create unique index "entry_change_open_unique" on "entry_change" ("solo_id") where state in ('DRAFT', 'SUBMITTED')`,
})
export class EntryChange {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  soloId!: string;

  @Property({ type: 'text', comment: 'DRAFT, SUBMITTED, ACCEPTED, REFUSED or REPLACED' })
  state!: string;

  @Property({ type: 'jsonb' })
  fields!: EntryFields;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'counts up with every save: who saves over another is told',
  })
  version: number = 1;

  @Property({ type: 'timestamptz', nullable: true })
  submittedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true })
  decidedAt?: Date;

  @Property({ type: 'text', nullable: true })
  decidedBy?: string;

  @Property({ type: 'text', nullable: true, comment: 'why it was refused, as its owner reads it' })
  reason?: string;
}
