import { tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/**
 * A short address of a campaign or a fair, for a poster or a post. Whoever follows it carries its code in the address and
 * in the form, nowhere else; how often it was followed is counted, by whom is not.
 */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies() })
@Unique({ properties: ['territoryId', 'code'] })
@Check({ name: 'promotion_link_code_check', expression: `code ~ '^[a-z0-9-]{2,40}$'` })
export class PromotionLink {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  campaignId?: string;

  @Property({ type: 'uuid', nullable: true })
  @Index()
  fairId?: string;

  @Property({ type: 'text', comment: 'what stands in the address: salon-toulouse' })
  code!: string;

  @Property({ type: 'text', comment: 'where it is used: poster at the station' })
  label!: string;

  @Property({ type: 'text', comment: 'page of the site that it leads to: /decouvrir' })
  target!: string;

  @Property({ type: 'integer', default: 0, comment: 'times it was followed' })
  followed: number = 0;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
