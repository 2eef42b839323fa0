import { createUnionType, Field, ObjectType } from 'type-graphql';
import { DiscoverySession } from './discovery-session.entity.js';

@ObjectType({ simpleResolvers: true })
export class SessionCapacityChanged {
  readonly __typename = 'SessionCapacityChanged';

  @Field(() => DiscoverySession)
  session!: DiscoverySession;
}

@ObjectType({
  description: 'The capacity stays as it is; the message says why, in the language of the reader.',
  simpleResolvers: true,
})
export class SessionCapacityRefused {
  readonly __typename = 'SessionCapacityRefused';

  @Field(() => String)
  message!: string;
}

export const ChangeSessionCapacityResult = createUnionType({
  name: 'ChangeSessionCapacityResult',
  types: () => [SessionCapacityChanged, SessionCapacityRefused] as const,
});
