import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What an actor offers newcomers, and at which step of their welcome. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({
    read: `${hasRole(...STAFF)} or exists (select from network_actor a where a.id = actor_id)`,
  }),
})
@Check({
  name: 'network_offer_step_check',
  expression: `step in ('CONTACT', 'DISCOVERY', 'PROJECT', 'HOUSING', 'FAMILY', 'WORK', 'ARRIVAL', 'FOLLOW_UP')`,
})
export class NetworkOffer {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  actorId!: string;

  @Property({ type: 'text' })
  step!: string;

  @Property({ type: 'text' })
  what!: string;

  @Property({ type: 'integer', nullable: true, comment: 'working days within which it answers' })
  answersWithin?: number;
}
