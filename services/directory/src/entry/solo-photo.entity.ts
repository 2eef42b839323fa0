import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownPolicies } from './own-policies.js';

/** A portrait or a picture of the work, in the sizes that pages show. The public sees that of a published entry alone. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({
      read: `${hasRole(...STAFF)} or exists (select from solo s where s.photo_id = solo_photo.id)`,
    }),
    ...ownPolicies('solo_id', 'select', 'insert'),
  ],
})
export class SoloPhoto {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  soloId!: string;

  @Property({ type: 'text', comment: 'what it shows, for those who do not see it' })
  alternative!: string;

  @Property({ type: 'integer' })
  width!: number;

  @Property({ type: 'integer' })
  height!: number;

  @Property({ type: 'blob', lazy: true, comment: 'WebP, 1600 pixels at most' })
  large!: Buffer;

  @Property({ type: 'blob', lazy: true, comment: 'WebP, 640 pixels at most' })
  small!: Buffer;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Date = new Date();
}
