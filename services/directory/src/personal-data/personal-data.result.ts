import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { MaxLength } from 'class-validator';
import { ArgsType, createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { EntrySessionArguments } from '../entry/entry.input.js';

@InputType()
export class ErasePersonalDataInput {
  @Field(() => ID)
  @MaxLength(36)
  soloId!: string;

  @Field(() => String, { description: 'The name of the entry, typed again: nobody erases by mistake.' })
  @MaxLength(1000)
  confirmation!: string;

  @Field(() => Boolean, { description: 'They do not want to be known here again: imports leave them out.' })
  objects!: boolean;
}

@ArgsType()
export class OwnErasureArguments extends EntrySessionArguments {
  @Field(() => Boolean, { description: 'That they know it is for good.' })
  confirmed!: boolean;
}

@ObjectType({ description: 'All that is held of one person.', simpleResolvers: true })
export class PersonalDataExport {
  @Field(() => String)
  fileName!: string;

  @Field(() => String, { description: 'JSON: rows by table, pictures as base64.' })
  json!: string;
}

@ObjectType({ description: 'Nothing of them is left, now or since before.', simpleResolvers: true })
export class PersonalDataErased {
  readonly __typename = 'PersonalDataErased';

  @Field(() => ID)
  soloId!: string;
}

@ObjectType({ description: 'Nothing was erased; what to repair.', simpleResolvers: true })
export class ErasureRefused {
  readonly __typename = 'ErasureRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const ErasePersonalDataResult = createUnionType({
  name: 'ErasePersonalDataResult',
  types: () => [PersonalDataErased, ErasureRefused] as const,
});
