import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { MaxLength } from 'class-validator';
import {
  Arg,
  Args,
  ArgsType,
  Ctx,
  Field,
  FieldResolver,
  ID,
  Int,
  Mutation,
  Resolver,
  Root,
} from 'type-graphql';
import { describePhoto, placePhoto, removePhoto } from './photo.change.js';
import { PhotoNode } from './photo.js';
import { cleanedWords, photoProblem, wordsRefusals } from './photo.problems.js';
import { loadPhotos } from './photo.queries.js';
import { PremisesNode } from './premises.js';
import { selectPremisesById } from './premises.queries.js';
import { PremisesResult } from './premises.result.js';

@ArgsType()
class PhotoWordsArguments {
  @Field(() => ID)
  id!: string;

  @Field(() => String, { description: 'What it shows, 1 to 300 characters.' })
  @MaxLength(2000)
  alternative!: string;

  @Field(() => String, { nullable: true, description: 'At most 120 characters.' })
  @MaxLength(2000)
  credit?: string;
}

@Resolver(() => PremisesNode)
export class PremisesPhotosResolver {
  @FieldResolver(() => [PhotoNode], { description: 'In their order; the first one stands for the premises.' })
  photos(@Root() { id }: PremisesNode, @Ctx() context: SubgraphContext): Promise<PhotoNode[]> {
    return loadPhotos(context, id);
  }

  @Mutation(() => PremisesResult, { description: 'Says anew what a photograph shows. Agents only.' })
  async describePremisesPhoto(
    @Args(() => PhotoWordsArguments) { id, alternative, credit }: PhotoWordsArguments,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    const words = cleanedWords(alternative, credit);
    const problems = wordsRefusals(words).map((refusal) => photoProblem(refusal, context.origin.locale));
    if (problems.length > 0) return { __typename: 'PremisesRefused' as const, problems };
    return saved(context, await describePhoto(context, id, words));
  }

  @Mutation(() => PremisesResult, {
    description: 'Moves a photograph to a place among the others, from 0. Agents only.',
  })
  async placePremisesPhoto(
    @Arg('id', () => ID) id: string,
    @Arg('place', () => Int) place: number,
    @Ctx() context: SubgraphContext,
  ) {
    context.requireRole(...WRITERS);
    return saved(context, await placePhoto(context, id, place));
  }

  @Mutation(() => PremisesResult, { description: 'Deletes a photograph for good. Agents only.' })
  async removePremisesPhoto(@Arg('id', () => ID) id: string, @Ctx() context: SubgraphContext) {
    context.requireRole(...WRITERS);
    return saved(context, await removePhoto(context, id));
  }
}

async function saved(context: SubgraphContext, premisesId: string) {
  return { __typename: 'PremisesSaved' as const, premises: await selectPremisesById(context, premisesId) };
}
