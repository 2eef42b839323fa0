import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InstallationRecord } from './installation-record.js';

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class InstallationSaved {
  readonly __typename = 'InstallationSaved';

  @Field(() => InstallationRecord)
  record!: InstallationRecord;
}

@ObjectType({
  description: 'Somebody else changed the case meanwhile; nothing was saved.',
  simpleResolvers: true,
})
export class InstallationOutdated {
  readonly __typename = 'InstallationOutdated';

  @Field(() => InstallationRecord, { description: 'As it stands now.' })
  record!: InstallationRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class InstallationRefused {
  readonly __typename = 'InstallationRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const refused = (problems: FieldProblem[]): InstallationRefused => ({
  __typename: 'InstallationRefused',
  problems,
});

export const InstallationChangeResult = createUnionType({
  name: 'InstallationChangeResult',
  types: () => [InstallationSaved, InstallationOutdated, InstallationRefused] as const,
});
