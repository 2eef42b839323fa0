import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { ownPolicies } from '../entry/own-policies.js';
import { ArrivalStatus } from './arrival-status.js';

/**
 * A newcomer's know-how, presented when they join. It shows while their consent to it holds: the database withdraws
 * it with the consent (migration `arrivals`).
 */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({
      read: `${hasRole(...STAFF)} or (status = 'PUBLISHED' and consent_id is not null)`,
    }),
    ...ownPolicies('solo_id', 'select', 'update'),
  ],
})
@Unique({ properties: ['territoryId', 'slug'] })
@Check({
  name: 'arrival_published_check',
  expression: `status <> 'PUBLISHED' or (published_at is not null and consent_id is not null)`,
})
export class Arrival {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  slug!: string;

  @Property({ type: 'uuid' })
  @Index()
  soloId!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'their consent to be presented to the press' })
  consentId?: string;

  @Enum({ items: () => ArrivalStatus, nativeEnumName: 'arrival_status', default: ArrivalStatus.DRAFT })
  status: ArrivalStatus = ArrivalStatus.DRAFT;

  @Property({ type: 'text' })
  title!: string;

  @Property({ type: 'text', comment: 'a few words under the title' })
  summary!: string;

  @Property({ type: 'text', comment: 'paragraphs, parted by empty lines' })
  body!: string;

  @Property({ type: 'text', nullable: true, comment: 'INSEE code of where they settled' })
  communeCode?: string;

  @Property({ type: 'date', nullable: true, comment: 'when they arrived' })
  arrivedOn?: string;

  @Property({ type: 'timestamptz', nullable: true })
  publishedAt?: Date;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  updatedAt: Date = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
