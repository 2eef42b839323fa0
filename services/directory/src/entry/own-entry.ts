import { DateResolver, DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';
import { ConsentPurpose } from '../consent/consent-purpose.js';
import { SoloStatus } from '../solo/solo-status.js';

export enum EntryPlace {
  COMMUNE = 'COMMUNE',
  AREA = 'AREA',
}
registerEnumType(EntryPlace, {
  name: 'EntryPlace',
  description: 'Where an entry says to be: in its commune, or somewhere in the area around it.',
});

export enum EntryOption {
  PHONE = 'PHONE',
  WEBSITE = 'WEBSITE',
  PHOTO = 'PHOTO',
  LANGUAGES = 'LANGUAGES',
}
registerEnumType(EntryOption, {
  name: 'EntryOption',
  description: 'What an entry shows or not, as its owner chooses. The rest always shows.',
});

export enum EntryChangeState {
  DRAFT = 'DRAFT',
  SUBMITTED = 'SUBMITTED',
  ACCEPTED = 'ACCEPTED',
  REFUSED = 'REFUSED',
}
registerEnumType(EntryChangeState, {
  name: 'EntryChangeState',
  description: 'Where the latest version of an entry stands: with its owner, with the moderators, decided.',
});

@ObjectType({ simpleResolvers: true })
export class EntryPhoto {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it shows, for those who do not see it.' })
  alternative!: string;

  @Field(() => Int)
  width!: number;

  @Field(() => Int)
  height!: number;
}

@ObjectType({ description: 'An entry as it is edited, moderated and published.', simpleResolvers: true })
export class EntryContent {
  @Field(() => String)
  displayName!: string;

  @Field(() => String)
  activity!: string;

  @Field(() => [String])
  skills!: string[];

  @Field(() => String, { nullable: true })
  presentation!: string | null;

  @Field(() => String, { nullable: true, description: 'INSEE code.' })
  communeCode!: string | null;

  @Field(() => EntryPlace)
  shownPlace!: EntryPlace;

  @Field(() => String, { nullable: true, description: 'What shows in place of the commune.' })
  area!: string | null;

  @Field(() => String, { nullable: true })
  nafCode!: string | null;

  @Field(() => [String], { description: 'ISO 639-1 codes.' })
  languages!: string[];

  @Field(() => String, { nullable: true, description: 'E.164.' })
  phone!: string | null;

  @Field(() => String, { nullable: true })
  website!: string | null;

  @Field(() => Boolean)
  canSponsor!: boolean;

  @Field(() => [EntryOption])
  shown!: EntryOption[];

  @Field(() => EntryPhoto, { nullable: true })
  photo!: EntryPhoto | null;
}

@ObjectType({ description: 'What somebody agreed to and has not taken back.', simpleResolvers: true })
export class EntryConsent {
  @Field(() => ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'The exact sentence.' })
  wording!: string;

  @Field(() => String)
  version!: string;

  @Field(() => DateTimeResolver)
  givenAt!: Date;
}

@ObjectType({ description: 'A sentence that one may agree to.', simpleResolvers: true })
export class EntryConsentOffer {
  @Field(() => ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => String)
  wording!: string;

  @Field(() => String, {
    description: 'Sent back with the agreement: nobody agrees to a sentence they did not read.',
  })
  version!: string;
}

@ObjectType({
  description: 'An entry as its owner sees it, by the session that their link opened.',
  simpleResolvers: true,
})
export class OwnEntry {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  slug!: string;

  @Field(() => String, { nullable: true, description: 'Where we write to; never public.' })
  email!: string | null;

  @Field(() => SoloStatus)
  status!: SoloStatus;

  @Field(() => String, {
    nullable: true,
    description: 'Why an entry that was agreed to does not show: PAUSED, LAPSED or MODERATED.',
  })
  hiddenBecause!: string | null;

  @Field(() => DateResolver, {
    nullable: true,
    description: 'Last day on which it shows without being confirmed again.',
  })
  reconfirmBy!: string | null;

  @Field(() => Boolean, {
    description: 'Whether it was public once: from then on changes are compared with what shows.',
  })
  wasPublished!: boolean;

  @Field(() => Int, { description: 'Counts the savings; sent back with the next one.' })
  version!: number;

  @Field(() => EntryChangeState, { nullable: true, description: 'Null when nothing was saved yet.' })
  state!: EntryChangeState | null;

  @Field(() => String, { nullable: true, description: 'Why the latest version was refused.' })
  reason!: string | null;

  @Field(() => DateTimeResolver, { nullable: true })
  submittedAt!: Date | null;

  @Field(() => EntryContent, { description: 'As it was last saved.' })
  content!: EntryContent;

  @Field(() => EntryContent, {
    nullable: true,
    description: 'As it is published, or was before it was hidden.',
  })
  published!: EntryContent | null;

  @Field(() => [EntryConsent])
  consents!: EntryConsent[];

  @Field(() => [EntryConsentOffer])
  wordings!: EntryConsentOffer[];

  @Field(() => DateTimeResolver, { description: 'Until when this session holds.' })
  sessionUntil!: Date;

  @Field(() => Boolean)
  demonstration!: boolean;
}
