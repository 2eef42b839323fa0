import { announceChange } from '@ancrage/subgraph/changes';
import { tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Which of several sources is believed about one fact, and why. It holds until a source says something else. */
@Entity({ rowLevelSecurity: 'force', triggers: [announceChange], policies: tenantPolicies() })
@Check({ name: 'conflict_decision_count_check', expression: 'count between 0 and 1000' })
@Check({ name: 'conflict_decision_reason_check', expression: 'length(reason) between 1 and 1000' })
export class ConflictDecision {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text' })
  communeCode!: string;

  @PrimaryKey({ type: 'text' })
  typeCode!: string;

  @Property({ type: 'integer' })
  count!: number;

  @Property({ type: 'jsonb', comment: 'what the sources said when it was decided: count by source' })
  considered!: Record<string, number>;

  @Property({ type: 'text' })
  reason!: string;

  @Property({ type: 'text' })
  decidedBy!: string;

  @Property({ type: 'timestamptz' })
  decidedAt!: Date;
}
