import { randomUUID } from 'node:crypto';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { IsOptional, MaxLength } from 'class-validator';
import { DateResolver } from 'graphql-scalars';
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
  Query,
  Resolver,
  Root,
} from 'type-graphql';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { Commune } from '../references.js';
import { changeSponsor, type SponsorOutcome } from './change-sponsor.js';
import { soloKeys } from './solo-keys.js';
import { CreateSponsorInput, SponsorInput, SponsorRecordsArguments } from './sponsor.input.js';
import { SponsorResult } from './sponsor.result.js';
import { knownKeys, soloIdOf, sponsorFacts } from './sponsor-facts.js';
import { pauseDay } from './sponsor-pause.js';
import { SponsorRecord, SponsorRecordConnection } from './sponsor-record.js';
import { selectSponsor, selectSponsors } from './sponsor-record.queries.js';
import { refreshCards } from './sponsorship-cards.js';
import { explainTaken, insertSponsor, takenConsent, updateSponsorFacts } from './write-sponsor.js';

@ArgsType()
export class ReadSponsorArguments {
  @Field(() => ID)
  @MaxLength(36)
  id!: string;

  @Field(() => Int, { description: 'The version that was read.' })
  version!: number;
}

@ArgsType()
class PauseArguments extends ReadSponsorArguments {
  @Field(() => DateResolver, { nullable: true, description: 'Takes nobody before it; null: takes again.' })
  @IsOptional()
  until?: Date | null;
}

/** Sponsors, as agents keep them. */
@Resolver(() => SponsorRecord)
export class SponsorResolver {
  constructor(private readonly ask: AskNeighbour) {}

  @Query(() => SponsorRecordConnection, {
    description: 'Sponsors of the territory, those who left included. Agents only.',
  })
  sponsorRecords(
    @Args(() => SponsorRecordsArguments) page: SponsorRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SponsorRecordConnection> {
    context.requireRole(...WRITERS);
    return selectSponsors(context, page);
  }

  @Query(() => SponsorRecord, {
    nullable: true,
    description: 'One sponsor; null when there is none. Agents only.',
  })
  sponsorRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SponsorRecord | null> {
    context.requireRole(...WRITERS);
    return selectSponsor(context, id);
  }

  @Mutation(() => SponsorResult, {
    description: 'Adds a sponsor with what they agreed to; an address or a solo is one sponsor. Agents only.',
  })
  async createSponsor(
    @Arg('input', () => CreateSponsorInput) input: CreateSponsorInput,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const facts = sponsorFacts(input.sponsor, context.origin.locale, problems);
    const consent = takenConsent(input.consent, 'SPONSOR', problems);
    const soloId = soloIdOf(input.soloId);
    const learnt = await soloKeys(context, this.ask, soloId);
    const sponsor = {
      id: randomUUID(),
      soloId,
      knownKeys: knownKeys([...(input.knownBy ?? []), ...learnt]),
    };
    if (problems.list.length === 0) {
      try {
        await context.write((connection) =>
          insertSponsor(connection, context.requireTerritory(), sponsor, facts, consent),
        );
      } catch (error) {
        if (!explainTaken(error, problems)) throw error;
      }
    }
    if (problems.list.length > 0) return { __typename: 'SponsorRefused', problems: problems.list };
    return {
      __typename: 'SponsorSaved',
      record: (await selectSponsor(context, sponsor.id)) as SponsorRecord,
    };
  }

  @Mutation(() => SponsorResult, {
    description: 'Changes what is known of a sponsor. Fewer places end no sponsorship. Agents only.',
  })
  async updateSponsor(
    @Args(() => ReadSponsorArguments) read: ReadSponsorArguments,
    @Arg('input', () => SponsorInput) input: SponsorInput,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    const taken = new Problems(context.origin.locale);
    try {
      return await changeSponsor(context, read, async (connection, problems) => {
        const facts = sponsorFacts(input, context.origin.locale, problems);
        if (problems.list.length > 0) return;
        await updateSponsorFacts(connection, read.id, facts);
        await refreshCards(connection, context.scope, { sponsorId: read.id });
      });
    } catch (error) {
      if (!explainTaken(error, taken)) throw error;
      return { __typename: 'SponsorRefused', problems: taken.list };
    }
  }

  @Mutation(() => SponsorResult, {
    description:
      'Keeps a sponsor from being proposed until a day, or ends that; what is under way goes on. Agents only.',
  })
  pauseSponsor(
    @Args(() => PauseArguments) { until, ...read }: PauseArguments,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    return changeSponsor(context, read, async (connection, problems) => {
      const day = pauseDay(until, problems);
      if (problems.list.length > 0) return;
      await connection.query('update sponsor set paused_until = $2 where id = $1', [read.id, day]);
    });
  }

  @FieldResolver(() => Commune, { nullable: true, description: 'Where they live.' })
  commune(@Root() { communeCode }: SponsorRecord): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }
}
