import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';

/** That whoever has this address, number or SIRET does not want to be known here: kept as a hash, to be recognised alone. */
@Entity({ rowLevelSecurity: 'force', policies: tenantPolicies({ read: hasRole(...WRITERS) }) })
@Unique({ properties: ['territoryId', 'hash'] })
export class ObjectionKey {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', comment: 'SHA-256 of the territory, the kind of key and the key' })
  hash!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
