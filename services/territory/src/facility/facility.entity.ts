import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** One service to the population at one place. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies({ many: true }), figuresPolicy('territory')],
})
@Index({ properties: ['territoryId', 'communeCode', 'typeCode'] })
@Index({ properties: ['territoryId', 'typeCode'] })
export class Facility {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  communeCode!: string;

  @Property({ type: 'text' })
  typeCode!: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'double', nullable: true })
  longitude?: number;

  @Property({ type: 'double', nullable: true })
  latitude?: number;

  @Property({ type: 'text' })
  sourceId!: string;
}
