import {
  ArrayMaxSize,
  ArrayMinSize,
  IsIn,
  IsOptional,
  Length,
  MaxLength,
  ValidateNested,
} from 'class-validator';
import { Field, InputType } from 'type-graphql';
import { Basemap, MAXIMUM_STYLE_ADDRESS } from './basemap.js';
import { MailSender } from './mail-sender.js';
import { Theme } from './theme.js';

export const LOCALES = ['fr', 'en', 'oc', 'es'];

@InputType({ description: 'Words of the territory in one language.' })
export class TerritoryTextInput {
  @Field(() => String)
  @IsIn(LOCALES)
  locale!: string;

  @Field(() => String)
  @MaxLength(160)
  tagline!: string;

  @Field(() => String)
  @MaxLength(2000)
  presentation!: string;
}

@InputType({ description: 'Settings to change; what is left out stays.' })
export class UpdateTerritoryInput {
  @Field(() => String, { nullable: true })
  @Length(2, 120)
  @IsOptional()
  name?: string;

  @Field(() => Theme, { nullable: true })
  @IsOptional()
  theme?: Theme;

  @Field(() => [String], { nullable: true })
  @ArrayMinSize(1)
  @ArrayMaxSize(4)
  @IsIn(LOCALES, { each: true })
  @IsOptional()
  locales?: string[];

  @Field(() => String, { nullable: true })
  @IsIn(LOCALES)
  @IsOptional()
  defaultLocale?: string;

  @Field(() => Basemap, { nullable: true })
  @IsOptional()
  basemap?: Basemap;

  @Field(() => String, {
    nullable: true,
    description: 'Address of a MapLibre style; required with CUSTOM, forgotten with the others.',
  })
  @MaxLength(MAXIMUM_STYLE_ADDRESS)
  @IsOptional()
  basemapStyle?: string;

  @Field(() => MailSender, { nullable: true })
  @ValidateNested()
  @IsOptional()
  mailSender?: MailSender;

  @Field(() => [TerritoryTextInput], { nullable: true })
  @ArrayMaxSize(4)
  @ValidateNested({ each: true })
  @IsOptional()
  texts?: TerritoryTextInput[];
}
