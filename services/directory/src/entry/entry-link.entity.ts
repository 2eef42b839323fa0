import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownPolicies } from './own-policies.js';

/** A link that somebody got by e-mail. It opens once; the address itself holds no secret that the database knows. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies({ read: hasRole(...WRITERS) }), ...ownPolicies('solo_id', 'select')],
})
@Index({ properties: ['territoryId', 'emailKey', 'createdAt'] })
export class EntryLink {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'null: they are not known yet, and join by it' })
  @Index()
  soloId?: string;

  @Property({ type: 'text' })
  emailKey!: string;

  @Property({ type: 'text', comment: 'JOIN, MANAGE, RECONFIRM or OBJECT' })
  purpose!: string;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();

  @Property({ type: 'timestamptz' })
  expiresAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  usedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'until when its holder may go on' })
  sessionUntil?: Date;
}
