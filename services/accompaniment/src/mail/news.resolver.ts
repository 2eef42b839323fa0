import { type LetterPart, plainText } from '@ancrage/post/letter-content';
import type { SubgraphContext } from '@ancrage/subgraph';
import { FieldProblem } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { DateTimeResolver } from 'graphql-scalars';
import {
  Arg,
  Ctx,
  createUnionType,
  Field,
  ID,
  Int,
  Mutation,
  ObjectType,
  Query,
  Resolver,
} from 'type-graphql';
import { NewsInput } from './news.input.js';
import { newsParts, readNews, selectNewsItems } from './news-letter.js';
import { NEWS_READERS } from './news-subscription.js';
import { type NewsLetter, sendNewsTo } from './send-news.js';

@ObjectType({ description: 'The letter was written: it leaves now.', simpleResolvers: true })
export class NewsSent {
  readonly __typename = 'NewsSent';

  @Field(() => Int, { description: 'Households that it goes to; sent again, those that it had not gone to.' })
  households!: number;
}

@ObjectType({ description: 'The letter as it would leave; nothing is written.', simpleResolvers: true })
export class NewsPreview {
  readonly __typename = 'NewsPreview';

  @Field(() => String)
  subject!: string;

  @Field(() => String, { description: 'Plain text.' })
  text!: string;

  @Field(() => Int, { description: 'Households that it would go to.' })
  households!: number;
}

@ObjectType({ description: 'Understood and refused: nothing was written.', simpleResolvers: true })
export class NewsRefused {
  readonly __typename = 'NewsRefused';

  @Field(() => [FieldProblem])
  problems!: FieldProblem[];
}

@ObjectType({ description: 'A letter of news that was sent.', simpleResolvers: true })
export class NewsIssue {
  @Field(() => ID)
  id!: string;

  @Field(() => String)
  subject!: string;

  @Field(() => DateTimeResolver)
  writtenAt!: Date;

  @Field(() => Int, { description: 'Households that it was written to.' })
  households!: number;

  @Field(() => Int, { description: 'Of these, those whose letter has left.' })
  sent!: number;
}

const NewsPreviewResult = createUnionType({
  name: 'NewsPreviewResult',
  types: () => [NewsPreview, NewsRefused] as const,
});
const NewsSendResult = createUnionType({
  name: 'NewsSendResult',
  types: () => [NewsSent, NewsRefused] as const,
});

@Resolver()
export class NewsResolver {
  @Query(() => Int, {
    description: 'Households that agreed to get news, and whose address takes letters. Agents only.',
  })
  async newsAudience(@Ctx() context: SubgraphContext): Promise<number> {
    context.requireRole(...WRITERS);
    const [row] = await context.read<{ count: number }>({
      name: 'news audience',
      text: `select count(*)::int as count from (${NEWS_READERS}) as reader`,
      values: [context.requireTerritory()],
    });
    return row?.count ?? 0;
  }

  @Query(() => [NewsIssue], { description: 'The latest letters of news, a year back at most. Agents only.' })
  newsIssues(@Ctx() context: SubgraphContext): Promise<NewsIssue[]> {
    context.requireRole(...WRITERS);
    return context.read<NewsIssue>({
      name: 'news issues',
      text: `select split_part(key, ':', 2) as id, min(subject) as subject, min(created_at) as "writtenAt",
                    count(*)::int as households, count(sent_at)::int as sent
               from letter where territory_id = $1 and news and key like 'news:%'
              group by 1 order by 3 desc limit 20`,
      values: [context.requireTerritory()],
    });
  }

  @Query(() => NewsPreviewResult, {
    description:
      'What a letter of news would say, in the language of the request, and to how many. Agents only.',
  })
  async newsPreview(
    @Arg('input', () => NewsInput) input: NewsInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof NewsPreviewResult> {
    const read = await this.read(context, input);
    if (!('partsIn' in read)) return { __typename: 'NewsRefused', ...read };
    return {
      __typename: 'NewsPreview',
      subject: read.subject,
      text: plainText(read.partsIn(context.origin.locale), context.origin.locale),
      households: await this.newsAudience(context),
    };
  }

  @Mutation(() => NewsSendResult, {
    description:
      'Writes a letter of news to every household that agreed to get them, once each however often it is asked. Agents only.',
  })
  async sendNews(
    @Arg('input', () => NewsInput) input: NewsInput,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof NewsSendResult> {
    const read = await this.read(context, input);
    if (!('partsIn' in read)) return { __typename: 'NewsRefused', ...read };
    const households = await context.write((connection) =>
      sendNewsTo(connection, context.scope, {
        ...read,
        id: input.id,
        from: context.requireTerritoryCard().name,
      }),
    );
    return { __typename: 'NewsSent', households };
  }

  private async read(
    context: SubgraphContext,
    input: NewsInput,
  ): Promise<Pick<NewsLetter, 'subject' | 'partsIn'> | { problems: FieldProblem[] }> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    const card = context.requireTerritoryCard();
    const items = await context.write((connection) => selectNewsItems(connection, territoryId, input));
    const { subject, introduction, problems } = readNews(input, items, context.origin.locale);
    if (problems.length > 0) return { problems };
    const partsIn = (locale: string): LetterPart[] =>
      newsParts({ introduction, arrivals: input.arrivals }, items, card, locale);
    return { subject, partsIn };
  }
}
