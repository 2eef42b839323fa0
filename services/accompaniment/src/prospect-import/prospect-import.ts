import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { ArrayMaxSize, MaxLength, ValidateNested } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, ID, InputType, Int, ObjectType, registerEnumType } from 'type-graphql';

export enum ProspectImportState {
  MAPPED = 'MAPPED',
  IMPORTED = 'IMPORTED',
  GIVEN_UP = 'GIVEN_UP',
}
registerEnumType(ProspectImportState, {
  name: 'ProspectImportState',
  valuesConfig: {
    MAPPED: { description: 'Read; nothing was imported.' },
    IMPORTED: { description: 'Done, once.' },
    GIVEN_UP: { description: 'Its rows were thrown away.' },
  },
});

@ObjectType({ simpleResolvers: true })
export class ProspectImportColumn {
  @Field(() => String, { description: 'What it holds: name, email, children…' })
  field!: string;

  @Field(() => String, { description: 'The header of the column.' })
  header!: string;
}

@ObjectType({ description: 'A row that is not imported.', simpleResolvers: true })
export class ProspectImportRow {
  @Field(() => Int, { description: 'As a spreadsheet counts: the header is line 1.' })
  line!: number;

  @Field(() => String, { description: 'REFUSED for what is wrong, or KNOWN already.' })
  fate!: string;

  @Field(() => [String])
  words!: string[];

  @Field(() => ID, { nullable: true, description: 'The household that is known already.' })
  prospectId!: string | null;

  @Field(() => [String], { description: 'Its cells as they were sent; empty once it is done with.' })
  cells!: string[];
}

@ObjectType({ description: 'What an import would do, or did.', simpleResolvers: true })
export class ProspectImportReport {
  @Field(() => Int, { description: 'Households that are taken.' })
  taken!: number;

  @Field(() => Int, { description: 'People of the households that are taken.' })
  people!: number;

  @Field(() => Int)
  refused!: number;

  @Field(() => Int)
  known!: number;

  @Field(() => [ProspectImportRow], { description: 'The rows that are left, by line.' })
  left!: ProspectImportRow[];
}

@ObjectType('ProspectImport', {
  description: 'A list of households on its way in; its rows are kept a week at most. Agents only.',
  simpleResolvers: true,
})
export class ProspectImportNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  fileName!: string;

  @Field(() => ProspectImportState)
  state!: ProspectImportState;

  @Field(() => [String])
  headers!: string[];

  @Field(() => Int)
  rowCount!: number;

  @Field(() => [[String]], { description: 'The first five rows.' })
  sample!: string[][];

  @Field(() => [ProspectImportColumn], {
    description: 'Which column holds what: guessed, then as members say.',
  })
  mapping!: ProspectImportColumn[];

  @Field(() => String, { description: 'What lets the territory keep these people, as the agent states it.' })
  legalBasis!: string;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether the viewer sent it.' })
  mine!: boolean;

  @Field(() => ProspectImportReport, { nullable: true, description: 'Null until it was checked.' })
  report!: ProspectImportReport | null;
}

@InputType()
export class ProspectImportColumnInput {
  @Field(() => String)
  @MaxLength(40)
  field!: string;

  @Field(() => String)
  @MaxLength(200)
  header!: string;
}

@InputType({ description: 'How the columns of a list are to be read.' })
export class CheckProspectImportInput {
  @Field(() => [ProspectImportColumnInput])
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  mapping!: ProspectImportColumnInput[];

  @Field(() => String, {
    description:
      'What lets the territory keep these people, 10 to 500 characters: it is kept with each of them.',
  })
  @MaxLength(1000)
  legalBasis!: string;
}

@ObjectType({ simpleResolvers: true })
export class ProspectImportChecked {
  readonly __typename = 'ProspectImportChecked';

  @Field(() => ProspectImportNode)
  import!: ProspectImportNode;
}

@ObjectType({ description: 'Nothing was done; what to repair, by field.', simpleResolvers: true })
export class ProspectImportRefused {
  readonly __typename = 'ProspectImportRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const ProspectImportResult = createUnionType({
  name: 'ProspectImportResult',
  types: () => [ProspectImportChecked, ProspectImportRefused] as const,
});
