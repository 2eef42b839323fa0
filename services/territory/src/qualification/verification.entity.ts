import { announceChange } from '@ancrage/subgraph/changes';
import { tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** What somebody who knows the place vouched for, about one type of service of a commune, and until when it holds. */
@Entity({ rowLevelSecurity: 'force', triggers: [announceChange], policies: tenantPolicies() })
@Check({ name: 'verification_count_check', expression: 'count between 0 and 1000' })
@Index({ properties: ['territoryId', 'expiresAt'] })
export class Verification {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text' })
  communeCode!: string;

  @PrimaryKey({ type: 'text' })
  typeCode!: string;

  @Property({ type: 'integer', comment: 'how many there are; 0: none' })
  count!: number;

  @Property({
    type: 'text',
    comment: 'the body that vouches, as the public may read it: a town hall, the territory',
  })
  verifiedBy!: string;

  @Property({ type: 'timestamptz' })
  verifiedAt!: Date;

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'text', nullable: true })
  note?: string;
}
