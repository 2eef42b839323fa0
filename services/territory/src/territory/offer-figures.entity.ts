import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Figures of a territory's offer, recomputed with it; a region reads them through offer_figures_of(). */
@Entity({
  tableName: 'offer_figures',
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies(), figuresPolicy('territory')],
})
export class OfferFigures {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'integer' })
  facilities!: number;

  @Property({ type: 'integer' })
  facilityTypes!: number;

  @Property({
    type: 'integer',
    nullable: true,
    comment: 'premises that can have fibre; null while no coverage is known',
  })
  fibrePremises?: number;

  @Property({ type: 'integer', nullable: true })
  premises?: number;

  @Property({ type: 'boolean' })
  demonstration!: boolean;

  @Property({ type: 'timestamptz' })
  asOf!: Date;
}
