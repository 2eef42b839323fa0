import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** That a member looked at an entry which is not public, or took it away. Rows are only added; administrators read them. */
@Entity({
  rowLevelSecurity: 'force',
  policies: tenantPolicies({ read: hasRole('ADMINISTRATOR', 'OPERATOR'), writers: STAFF }),
})
@Index({ properties: ['territoryId', 'at'] })
export class AccessRecord {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'null: several, or somebody erased since' })
  @Index()
  soloId?: string;

  @Property({ type: 'text[]', default: [], comment: 'ids of those of a list' })
  soloIds: Opt<string[]> = [];

  @Property({ type: 'text' })
  userId!: string;

  @Property({ type: 'text', comment: 'VIEWED, LISTED or EXPORTED' })
  what!: string;

  @Property({ type: 'integer', default: 1, comment: 'how many entries' })
  entries: number = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  at: Date = new Date();
}
