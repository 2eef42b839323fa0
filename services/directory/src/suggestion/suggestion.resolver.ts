import type { SubgraphContext } from '@ancrage/subgraph';
import { MaxLength } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Query, Resolver } from 'type-graphql';
import { DirectorySuggestion } from './suggestion.js';
import { selectSuggestions } from './suggestion.queries.js';

@ArgsType()
class SuggestionArguments {
  @Field(() => String, { description: 'What was typed so far, up to 100 characters.' })
  @MaxLength(100, { message: 'Au plus 100 caractères.' })
  search!: string;
}

@Resolver()
export class SuggestionResolver {
  @Query(() => [DirectorySuggestion], {
    nullable: true,
    description:
      'At most eight: activities, skills and names that begin as what was typed does; else those spelt most like it.',
  })
  directorySuggestions(
    @Args(() => SuggestionArguments) { search }: SuggestionArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<DirectorySuggestion[]> {
    context.requireTerritory();
    return selectSuggestions(context, search);
  }
}
