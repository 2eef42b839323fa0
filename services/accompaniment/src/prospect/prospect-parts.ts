import { DateTimeResolver } from 'graphql-scalars';
import { Field, ID, Int, ObjectType } from 'type-graphql';
import { InstallationHorizon } from '../installation/installation-status.js';
import { Channel } from '../promotion/channel.js';

@ObjectType('ProspectTouch', {
  description: 'One time a household came by: what its form carried beside what it says.',
  simpleResolvers: true,
})
export class ProspectTouchNode {
  @Field(() => ID)
  id!: string;

  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => String, { description: 'REGISTRATION, CALLBACK, FAIR, AGENT or IMPORT.' })
  form!: string;

  @Field(() => String, {
    nullable: true,
    description: 'Measured: where the link is used that they followed.',
  })
  link!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Measured: the campaign of that link, or of the fair.',
  })
  campaign!: string | null;

  @Field(() => Channel, {
    nullable: true,
    description: 'Measured: the channel of that campaign; FAIR where they were met at one.',
  })
  channel!: Channel | null;

  @Field(() => String, { nullable: true, description: 'Measured: the fair where they were met.' })
  fair!: string | null;

  @Field(() => Channel, {
    nullable: true,
    description: 'Declared: how they say that they heard of the territory.',
  })
  declaredChannel!: Channel | null;

  @Field(() => String, { nullable: true, description: 'Declared, in their words.' })
  declaredWords!: string | null;
}

@ObjectType('ProspectConsent', {
  description: 'What a household agreed to, in the words that it read.',
  simpleResolvers: true,
})
export class ProspectConsentNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'FOLLOW_UP: to be kept and answered; NEWS: to get news by e-mail.' })
  purpose!: string;

  @Field(() => String)
  wording!: string;

  @Field(() => String)
  version!: string;

  @Field(() => String, { description: 'SITE, FAIR, PHONE or PAPER.' })
  channel!: string;

  @Field(() => DateTimeResolver)
  givenAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  withdrawnAt!: Date | null;
}

@ObjectType({
  description: 'Something that is known of what happened: a name and a value.',
  simpleResolvers: true,
})
export class ProspectEventDetail {
  @Field(() => String)
  name!: string;

  @Field(() => String)
  value!: string;
}

@ObjectType('ProspectEvent', { description: 'A line of a household’s timeline.', simpleResolvers: true })
export class ProspectEventNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'One of CAME_IN, CALLBACK_ASKED, CALLED, NOTED, MOVED, LOST…' })
  kind!: string;

  @Field(() => DateTimeResolver)
  at!: Date;

  @Field(() => ID, {
    nullable: true,
    description: 'Account of the member; null for the household itself and for the clock.',
  })
  userId!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer did it.' })
  mine!: boolean;

  @Field(() => Boolean, {
    description: 'Whether it came from the household: its data are kept longer for it.',
  })
  fromThem!: boolean;

  @Field(() => String, { nullable: true, description: 'A reason or a remark, as it was written.' })
  note!: string | null;

  @Field(() => [ProspectEventDetail])
  details!: ProspectEventDetail[];
}

@ObjectType('ProspectFile', {
  description: 'A document that is kept with a household.',
  simpleResolvers: true,
})
export class ProspectFileNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'As its content says: application/pdf, image/jpeg…' })
  mediaType!: string;

  @Field(() => Int, { description: 'In bytes.' })
  size!: number;

  @Field(() => DateTimeResolver)
  addedAt!: Date;

  @Field(() => ID, { description: 'Account of the member who added it.' })
  addedBy!: string;

  @Field(() => Boolean, { description: 'Whether the household reads it on its own page.' })
  shared!: boolean;

  @Field(() => Boolean, { description: 'Whether the household sent it.' })
  fromHousehold!: boolean;

  @Field(() => ID, { nullable: true, description: 'Step of its welcome that it was brought for.' })
  stepId!: string | null;

  @Field(() => String, { nullable: true, description: 'Which of the papers of that step it is.' })
  documentKey!: string | null;

  @Field(() => String, { description: 'Path on the site; it is always saved, never shown in place.' })
  href!: string;
}

@ObjectType({ description: 'A session that a household registered for.', simpleResolvers: true })
export class ProspectSession {
  @Field(() => ID)
  registrationId!: string;

  @Field(() => String, { description: 'CONFIRMED, WAITLISTED, OFFERED, CANCELLED, ATTENDED, NO_SHOW…' })
  status!: string;

  @Field(() => Int, { description: 'People of the household who come.' })
  seats!: number;

  @Field(() => DateTimeResolver)
  registeredAt!: Date;

  sessionId!: string;
}

@ObjectType({ description: 'A household’s settling.', simpleResolvers: true })
export class ProspectInstallation {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'PLANNED, EFFECTIVE or ABANDONED.' })
  status!: string;

  @Field(() => InstallationHorizon, { nullable: true })
  horizon!: InstallationHorizon | null;

  @Field(() => String, { description: 'Day on which it was planned, 2026-11-20.' })
  plannedOn!: string;

  @Field(() => String, { nullable: true, description: 'Day on which they had settled.' })
  effectiveOn!: string | null;

  communeCode!: string | null;
}
