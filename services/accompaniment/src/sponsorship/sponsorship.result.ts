import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { SponsorshipRecord } from './sponsorship-record.js';

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class SponsorshipSaved {
  readonly __typename = 'SponsorshipSaved';

  @Field(() => SponsorshipRecord)
  record!: SponsorshipRecord;
}

@ObjectType({
  description: 'One of the two, or a colleague, changed it meanwhile; nothing was saved.',
  simpleResolvers: true,
})
export class SponsorshipOutdated {
  readonly __typename = 'SponsorshipOutdated';

  @Field(() => SponsorshipRecord, { description: 'As it stands now.' })
  record!: SponsorshipRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class SponsorshipRefused {
  readonly __typename = 'SponsorshipRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const SponsorshipResult = createUnionType({
  name: 'SponsorshipResult',
  types: () => [SponsorshipSaved, SponsorshipOutdated, SponsorshipRefused] as const,
});
