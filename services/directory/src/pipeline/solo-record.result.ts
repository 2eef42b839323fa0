import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, ObjectType } from 'type-graphql';
import { SoloRecord } from './solo-record.js';

@ObjectType({ simpleResolvers: true })
export class SoloRecordSaved {
  readonly __typename = 'SoloRecordSaved';

  @Field(() => SoloRecord)
  record!: SoloRecord;
}

@ObjectType({
  description:
    'Nothing was saved: these solos share an e-mail address, a telephone number or a SIRET with it.',
  simpleResolvers: true,
})
export class SoloLikelyKnown {
  readonly __typename = 'SoloLikelyKnown';

  @Field(() => [SoloRecord])
  records!: SoloRecord[];
}

@ObjectType({
  description: 'Somebody else changed the record meanwhile; nothing was saved.',
  simpleResolvers: true,
})
export class SoloRecordOutdated {
  readonly __typename = 'SoloRecordOutdated';

  @Field(() => SoloRecord, { description: 'As it stands now.' })
  record!: SoloRecord;
}

@ObjectType({ description: 'Nothing was saved; what to repair, by field.', simpleResolvers: true })
export class SoloRecordRefused {
  readonly __typename = 'SoloRecordRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const refuseRecord = (problems: FieldProblem[]): SoloRecordRefused => ({
  __typename: 'SoloRecordRefused',
  problems,
});

export const IdentifySoloResult = createUnionType({
  name: 'IdentifySoloResult',
  types: () => [SoloRecordSaved, SoloLikelyKnown, SoloRecordRefused] as const,
});

export const UpdateSoloRecordResult = createUnionType({
  name: 'UpdateSoloRecordResult',
  types: () => [SoloRecordSaved, SoloRecordOutdated, SoloRecordRefused] as const,
});

export const SoloRecordResult = createUnionType({
  name: 'SoloRecordResult',
  types: () => [SoloRecordSaved, SoloRecordRefused] as const,
});
