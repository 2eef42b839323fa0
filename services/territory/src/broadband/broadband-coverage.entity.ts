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

  @Property({ type: 'integer', comment: 'all premises; the other columns count those eligible' })
  premises!: number;

  @Property({ type: 'integer' })
  atLeast8!: number;

  @Property({ type: 'integer' })
  atLeast30!: number;

  @Property({ type: 'integer' })
  atLeast100!: number;

  @Property({ type: 'integer' })
  atLeast1000!: number;

  @Property({ type: 'integer' })
  copper!: number;

  @Property({ type: 'integer' })
  cable!: number;

  @Property({ type: 'integer' })
  fibre!: number;

  @Property({ type: 'integer' })
  fixed4g!: number;

  @Property({ type: 'integer' })
  satellite!: number;

  @Property({ type: 'text' })
  sourceId!: string;
}
