import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { ArrayMaxSize, Length, MaxLength, ValidateNested } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum SoloImportState {
  MAPPED = 'MAPPED',
  IMPORTED = 'IMPORTED',
  GIVEN_UP = 'GIVEN_UP',
}
registerEnumType(SoloImportState, {
  name: 'SoloImportState',
  valuesConfig: {
    MAPPED: { description: 'Read; nothing was imported.' },
    IMPORTED: { description: 'Done, once.' },
    GIVEN_UP: { description: 'Its rows were thrown away.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class SoloImportColumn {
  @Field(() => String, { description: 'What it holds: displayName, email, commune…' })
  field!: string;

  @Field(() => String, { description: 'The header of the column.' })
  header!: string;
}

@ObjectType({ description: 'A row that is not imported.', simpleResolvers: true })
export class SoloImportRow {
  @Field(() => Int, { description: 'As a spreadsheet counts: the header is line 1.' })
  line!: number;

  @Field(() => String, { description: 'REFUSED for what is wrong, KNOWN already, or AWAY: they objected.' })
  fate!: string;

  @Field(() => [String])
  words!: string[];

  @Field(() => [String], { description: 'Its cells as they were sent; empty once it is done with.' })
  cells!: string[];
}

@ObjectType({ description: 'What an import would do, or did.', simpleResolvers: true })
export class SoloImportReport {
  @Field(() => Int, { description: 'Rows that are taken.' })
  taken!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => Int)
  known!: number;

  @Field(() => Int, { description: 'Rows of people who objected to being known here.' })
  away!: number;

  @Field(() => [SoloImportRow], { description: 'The rows that are left, by line.' })
  left!: SoloImportRow[];
}

@ObjectType('SoloImport', {
  description: 'A list of people on its way in; its rows are kept a week at most. Agents only.',
  simpleResolvers: true,
})
export class SoloImportNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => SoloImportState)
  state!: SoloImportState;

  @Field(() => [String])
  headers!: string[];

  @Field(() => Int)
  rowCount!: number;

  @Field(() => [[String]], { description: 'The first five rows.' })
  sample!: string[][];

  @Field(() => [SoloImportColumn], { description: 'Which column holds what: guessed, then as members say.' })
  mapping!: SoloImportColumn[];

  @Field(() => String, { description: 'How these people were identified, where no column says so.' })
  source!: string;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer sent it.' })
  mine!: boolean;

  @Field(() => SoloImportReport, { nullable: true, description: 'Null until it was checked.' })
  report!: SoloImportReport | null;
}

@InputType()
export class SoloImportColumnInput {
  @Field(() => String)
  @MaxLength(40)
  field!: string;

  @Field(() => String)
  @MaxLength(200)
  header!: string;
}

@InputType()
export class CommuneNameInput {
  @Field(() => ID)
  @Length(5, 5)
  code!: string;

  @Field(() => String)
  @MaxLength(100)
  name!: string;
}

@InputType({ description: 'How the columns of a list are to be read.' })
export class CheckSoloImportInput {
  @Field(() => [SoloImportColumnInput])
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  mapping!: SoloImportColumnInput[];

  @Field(() => String, { description: 'How these people were identified, 1 to 200 characters.' })
  @MaxLength(1000)
  source!: string;

  @Field(() => [CommuneNameInput], {
    description: 'The communes of the territory, by which rows name theirs.',
  })
  @ArrayMaxSize(2000)
  @ValidateNested({ each: true })
  communes!: CommuneNameInput[];
}

@ObjectType({ simpleResolvers: true })
export class SoloImportChecked {
  readonly __typename = 'SoloImportChecked';

  @Field(() => SoloImportNode)
  import!: SoloImportNode;
}

@ObjectType({ description: 'Nothing was done; what to repair, by field.', simpleResolvers: true })
export class SoloImportRefused {
  readonly __typename = 'SoloImportRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const SoloImportResult = createUnionType({
  name: 'SoloImportResult',
  types: () => [SoloImportChecked, SoloImportRefused] as const,
});
