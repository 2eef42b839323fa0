import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { ProspectRecord } from './prospect-record.js';

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class ProspectSaved {
  readonly __typename = 'ProspectSaved';

  @Field(() => ProspectRecord)
  record!: ProspectRecord;

  @Field(() => Boolean, {
    description: 'Whether the household was known before by its address: only what was blank was filled in.',
  })
  known!: boolean;
}

@ObjectType({
  description: 'Somebody else changed the household meanwhile; nothing was saved.',
  simpleResolvers: true,
})
export class ProspectOutdated {
  readonly __typename = 'ProspectOutdated';

  @Field(() => ProspectRecord, { description: 'As it stands now.' })
  record!: ProspectRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class ProspectRefused {
  readonly __typename = 'ProspectRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const saved = (record: ProspectRecord, known = false): ProspectSaved => ({
  __typename: 'ProspectSaved',
  record,
  known,
});

export const refused = (problems: FieldProblem[]): ProspectRefused => ({
  __typename: 'ProspectRefused',
  problems,
});

export const UpdateProspectResult = createUnionType({
  name: 'UpdateProspectResult',
  types: () => [ProspectSaved, ProspectOutdated, ProspectRefused] as const,
});

export const ProspectChangeResult = createUnionType({
  name: 'ProspectChangeResult',
  types: () => [ProspectSaved, ProspectRefused] as const,
});
