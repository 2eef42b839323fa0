import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** That a record was erased: its former id leads nowhere any more, and to no other record. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...STAFF) }) })
export class SoloErasure {
  @PrimaryKey({ type: 'uuid' })
  soloId!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  erasedAt: Date = new Date();

  @Property({ type: 'text', comment: 'account of the member, or SELF for the person themselves' })
  erasedBy!: string;
}
