import { figuresPolicy, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/**
 * What one source says a commune has, by type of service, in one edition. The current one of each source counts; those
 * before it are the history of the commune's facts. A type that the source lists completely (see Source.exhaustiveTypes)
 * and that is not in `counts` is absent.
 */
@Entity({ rowLevelSecurity: 'force', policies: [...tenantPolicies(), figuresPolicy('territory')] })
@Index({ properties: ['territoryId', 'communeCode'] })
export class OfferStatement {
  @PrimaryKey({ type: 'uuid' })
  territoryId!: string;

  @PrimaryKey({ type: 'text' })
  sourceId!: string;

  @PrimaryKey({ type: 'text' })
  communeCode!: string;

  @PrimaryKey({ type: 'timestamptz', comment: 'when the edition was imported' })
  statedAt!: Date;

  @Property({ type: 'text', comment: 'edition, as its producer names it' })
  vintage!: string;

  @Property({ type: 'jsonb', comment: 'how many, by type code' })
  counts!: Record<string, number>;

  @Property({ type: 'boolean', default: true, comment: 'the latest of its source' })
  current: boolean = true;
}
