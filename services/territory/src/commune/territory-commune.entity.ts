import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Enum, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { BroadbandClass } from '../broadband/broadband-class.js';

/** A commune in a territory, with the figures of its offer ready for lists and maps. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [...tenantPolicies(), figuresPolicy('territory')],
})
@Index({ properties: ['territoryId', 'nameKey', 'communeCode'] })
@Index({ properties: ['territoryId', 'population', 'communeCode'] })
export class TerritoryCommune {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text' })
  communeCode!: string;

  @Property({ type: 'text', comment: 'copied from the commune, to be in one index with the territory' })
  nameKey!: string;

  @Property({ type: 'integer', comment: 'copied from the commune; 0 where unknown, for order alone' })
  population!: number;

  @Enum({
    items: () => BroadbandClass,
    nativeEnumName: 'broadband_class',
    nullable: true,
    comment: 'null: unknown',
  })
  broadbandClass?: BroadbandClass;

  @Property({
    type: 'jsonb',
    default: '{}',
    comment: 'how many facilities, by type code',
  })
  facilityCounts!: Record<string, number>;

  @Property({
    type: 'text[]',
    default: [],
    comment:
      'types of which somebody vouched that there is none, besides those that a source lists completely',
  })
  absentTypes: string[] = [];

  @Property({ type: 'text[]', default: [], comment: 'types about which sources disagree, undecided' })
  conflictingTypes: string[] = [];

  @Property({
    type: 'real',
    default: 0,
    comment: 'share of the types that matter of which something is known, 0 to 1',
  })
  completeness: number = 0;

  @Property({ type: 'real', default: 0, comment: 'share of the types that matter that are verified, 0 to 1' })
  verifiedShare: number = 0;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when somebody last vouched for its facts' })
  verifiedAt?: Date;

  @Property({ type: 'text', nullable: true })
  verifiedBy?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when the first verified fact expires' })
  verifiedUntil?: Date;
}
