import { DateTimeResolver } from 'graphql-scalars';
import { Field, Float, Int, ObjectType } from 'type-graphql';
import { FacilityFamily, FacilityType } from '../facility/facility-type.js';

@ObjectType({ description: 'One of the answers that disagree.', simpleResolvers: true })
export class ConflictValue {
  @Field(() => String, { description: 'How many, as text.' })
  value!: string;

  sourceId!: string;
}

@ObjectType({
  description: 'Sources that disagree about one fact, until somebody settles it.',
  simpleResolvers: true,
})
export class FactConflict {
  @Field(() => String, { description: 'Code of the type of service.' })
  field!: string;

  @Field(() => FacilityType)
  type!: FacilityType;

  @Field(() => [ConflictValue])
  values!: ConflictValue[];
}

@ObjectType({ description: 'How well one family of services is known in a commune.', simpleResolvers: true })
export class FamilyQualification {
  @Field(() => FacilityFamily)
  family!: FacilityFamily;

  @Field(() => Int, { description: 'Types of the family that matter; those below are among them.' })
  types!: number;

  @Field(() => Int)
  present!: number;

  @Field(() => Int)
  absent!: number;

  @Field(() => Int, { description: 'Unknown, or reported and not verified.' })
  unknown!: number;

  @Field(() => Int, { description: 'Verified, and not expired.' })
  verified!: number;

  @Field(() => Int, { description: 'Verified once, to be verified again.' })
  expired!: number;

  @Field(() => Int)
  conflicts!: number;
}

@ObjectType({
  description: 'Who vouched for a commune’s facts, when, and until when.',
  simpleResolvers: true,
})
export class Qualification {
  @Field(() => Float, { description: 'Share of the types that matter known to be there or not, 0 to 1.' })
  completeness!: number;

  @Field(() => Float, { description: 'Share of them that are verified, and have not expired, 0 to 1.' })
  verifiedShare!: number;

  @Field(() => DateTimeResolver, { nullable: true, description: 'When somebody last vouched; null: never.' })
  verifiedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'The body that did.' })
  verifiedBy!: string | null;

  @Field(() => DateTimeResolver, {
    nullable: true,
    description: 'When the first of its verified facts expires.',
  })
  expiresAt!: Date | null;

  @Field(() => [FactConflict])
  conflicts!: FactConflict[];

  @Field(() => [FamilyQualification])
  families!: FamilyQualification[];
}
