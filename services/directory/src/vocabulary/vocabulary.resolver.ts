import type { SubgraphContext } from '@ancrage/subgraph';
import { IsOptional, Max, MaxLength, Min } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Int, ObjectType, Query, Resolver } from 'type-graphql';
import { nafSubclasses } from './naf.js';
import { familyLabel, searchSkills } from './skills.js';

@ArgsType()
class SkillVocabularyArguments {
  @Field(() => String, { defaultValue: '', description: 'Beginning of a word, accents forgiven.' })
  @MaxLength(100)
  search!: string;

  @Field(() => Int, { defaultValue: 20, description: '1 to 300.' })
  @Min(1)
  @Max(300)
  first!: number;

  @Field(() => String, {
    nullable: true,
    description: 'Language of the labels: fr or en. Without it, the request’s.',
  })
  @IsOptional()
  @MaxLength(10)
  locale?: string;
}

@ObjectType({ description: 'A skill of the vocabulary that entries choose from.', simpleResolvers: true })
export class SkillSuggestion {
  @Field(() => String, { description: 'As entries hold it: its French label.' })
  value!: string;

  @Field(() => String)
  label!: string;

  @Field(() => String)
  family!: string;
}

@ObjectType({
  description: 'An activity of the NAF (revision 2), with INSEE’s label.',
  simpleResolvers: true,
})
export class NafActivity {
  @Field(() => String)
  code!: string;

  @Field(() => String)
  label!: string;
}

@Resolver()
export class VocabularyResolver {
  @Query(() => [SkillSuggestion], {
    description: 'Skills to choose from; an entry may add its own. Source: a table of the platform.',
  })
  skillVocabulary(
    @Args(() => SkillVocabularyArguments) { search, first, locale }: SkillVocabularyArguments,
    @Ctx() context: SubgraphContext,
  ): SkillSuggestion[] {
    const reader = locale ?? context.origin.locale;
    return searchSkills(search, reader, first).map(({ fr, en, family }) => ({
      value: fr,
      label: reader === 'en' ? en : fr,
      family: familyLabel(family, reader),
    }));
  }

  @Query(() => [NafActivity], { description: 'All 732 activities of the NAF. Source: INSEE.' })
  nafActivities(): NafActivity[] {
    return nafSubclasses();
  }
}
