import { announceChange } from '@ancrage/subgraph/changes';
import { figuresPolicy, hasRole, STAFF, tenantPolicies } from '@ancrage/subgraph/policies';
import type { Opt } from '@mikro-orm/core';
import { Check, Entity, Enum, Index, PrimaryKey, Property, Unique } from '@mikro-orm/decorators/legacy';
import { DateTimeResolver } from 'graphql-scalars';
import { Directive, Field, ID, ObjectType } from 'type-graphql';
import { ownPolicies } from '../entry/own-policies.js';
import { SoloStatus } from './solo-status.js';

/** Identified is not published: without a consent that holds, only the territory's own people read a row. */
const READ = `${hasRole(...STAFF)} or (status = 'PUBLISHED' and consent_id is not null)`;

/**
 * A one-person business of the territory. Two migrations complete its table: `publication` ties it to a consent that
 * holds, `search` adds the columns that search needs.
 */
@Entity({
  rowLevelSecurity: 'force',
  triggers: [announceChange],
  policies: [
    ...tenantPolicies({ read: READ }),
    ...ownPolicies('id', 'select', 'update'),
    figuresPolicy('directory'),
  ],
})
@Unique({ properties: ['territoryId', 'slug'] })
// Covers what the count of a commune's solos reads, policy included: no row is fetched for it.
@Index({ properties: ['territoryId', 'communeCode'], include: ['status', 'consentId'] })
@Check({
  name: 'solo_consented_check',
  expression: `(status in ('CONSENTED', 'PUBLISHED')) = (consent_id is not null)`,
})
@Check({ name: 'solo_published_check', expression: `status <> 'PUBLISHED' or published_at is not null` })
@Check({ name: 'solo_withdrawn_check', expression: `(status = 'WITHDRAWN') = (withdrawn_at is not null)` })
@Check({
  name: 'solo_erased_check',
  expression: `erased_at is null or (status <> 'PUBLISHED' and display_name = '' and activity = '' and identified_by = '' and skills = '{}' and languages = '{}' and num_nonnulls(presentation, commune_code, area, naf_code, phone, website, photo_id, consent_id) = 0)`,
})
@ObjectType({ description: 'A one-person business that agreed to be published.', simpleResolvers: true })
@Directive('@key(fields: "id")')
export class Solo {
  @PrimaryKey({ type: 'uuid' })
  @Field(() => ID)
  id!: string;

  @Property({ type: 'uuid' })
  territoryId!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'Short name in addresses, unique in the territory.' })
  slug!: string;

  @Enum({ items: () => SoloStatus, nativeEnumName: 'solo_status', default: SoloStatus.IDENTIFIED })
  status: SoloStatus = SoloStatus.IDENTIFIED;

  @Property({ type: 'text', comment: 'how the territory came to know of this business' })
  identifiedBy!: string;

  @Property({ type: 'timestamptz' })
  identifiedAt!: Date;

  @Property({ type: 'timestamptz', nullable: true })
  @Field(() => DateTimeResolver, { nullable: true })
  publishedAt?: Date;

  @Property({ type: 'timestamptz', nullable: true, comment: 'set when the consent is withdrawn' })
  withdrawnAt?: Date;

  @Property({
    type: 'uuid',
    nullable: true,
    comment: 'the consent that holds; the database accepts no other',
  })
  consentId?: string;

  @Property({ type: 'text' })
  @Field(() => String)
  displayName!: string;

  @Property({ type: 'text' })
  @Field(() => String, { description: 'What the business does, in a few words.' })
  activity!: string;

  @Property({ type: 'text[]' })
  @Field(() => [String])
  skills!: string[];

  @Property({ type: 'text', nullable: true })
  @Field(() => String, { nullable: true, description: 'A few sentences in the words of the business.' })
  presentation?: string;

  @Property({ type: 'text', nullable: true, comment: 'INSEE code' })
  communeCode?: string;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'what is shown in place of the commune, when that is not',
  })
  @Field(() => String, {
    nullable: true,
    description: 'The surroundings, for a solo who does not show their commune.',
  })
  area?: string;

  @Property({ type: 'text', nullable: true, comment: 'NAF revision 2: 62.01Z' })
  @Field(() => String, {
    nullable: true,
    description: 'Main activity by the NAF (revision 2), such as 62.01Z.',
  })
  nafCode?: string;

  @Property({ type: 'text[]', default: [] })
  @Field(() => [String], { description: 'Languages spoken with clients, as ISO 639-1 codes.' })
  languages: Opt<string[]> = [];

  @Property({ type: 'text', nullable: true, comment: 'published because they chose so' })
  @Field(() => String, { nullable: true, description: 'Telephone number, for those who show it.' })
  phone?: string;

  @Property({ type: 'text', nullable: true, comment: 'published because they chose so' })
  @Field(() => String, { nullable: true, description: 'Address of their own site, for those who show it.' })
  website?: string;

  @Property({ type: 'uuid', nullable: true })
  photoId?: string;

  @Property({ type: 'timestamptz', nullable: true, comment: 'since when it stands where it does' })
  statusChangedAt?: Date;

  @Property({
    type: 'text',
    nullable: true,
    comment: 'why a consented entry does not show: PAUSED, LAPSED or MODERATED',
  })
  hiddenBecause?: string;

  @Property({
    type: 'date',
    nullable: true,
    comment: 'unpublished after it, unless they say that it still holds',
  })
  reconfirmBy?: string;

  @Property({
    type: 'timestamptz',
    nullable: true,
    comment: 'what is left of somebody erased: it counts, and tells nothing',
  })
  erasedAt?: Date;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'Whether this solo offers to sponsor newcomers.' })
  canSponsor: boolean = false;

  @Property({ type: 'boolean', default: false })
  @Field(() => Boolean, { description: 'True for generated records; every screen that shows them says so.' })
  demonstration: boolean = false;
}
