import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, ObjectType } from 'type-graphql';
import type { Row } from '../record/record-copy.js';
import { Commune } from '../references.js';
import { SoloStatus } from '../solo/solo-status.js';

@ObjectType({
  description: 'One of two records that may be one person’s, as members know it.',
  simpleResolvers: true,
})
export class MergeRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => SoloStatus)
  status!: SoloStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why a consented entry does not show: PAUSED, LAPSED or MODERATED.',
  })
  hiddenBecause!: string | null;

  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => [String])
  skills!: string[];

  @Field(() => String, { nullable: true })
  presentation!: string | null;

  @Field(() => Commune, { nullable: true, description: 'Where they work, also when it does not show.' })
  commune!: Commune | null;

  @Field(() => String, { nullable: true })
  area!: string | null;

  @Field(() => String, { nullable: true })
  nafCode!: string | null;

  @Field(() => [String], { description: 'ISO 639-1 codes.' })
  languages!: string[];

  @Field(() => Boolean)
  canSponsor!: boolean;

  @Field(() => ID, { nullable: true })
  photoId!: string | null;

  @Field(() => String, { nullable: true })
  personName!: string | null;

  @Field(() => String, { nullable: true })
  email!: string | null;

  @Field(() => String, { nullable: true })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => String, { nullable: true })
  siret!: string | null;

  @Field(() => String, { nullable: true, description: 'Members’ own notes.' })
  notes!: string | null;

  @Field(() => String, { description: 'How the territory came to know of them.' })
  identifiedBy!: string;

  @Field(() => DateTimeResolver)
  identifiedAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  publishedAt!: Date | null;

  @Field(() => Boolean)
  demonstration!: boolean;
}

/** A record out of its rows, as PostgreSQL writes them in JSON. */
export function toMergeRecord(solo: Row, contact: Row | null): MergeRecord {
  const text = (row: Row | null, column: string) => (row?.[column] as string | null | undefined) ?? null;
  const code = text(contact, 'commune_code') ?? text(solo, 'commune_code');
  const moment = (column: string) => (solo[column] ? new Date(solo[column] as string) : null);
  return {
    id: solo['id'] as string,
    slug: solo['slug'] as string,
    status: solo['status'] as SoloStatus,
    hiddenBecause: text(solo, 'hidden_because'),
    displayName: solo['display_name'] as string,
    activity: solo['activity'] as string,
    skills: solo['skills'] as string[],
    presentation: text(solo, 'presentation'),
    commune: code ? { code } : null,
    area: text(solo, 'area'),
    nafCode: text(solo, 'naf_code'),
    languages: solo['languages'] as string[],
    canSponsor: solo['can_sponsor'] as boolean,
    photoId: text(solo, 'photo_id'),
    personName: text(contact, 'person_name'),
    email: text(contact, 'email'),
    phone: text(contact, 'phone') ?? text(solo, 'phone'),
    website: text(contact, 'website') ?? text(solo, 'website'),
    siret: text(contact, 'siret'),
    notes: text(contact, 'notes'),
    identifiedBy: solo['identified_by'] as string,
    identifiedAt: moment('identified_at') as Date,
    publishedAt: moment('published_at'),
    demonstration: solo['demonstration'] as boolean,
  };
}
