import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { WRITERS } from '@ancrage/subgraph/policies';
import { IsUUID, MaxLength } from 'class-validator';
import { DateTimeResolver } from 'graphql-scalars';
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
  ObjectType,
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { changeProspect } from '../prospect/change-prospect.js';
import { ProspectChangeResult } from '../prospect/prospect.result.js';
import { ProspectRecord } from '../prospect/prospect-record.js';
import { selectThread, selectUnread } from './household-thread.queries.js';
import { readBody, readByTeam, sayToHousehold } from './messages.js';
import { HouseholdMessageNode } from './own-parts.js';
import { writeProjectLetter } from './project-letter.js';

@ArgsType()
class WriteToHouseholdArguments {
  @Field(() => ID)
  @IsUUID()
  prospectId!: string;

  @Field(() => String, { description: 'Plain text, 1 to 4,000 characters.' })
  @MaxLength(10_000)
  body!: string;

  @Field(() => String, { description: 'Name of who writes, as the household reads it.' })
  @MaxLength(1000)
  author!: string;

  @Field(() => ID, {
    description: 'Chosen once when the form is shown: sent again with it, it is one message.',
  })
  @IsUUID()
  key!: string;
}

@ObjectType({ description: 'A household that waits to be read.', simpleResolvers: true })
export class UnreadHousehold {
  @Field(() => ID)
  prospectId!: string;

  @Field(() => String)
  name!: string;

  @Field(() => Int, { description: 'Messages of the household that nobody has read yet.' })
  unread!: number;

  @Field(() => DateTimeResolver, { description: 'When the oldest of them was written.' })
  since!: Date;
}

/** The thread with a household, from the team’s side. */
@Resolver(() => ProspectRecord)
export class HouseholdThreadResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @FieldResolver(() => [HouseholdMessageNode], {
    description: 'What the household and the team wrote to each other, the first one first, at most 200.',
  })
  messages(@Root() { id }: ProspectRecord, @Ctx() context: SubgraphContext): Promise<HouseholdMessageNode[]> {
    return selectThread(context, id);
  }

  @Query(() => [UnreadHousehold], {
    description:
      'Households whose messages nobody has read yet, who has waited longest first, at most 50. Agents only.',
  })
  unreadHouseholds(@Ctx() context: SubgraphContext): Promise<UnreadHousehold[]> {
    context.requireRole(...WRITERS);
    return selectUnread(context);
  }

  @Mutation(() => ProspectChangeResult, {
    description:
      'Writes to a household on its own page; it is sent its link, at most once a day until it has read. Agents only.',
  })
  writeToHousehold(
    @Args(() => WriteToHouseholdArguments) { prospectId, body, author, key }: WriteToHouseholdArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    const post = { card: context.requireTerritoryCard(), links: this.links };
    return changeProspect(context, prospectId, async (connection, _prospect, problems) => {
      const text = readBody(body, problems);
      if (problems.list.length > 0) return;
      await sayToHousehold(connection, context.scope, post, {
        id: key,
        prospectId,
        author: cleanLine(author).slice(0, 120) || post.card.name,
        body: text,
      });
    });
  }

  @Mutation(() => ProspectChangeResult, {
    description: 'Says that what a household wrote was read. Agents only.',
  })
  readHouseholdMessages(
    @Arg('prospectId', () => ID) prospectId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    return changeProspect(context, prospectId, (connection) => readByTeam(connection, prospectId));
  }

  @Mutation(() => ProspectChangeResult, {
    description:
      'Sends a household the link to its page; refused without an address that takes letters. Agents only.',
  })
  sendProjectLink(
    @Arg('prospectId', () => ID) prospectId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof ProspectChangeResult> {
    const post = { card: context.requireTerritoryCard(), links: this.links };
    return changeProspect(context, prospectId, async (connection, _prospect, problems) => {
      const sent = await writeProjectLetter(connection, context.scope, post, prospectId, {
        kind: 'LINK',
        // Pressed twice within a minute it is one letter.
        key: new Date().toISOString().slice(0, 16),
      });
      if (!sent)
        problems.add(
          'link',
          'Le lien n’est pas parti : ce foyer n’a pas d’adresse qui reçoive, ou il vient de l’avoir.',
          'The link was not sent: the household has no address that takes letters, or has just got it.',
        );
    });
  }
}
