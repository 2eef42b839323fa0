import { hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { Entity, Index, PrimaryKey, Property } from '@mikro-orm/decorators/legacy';
import { ownPolicies } from '../entry/own-policies.js';

/**
 * What is known of a solo and not published: how to reach them, and what they wrote before anybody else may read it.
 * A public reader never reaches this table; what may show is copied to the solo when it is published.
 */
@Entity({
  rowLevelSecurity: 'force',
  policies: [...tenantPolicies({ read: hasRole(...WRITERS) }), ...ownPolicies('solo_id', 'select', 'update')],
})
@Index({ properties: ['territoryId', 'emailKey'] })
@Index({ properties: ['territoryId', 'phoneKey'] })
@Index({ properties: ['territoryId', 'siret'] })
export class SoloContact {
  @PrimaryKey({ type: 'uuid' })
  soloId!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text', nullable: true, comment: 'the person, where the business has another name' })
  personName?: string;

  @Property({ type: 'text', nullable: true })
  email?: string;

  @Property({ type: 'text', nullable: true, comment: 'the address as it is compared' })
  emailKey?: string;

  @Property({ type: 'text', nullable: true })
  phone?: string;

  @Property({ type: 'text', nullable: true, comment: 'the number as it is compared: +33…' })
  phoneKey?: string;

  @Property({ type: 'text', nullable: true, comment: '14 digits, checked by Luhn' })
  siret?: string;

  @Property({ type: 'text', nullable: true })
  website?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'INSEE code of where they work, also when it is not shown',
  })
  communeCode?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'language in which they last wrote to us, and are written to: fr or en',
  })
  locale?: string;

  @Property({ type: 'text[]', comment: 'fields that they agreed to show: EMAIL is never among them' })
  shown: string[] = [];

  @Property({ type: 'text', nullable: true, comment: 'members’ own notes' })
  notes?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when they were told that they are known here' })
  informedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'when they objected to being kept' })
  objectedAt?: Date;
}
