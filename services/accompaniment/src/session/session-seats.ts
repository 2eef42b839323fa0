import { Field, ID, Int, ObjectType } from 'type-graphql';
import { DiscoverySession } from './discovery-session.entity.js';

@ObjectType({ description: 'What is left of a session at one moment.', simpleResolvers: true })
export class SessionSeats {
  @Field(() => ID)
  sessionId!: string;

  @Field(() => Int, { description: 'In people.' })
  seatsLeft!: number;

  @Field(() => Int, { description: 'In households.' })
  waitlistLength!: number;

  @Field(() => DiscoverySession)
  session!: DiscoverySession;
}
