import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Two households that became one, with all that is needed to part them again. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
export class ProspectMerge {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  keptId!: string;

  @Property({ type: 'uuid', comment: 'the row that went: its id comes back when the merge is undone' })
  mergedId!: string;

  @Property({ type: 'jsonb', comment: 'both as they were: rows by table' })
  before!: Record<string, unknown>;

  @Property({ type: 'text' })
  mergedBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  mergedAt: Date = new Date();

  @Property({ type: 'timestamptz', nullable: true })
  undoneAt?: Date;
}
