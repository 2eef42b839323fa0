import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { InstallationStepRecord } from './installation-step-record.js';

@ObjectType({ description: 'Done.', simpleResolvers: true })
export class StepSaved {
  readonly __typename = 'StepSaved';

  @Field(() => InstallationStepRecord)
  step!: InstallationStepRecord;
}

@ObjectType({
  description: 'Somebody else changed the step meanwhile; nothing was saved.',
  simpleResolvers: true,
})
export class StepOutdated {
  readonly __typename = 'StepOutdated';

  @Field(() => InstallationStepRecord, { description: 'As it stands now.' })
  step!: InstallationStepRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class StepRefused {
  readonly __typename = 'StepRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const StepChangeResult = createUnionType({
  name: 'StepChangeResult',
  types: () => [StepSaved, StepOutdated, StepRefused] as const,
});
