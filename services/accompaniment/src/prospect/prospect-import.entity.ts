import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A list of households on its way in: its rows are kept until they are imported or given up, a week at most. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
export class ProspectImport {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  fileName!: string;

  @Property({ type: 'text[]', comment: 'the headers of its columns' })
  headers!: string[];

  @Property({
    type: 'jsonb',
    nullable: true,
    comment: 'cells as text, row by row; null once it is done with',
  })
  rows?: string[][];

  @Property({ type: 'jsonb', comment: 'which column holds which field, by field' })
  mapping!: Record<string, string>;

  @Property({ type: 'text', comment: 'MAPPED, IMPORTED or GIVEN_UP' })
  state!: string;

  @Property({ type: 'jsonb', nullable: true, comment: 'what it did or would do: counts and refused rows' })
  report?: Record<string, unknown>;

  @Property({ type: 'text' })
  createdBy!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
