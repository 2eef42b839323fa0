import { ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { ArgsType, Field, InputType, Int } from 'type-graphql';
import { ConsentPurpose } from '../consent/consent-purpose.js';
import { EntryOption, EntryPlace } from './own-entry.js';

/** Longer than anything sensible, so that a clear word can be said of what is too long; beyond it nothing is read. */
const READ = 20_000;

@InputType({ description: 'An entry as its owner typed it; a draft may be incomplete.' })
export class EntryInput {
  @Field(() => String, { description: 'Name of the business or the person, up to 80 characters.' })
  @MaxLength(READ)
  displayName!: string;

  @Field(() => String, { description: 'What they do, up to 80 characters.' })
  @MaxLength(READ)
  activity!: string;

  @Field(() => [String], {
    description: 'Up to 12 skills of up to 60 characters: from the vocabulary, or their own.',
  })
  @ArrayMaxSize(200)
  @MaxLength(READ, { each: true })
  skills!: string[];

  @Field(() => String, { nullable: true, description: 'Up to 1500 characters.' })
  @IsOptional()
  @MaxLength(READ)
  presentation?: string | null;

  @Field(() => String, { nullable: true, description: 'INSEE code of where they work.' })
  @IsOptional()
  @MaxLength(10)
  communeCode?: string | null;

  @Field(() => EntryPlace)
  shownPlace!: EntryPlace;

  @Field(() => String, {
    nullable: true,
    description: 'Name of the area that shows in place of the commune, up to 120 characters.',
  })
  @IsOptional()
  @MaxLength(READ)
  area?: string | null;

  @Field(() => String, { nullable: true, description: 'NAF revision 2, such as 62.01Z.' })
  @IsOptional()
  @MaxLength(200)
  nafCode?: string | null;

  @Field(() => [String], { description: 'Up to 8 ISO 639-1 codes.' })
  @ArrayMaxSize(50)
  @MaxLength(20, { each: true })
  languages!: string[];

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(READ)
  phone?: string | null;

  @Field(() => String, { nullable: true, description: 'https only.' })
  @IsOptional()
  @MaxLength(READ)
  website?: string | null;

  @Field(() => Boolean)
  canSponsor!: boolean;

  @Field(() => [EntryOption], { description: 'What shows of what may be kept unseen.' })
  @ArrayMaxSize(4)
  shown!: EntryOption[];
}

@InputType({ description: 'That somebody agrees to a sentence.' })
export class EntryConsentInput {
  @Field(() => ConsentPurpose)
  purpose!: ConsentPurpose;

  @Field(() => String, { description: 'Edition of the sentence that was read.' })
  @MaxLength(20)
  version!: string;
}

@ArgsType()
export class EntrySessionArguments {
  @Field(() => String, { description: 'What opening the link gave.' })
  @MaxLength(100)
  session!: string;
}

@ArgsType()
export class SaveEntryArguments extends EntrySessionArguments {
  @Field(() => Int, {
    description: 'That of the entry as it was read: somebody else’s savings are not written over.',
  })
  version!: number;

  @Field(() => EntryInput)
  @ValidateNested()
  input!: EntryInput;
}

@ArgsType()
export class SubmitEntryArguments extends EntrySessionArguments {
  @Field(() => Int)
  version!: number;

  @Field(() => [EntryConsentInput], {
    description:
      'To the web: required, unless it was given before. To the press and the region: as they like.',
  })
  @ArrayMaxSize(3)
  @ValidateNested({ each: true })
  consents!: EntryConsentInput[];
}

@ArgsType()
export class LocaleArguments {
  @Field(() => String, { defaultValue: 'fr' })
  @MaxLength(10)
  locale!: string;
}
