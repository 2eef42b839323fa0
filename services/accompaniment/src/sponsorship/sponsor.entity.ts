import { figuresPolicy, hasRole, tenantPolicies, WRITERS } from '@ancrage/subgraph/policies';
import { ArrayType, type Opt } from '@mikro-orm/core';
import { Check, Entity, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { acquaintedPolicy, sponsorPolicies } from './own-sponsor.js';

/** Somebody who lives here and helps newcomers settle: a solo of the directory, or another. */
@Entity({
  rowLevelSecurity: 'force',
  policies: [
    ...tenantPolicies({ read: hasRole(...WRITERS) }),
    ...sponsorPolicies('id', 'select', 'update'),
    acquaintedPolicy('household', 'sponsor.id'),
    figuresPolicy('accompaniment'),
  ],
})
@Unique({ properties: ['territoryId', 'emailKey'] })
// A solo is one sponsor, under whatever address.
@Unique({ properties: ['territoryId', 'soloId'] })
@Check({ name: 'sponsor_capacity_check', expression: 'capacity between 0 and 20' })
export class Sponsor {
  @PrimaryKey({ type: 'uuid' })
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'uuid', nullable: true, comment: 'Solo of the directory subgraph' })
  @Index()
  soloId?: string;

  @Property({ type: 'text' })
  name!: string;

  @Property({ type: 'text' })
  email!: string;

  @Property({ type: 'text', comment: 'by which an address is recognised' })
  emailKey!: string;

  @Property({ type: 'text', nullable: true, comment: 'E.164' })
  phone?: string;

  @Property({
    type: 'text[]',
    default: [],
    comment: 'addresses and numbers by which they are recognised too',
  })
  knownKeys: Opt<string[]> = [];

  @Property({ type: 'text', default: 'fr', comment: 'language of their letters' })
  locale: Opt<string> = 'fr';

  @Property({ type: 'text', nullable: true, comment: 'INSEE code' })
  communeCode?: string;

  @Property({ type: 'text', nullable: true, comment: 'what they live by' })
  activity?: string;

  @Property({ type: 'text', nullable: true, comment: 'their first words to a household' })
  presentation?: string;

  @Property({ type: 'text[]', default: [], comment: 'ISO 639-1' })
  languages: Opt<string[]> = [];

  @Property({ type: 'text[]', default: [] })
  interests: Opt<string[]> = [];

  @Property({ type: ArrayType, columnType: 'int[]', defaultRaw: `'{}'` })
  childrenBirthYears: Opt<number[]> = [];

  @Property({ type: 'integer', default: 1, comment: 'households at the same time' })
  capacity: Opt<number> = 1;

  @Property({ type: 'date', nullable: true, comment: 'takes nobody before this day' })
  pausedUntil?: string;

  @Property({ type: 'text', comment: 'the exact wording they agreed to' })
  consentWording!: string;

  @Property({ type: 'text' })
  consentVersion!: string;

  @Property({ type: 'text', default: 'PAPER', comment: 'SITE, PHONE or PAPER' })
  consentChannel: Opt<string> = 'PAPER';

  @Property({ type: 'timestamptz' })
  consentedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when they want no follow-up letters' })
  quietSince?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'no longer a sponsor' })
  leftAt?: Date;

  @Property({
    type: 'integer',
    default: 1,
    comment: 'grows at each change: who changes says which one was read',
  })
  version: Opt<number> = 1;

  @Property({ type: 'timestamptz', defaultRaw: 'now()' })
  createdAt: Opt<Date> = new Date();

  @Property({ type: 'boolean', default: false })
  demonstration: Opt<boolean> = false;
}
