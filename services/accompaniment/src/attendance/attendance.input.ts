import { ArrayMaxSize, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { ArgsType, Field, ID, InputType, Int } from 'type-graphql';

@InputType({ description: 'That one person came, or did not.' })
export class AttendanceMarkInput {
  @Field(() => ID, { description: 'A uuid that the caller chose: the same key again is the same mark.' })
  @IsUUID(undefined, { message: 'Un uuid.' })
  key!: string;

  @Field(() => ID)
  @IsUUID(undefined, { message: 'Un uuid.' })
  registrationId!: string;

  @Field(() => Int, { description: 'Rank in the household, from 0.' })
  @Min(0)
  @Max(19)
  person!: number;

  @Field(() => Boolean)
  attended!: boolean;

  @Field(() => DateTimeResolver, {
    description:
      'When it was marked, by the clock of the caller. Of two marks of a person the later one holds.',
  })
  markedAt!: Date;
}

@InputType()
export class MarkAttendanceInput {
  @Field(() => [AttendanceMarkInput], { description: '1 to 200, of any sessions.' })
  @ArrayMaxSize(200, { message: 'Au plus 200 marques à la fois.' })
  marks!: AttendanceMarkInput[];

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'What the caller’s clock says now: a clock that is wrong is corrected by the difference.',
  })
  sentAt?: Date | null;
}

@ArgsType()
export class SessionDayArguments {
  @Field(() => ID)
  @MaxLength(100)
  sessionId!: string;
}

@ArgsType()
export class CloseSessionDayArguments extends SessionDayArguments {
  @Field(() => Int, {
    description: 'How many households the caller takes to be absent: another number closes nothing.',
  })
  @Min(0)
  @Max(500)
  absentHouseholds!: number;
}

@ArgsType()
export class CheckInArguments {
  @Field(() => String, { description: 'What the household’s code holds.' })
  @MaxLength(200)
  token!: string;
}
