import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownPolicies } from '../entry/own-policies.js';

/** What happened to a solo, and who did it. Rows are only added. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies({ read: hasRole(...WRITERS) }), ...ownPolicies('solo_id', 'select', 'insert')],
})
@Index({ properties: ['soloId', 'at'] })
export class SoloEvent {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  soloId!: string;

  @Property({ type: 'text', comment: 'one of SoloEventKind' })
  kind!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  at: Date = new Date();

  @Property({
    type: 'text',
    nullable: true,
    comment: 'account of the member, or solo:… for the person themselves',
  })
  userId?: string;

  @Property({ type: 'text', nullable: true, comment: 'a reason or a remark, as it was written' })
  note?: string;

  @Property({ type: 'jsonb', nullable: true })
  detail?: Record<string, unknown>;
}
