import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { FacilityVitality, VitalityThresholds } from './vitality.js';

@ObjectType({ simpleResolvers: true })
export class EnrolmentSaved {
  readonly __typename = 'EnrolmentSaved';

  @Field(() => FacilityVitality, { nullable: true, description: 'Null once it is known to have closed.' })
  facility!: FacilityVitality | null;
}

@ObjectType({ simpleResolvers: true })
export class ThresholdsSaved {
  readonly __typename = 'ThresholdsSaved';

  @Field(() => VitalityThresholds)
  thresholds!: VitalityThresholds;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class VitalityRefused {
  readonly __typename = 'VitalityRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const EnrolmentResult = createUnionType({
  name: 'EnrolmentResult',
  types: () => [EnrolmentSaved, VitalityRefused] as const,
});

export const ThresholdsResult = createUnionType({
  name: 'ThresholdsResult',
  types: () => [ThresholdsSaved, VitalityRefused] as const,
});
