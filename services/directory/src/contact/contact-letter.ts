import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { createUnionType, Field, Int, ObjectType } from 'type-graphql';
import { SoloRecord } from '../pipeline/solo-record.js';
import { LeftOut } from './left-out.js';

@ObjectType({ simpleResolvers: true })
export class SoloNotWritten {
  @Field(() => SoloRecord)
  record!: SoloRecord;

  @Field(() => LeftOut)
  why!: LeftOut;
}

@ObjectType({ description: 'The first letter as it would leave. Agents only.', simpleResolvers: true })
export class SoloLetterPreview {
  @Field(() => [SoloRecord], { description: 'Who is written to.' })
  recipients!: SoloRecord[];

  @Field(() => [SoloNotWritten])
  left!: SoloNotWritten[];

  @Field(() => String, { description: 'The part that members write; theirs, or the usual one.' })
  message!: string;

  @Field(() => String, { nullable: true, description: 'To the first of them; null when there is nobody.' })
  subject!: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Plain text. The link to object is made when it leaves.',
  })
  body!: string | null;
}

@ObjectType({ simpleResolvers: true })
export class SolosContacted {
  readonly __typename = 'SolosContacted';

  @Field(() => Int)
  written!: number;

  @Field(() => [SoloNotWritten])
  left!: SoloNotWritten[];
}

@ObjectType({ description: 'Nobody was written to; what to repair.', simpleResolvers: true })
export class ContactRefused {
  readonly __typename = 'ContactRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const ContactSolosResult = createUnionType({
  name: 'ContactSolosResult',
  types: () => [SolosContacted, ContactRefused] as const,
});
