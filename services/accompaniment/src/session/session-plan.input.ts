import { ArrayMaxSize, IsOptional, IsUUID, Matches, MaxLength, ValidateNested } from 'class-validator';
import { Field, ID, InputType, Int } from 'type-graphql';
import { SessionFormat } from './session-format.js';

const CLOCK = { description: 'Clock time in Paris, as 2027-03-27T09:30.' };
/** Lengths here only keep out what no form sends; what a person can repair is a problem of the answer. */
const FAR_TOO_LONG = 10_000;

@InputType({ description: 'One step of a day.' })
export class ProgrammeItemInput {
  @Field(() => String, CLOCK)
  @MaxLength(40)
  startsAt!: string;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  title!: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  place?: string | null;

  @Field(() => String, { nullable: true, description: 'Who receives there; at most 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  host?: string | null;
}

@InputType({ description: 'A session as it shall be; what is left out is empty.' })
export class SaveSessionInput {
  @Field(() => ID, { nullable: true, description: 'Left out: a new draft.' })
  @IsUUID()
  @IsOptional()
  id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Of the record as it was read, so that nobody’s words are lost; needed to change a session.',
  })
  @MaxLength(100)
  @IsOptional()
  version?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'True: everybody registered is told of another date or place. Otherwise such a change waits for it.',
  })
  tell?: boolean | null;

  @Field(() => String, { description: '1 to 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  title!: string;

  @Field(() => SessionFormat)
  format!: SessionFormat;

  @Field(() => String, { nullable: true, description: 'At most 600 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  summary?: string | null;

  @Field(() => String, CLOCK)
  @MaxLength(40)
  startsAt!: string;

  @Field(() => String, CLOCK)
  @MaxLength(40)
  endsAt!: string;

  @Field(() => Int, { description: 'In people, 1 to 500; not below the seats that are taken.' })
  capacity!: number;

  @Field(() => ID, { nullable: true, description: 'INSEE code.' })
  @Matches(/^(\d{2}|2[AB])\d{3}$/, { message: 'Un code INSEE a 5 caractères.' })
  @IsOptional()
  hostCommuneCode?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  partnerName?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Where households are awaited; at most 200 characters.',
  })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  meetingPlace?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  lodging?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  meals?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  childcare?: string | null;

  @Field(() => String, { nullable: true, description: 'At most 1,000 characters.' })
  @MaxLength(FAR_TOO_LONG)
  @IsOptional()
  carSharing?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Clock time in Paris until when households can register; left out: until it starts.',
  })
  @MaxLength(40)
  @IsOptional()
  registrationClosesAt?: string | null;

  @Field(() => Int, {
    nullable: true,
    description:
      'For how many hours a freed seat is kept for whom it is offered to, 1 to 336; 48 when left out.',
  })
  offerHours?: number | null;

  @Field(() => [ProgrammeItemInput], { nullable: true, description: 'At most 60.' })
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @IsOptional()
  programme?: ProgrammeItemInput[] | null;
}
