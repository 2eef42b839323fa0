import { announceChange } from '@ancrage/subgraph/changes';
import { hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import { Check, Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';

/** A photograph of premises, in the sizes that pages show: what was sent is not kept, nor what a camera wrote in it. */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: tenantPolicies({
    read: `${hasRole(...STAFF)} or exists (select from premises p where p.id = premises_id)`,
  }),
})
@Check({ name: 'premises_photo_alternative_check', expression: 'length(alternative) between 1 and 300' })
export class PremisesPhoto {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid' })
  @Index()
  premisesId!: string;

  @Property({ type: 'integer', comment: 'place among the photographs, from 0' })
  place!: number;

  @Property({ type: 'text', comment: 'what it shows, for those who do not see it' })
  alternative!: string;

  @Property({ type: 'text', nullable: true, comment: 'who is to be named' })
  credit?: string;

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
