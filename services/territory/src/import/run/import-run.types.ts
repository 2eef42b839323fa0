import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { PageInfo } from '@ancrage/subgraph/pagination';
import { MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
import { createUnionType, Field, Float, ID, InputType, Int, ObjectType } from 'type-graphql';
import { FacilityFamily } from '../../facility/facility-type.js';
import { ImportRunStatus } from '../import-run-status.js';

@ObjectType({ description: 'Official data that can be imported.', simpleResolvers: true })
export class ImportDataset {
  @Field(() => ID, { description: 'What the command and the upload call it.' })
  name!: string;

  @Field(() => String, { description: 'As its producer calls it.' })
  title!: string;

  @Field(() => String)
  producer!: string;

  @Field(() => String, { description: 'Where to download it.' })
  url!: string;

  @Field(() => String)
  licence!: string;

  @Field(() => Boolean, {
    description: 'Whether every territory shares it: the operator alone imports it then.',
  })
  shared!: boolean;

  @Field(() => Boolean, { description: 'Whether the viewer may import it here.' })
  mayImport!: boolean;
}

@ObjectType({ description: 'What became of the rows of a file.', simpleResolvers: true })
export class ImportRunCounts {
  @Field(() => Int)
  read!: number;

  @Field(() => Int, { description: 'New or changed.' })
  imported!: number;

  @Field(() => Int)
  unchanged!: number;

  @Field(() => Int)
  rejected!: number;

  @Field(() => Int, { description: 'Of communes that are not of the territory.' })
  outside!: number;

  @Field(() => Int, { description: 'Former records that are not in the file, and go.' })
  removed!: number;
}

@ObjectType({ description: 'What a file changes of one family of services.', simpleResolvers: true })
export class ImportChange {
  @Field(() => FacilityFamily)
  family!: FacilityFamily;

  @Field(() => Int)
  added!: number;

  @Field(() => Int)
  changed!: number;

  @Field(() => Int)
  removed!: number;
}

@ObjectType({ description: 'A row that was not imported.', simpleResolvers: true })
export class RejectedRow {
  @Field(() => Int, { description: 'In the file, its header being the first.' })
  line!: number;

  @Field(() => String, { description: 'E.g. COMMUNE, TYPE, POSITION, VALUE, DUPLICATE.' })
  code!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  reason!: string;
}

@ObjectType({ description: 'Why a file was refused as a whole.', simpleResolvers: true })
export class ImportProblem {
  @Field(() => String, {
    description: 'E.g. FILE_EMPTY, FILE_CUT, OTHER_DATASET, COLUMN_MISSING, URL_PRIVATE.',
  })
  code!: string;

  @Field(() => String, { description: 'In the reader’s language.' })
  message!: string;

  @Field(() => ImportDataset, {
    nullable: true,
    description: 'What the file is of, when it is of another one.',
  })
  dataset!: ImportDataset | null;
}

@ObjectType('ImportRun', {
  description: 'One import of a file: first a dry run, then, at the word of an agent, the import itself.',
  simpleResolvers: true,
})
export class ImportRunNode {
  @Field(() => ID)
  id!: string;

  @Field(() => ImportDataset)
  dataset!: ImportDataset;

  @Field(() => String, { description: 'As the person called it, or the last part of its address.' })
  fileName!: string;

  @Field(() => String, { nullable: true, description: 'Where it is fetched from; null when it was sent.' })
  url!: string | null;

  @Field(() => Float, { nullable: true, description: 'Bytes.' })
  fileSize!: number | null;

  @Field(() => ImportRunStatus)
  status!: ImportRunStatus;

  @Field(() => Boolean, { description: 'Whether it is, or was, the dry run: nothing is written.' })
  dryRun!: boolean;

  @Field(() => Boolean, { description: 'Somebody abandoned it, and it is being stopped.' })
  cancelling!: boolean;

  @Field(() => Float, { nullable: true, description: 'Of the reading, 0 to 1; null when not known.' })
  progress!: number | null;

  @Field(() => ImportRunCounts, { nullable: true })
  counts!: ImportRunCounts | null;

  @Field(() => [ImportChange], { description: 'By family, those without a change left out.' })
  changes!: ImportChange[];

  @Field(() => String, {
    nullable: true,
    description: 'What the file was found to be, in the reader’s language.',
  })
  found!: string | null;

  @Field(() => String, { nullable: true, description: 'Edition, as found in the file or as given.' })
  vintage!: string | null;

  @Field(() => ImportProblem, { nullable: true })
  problem!: ImportProblem | null;

  @Field(() => [RejectedRow], { description: 'The first ten; all of them are at `errorsUrl`.' })
  rejectedRows!: RejectedRow[];

  @Field(() => String, {
    nullable: true,
    description: 'Path, on the site, of the rejected rows as CSV, the first 5,000.',
  })
  errorsUrl!: string | null;

  @Field(() => Boolean, { description: 'Whether the viewer asked for it.' })
  mine!: boolean;

  @Field(() => DateTimeResolver)
  createdAt!: Date;

  @Field(() => DateTimeResolver, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType({ simpleResolvers: true })
export class ImportRunConnection {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [ImportRunNode])
  nodes!: ImportRunNode[];

  @Field(() => PageInfo)
  pageInfo!: PageInfo;
}

@InputType()
export class ImportRunFilter {
  @Field(() => [ImportRunStatus], { nullable: true, description: 'In any of these states.' })
  status?: ImportRunStatus[];

  @Field(() => ID, { nullable: true, description: 'Name of the dataset.' })
  @MaxLength(40)
  dataset?: string;

  @Field(() => String, {
    nullable: true,
    description: 'Part of the name of the file, 100 characters at most.',
  })
  @MaxLength(100, { message: '100 caractères au plus.' })
  search?: string;
}

@ObjectType({ simpleResolvers: true })
export class ImportRunChanged {
  readonly __typename = 'ImportRunChanged';

  @Field(() => ImportRunNode)
  run!: ImportRunNode;
}

@ObjectType({ description: 'Nothing was begun or changed; why.', simpleResolvers: true })
export class ImportRefused {
  readonly __typename = 'ImportRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

export const ImportRunResult = createUnionType({
  name: 'ImportRunResult',
  types: () => [ImportRunChanged, ImportRefused] as const,
});
