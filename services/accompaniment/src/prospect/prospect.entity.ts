import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { ArrayType } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ProspectStage } from './prospect-stage.js';

/** A household that considers settling. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies({ read: hasRole(...STAFF) }), figuresPolicy('accompaniment')],
})
@Check({ name: 'prospect_household_check', expression: 'adults between 1 and 10' })
export class Prospect {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  @Index()
  territoryId!: string;

  @Enum({ items: () => ProspectStage, nativeEnumName: 'prospect_stage', default: ProspectStage.NEW })
  stage: ProspectStage = ProspectStage.NEW;

  @Property({ type: 'date' })
  firstContactOn!: string;

  @Property({ type: 'integer' })
  adults!: number;

  @Property({ type: ArrayType, columnType: 'int[]', defaultRaw: `'{}'` })
  childrenBirthYears: number[] = [];

  @Property({ type: 'boolean', default: false })
  demonstration: boolean = false;
}
