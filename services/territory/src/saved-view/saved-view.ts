import { Length, MaxLength } from 'class-validator';
import { createUnionType, Field, ID, InputType, ObjectType } from 'type-graphql';
import { OfferRefused } from '../qualification/offer-refused.js';

@ObjectType('SavedView', {
  description: 'How the viewer likes to see a list of the workspace; nobody else sees it.',
  simpleResolvers: true,
})
export class SavedViewNode {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'Path of the list in the workspace.' })
  list!: string;

  @Field(() => String)
  name!: string;

  @Field(() => String, { description: 'Query string that shows it.' })
  search!: string;
}

@InputType()
export class SaveViewInput {
  @Field(() => String)
  @Length(1, 200)
  list!: string;

  @Field(() => String, { description: 'Up to 80 characters; the view of that name is replaced.' })
  name!: string;

  @Field(() => String, { description: 'Up to 2000 characters.' })
  @MaxLength(2000)
  search!: string;
}

@ObjectType({ simpleResolvers: true })
export class ViewSaved {
  readonly __typename = 'ViewSaved';

  @Field(() => SavedViewNode)
  view!: SavedViewNode;
}

export const SaveViewResult = createUnionType({
  name: 'SaveViewResult',
  types: () => [ViewSaved, OfferRefused] as const,
});
