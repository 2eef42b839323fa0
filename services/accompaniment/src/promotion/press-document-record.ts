import { Field, ID, Int, ObjectType } from 'type-graphql';
import { STAMP } from './audience-record.js';

@ObjectType('PressDocument', {
  description: 'Something of the press kit: a release, a picture with its credit, a logo.',
  simpleResolvers: true,
})
export class PressDocumentRecord {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  title!: string;

  @Field(() => String, { nullable: true, description: 'What it tells, or whom to credit.' })
  summary!: string | null;

  @Field(() => String)
  fileName!: string;

  @Field(() => String, { description: 'application/pdf, image/jpeg or image/png, as its content says.' })
  mediaType!: string;

  @Field(() => Int, { description: 'Size in bytes.' })
  bytes!: number;

  @Field(() => String, { description: 'yyyy-mm-dd.' })
  datedOn!: string;

  @Field(() => Boolean, { description: 'Whether everybody may download it.' })
  shown!: boolean;

  @Field(() => String, { description: 'Path under which it is downloaded: for everybody once it is shown.' })
  href!: string;

  @Field(() => String, { description: STAMP })
  stamp!: string;
}
