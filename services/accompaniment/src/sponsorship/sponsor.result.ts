import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { SponsorRecord } from './sponsor-record.js';

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class SponsorSaved {
  readonly __typename = 'SponsorSaved';

  @Field(() => SponsorRecord)
  record!: SponsorRecord;
}

@ObjectType({
  description: 'Somebody else changed the sponsor meanwhile; nothing was saved.',
  simpleResolvers: true,
})
export class SponsorOutdated {
  readonly __typename = 'SponsorOutdated';

  @Field(() => SponsorRecord, { description: 'As they stand now.' })
  record!: SponsorRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class SponsorRefused {
  readonly __typename = 'SponsorRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const SponsorResult = createUnionType({
  name: 'SponsorResult',
  types: () => [SponsorSaved, SponsorOutdated, SponsorRefused] as const,
});
