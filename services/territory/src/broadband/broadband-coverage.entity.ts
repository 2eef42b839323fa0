import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** Premises of a commune eligible by wired speed and by technology in one quarter, as ARCEP counts them. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies(), figuresPolicy('territory')],
})
export class BroadbandCoverage {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text' })
  communeCode!: string;

  @PrimaryKey({ type: 'text', comment: 'e.g. 2026-T1' })
  quarter!: string;

  @Property({
    type: 'integer',
    comment: 'all premises; the other columns count those eligible, null while unknown',
  })
  premises!: number;

  @Property({ type: 'integer', nullable: true })
  atLeast8?: number | null;

  @Property({ type: 'integer', nullable: true })
  atLeast30?: number | null;

  @Property({ type: 'integer', nullable: true })
  atLeast100?: number | null;

  @Property({ type: 'integer', nullable: true })
  atLeast1000?: number | null;

  @Property({ type: 'integer', nullable: true })
  copper?: number | null;

  @Property({ type: 'integer', nullable: true })
  cable?: number | null;

  @Property({ type: 'integer', nullable: true })
  fibre?: number | null;

  @Property({ type: 'integer', nullable: true })
  fixed4g?: number | null;

  @Property({ type: 'integer', nullable: true })
  satellite?: number | null;

  @Property({ type: 'text' })
  sourceId!: string;
}
