import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { WelcomeProtocolRecord } from './welcome-protocol-record.js';

@ObjectType({ description: 'It is done.', simpleResolvers: true })
export class ProtocolSaved {
  readonly __typename = 'ProtocolSaved';

  @Field(() => WelcomeProtocolRecord, {
    nullable: true,
    description: 'As it stands now; null when it was discarded.',
  })
  record!: WelcomeProtocolRecord | null;
}

@ObjectType({
  description: 'Nothing was saved; what to repair, by field: `steps.3.after` is about the fourth step.',
  simpleResolvers: true,
})
export class ProtocolRefused {
  readonly __typename = 'ProtocolRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

@ObjectType({ description: 'Somebody else changed it meanwhile; nothing was saved.', simpleResolvers: true })
export class ProtocolOutdated {
  readonly __typename = 'ProtocolOutdated';

  @Field(() => WelcomeProtocolRecord, {
    nullable: true,
    description: 'As it stands now; null when it is gone.',
  })
  record!: WelcomeProtocolRecord | null;
}

export const ProtocolResult = createUnionType({
  name: 'ProtocolResult',
  types: () => [ProtocolSaved, ProtocolRefused, ProtocolOutdated] as const,
});
