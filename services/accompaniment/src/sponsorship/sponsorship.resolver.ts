import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import type { AskNeighbour } from '../neighbour/ask-neighbour.js';
import { type HeldSponsorship, holdSponsorship } from './held-sponsorship.js';
import { sponsorshipHindranceWords } from './hindrance-words.js';
import { contactFacts, noteContact } from './note-sponsorship-contact.js';
import { proposeSponsorship } from './propose-sponsorship.js';
import { acceptSponsorship, closeSponsorship, type SponsorshipHindrance } from './settle-sponsorship.js';
import { keysOfSponsor } from './solo-keys.js';
import {
  EndSponsorshipArguments,
  NoteSponsorshipAnswerArguments,
  SponsorshipContactInput,
} from './sponsorship.input.js';
import {
  type SponsorshipOutdated,
  type SponsorshipRefused,
  SponsorshipResult,
  type SponsorshipSaved,
} from './sponsorship.result.js';
import type { SponsorshipWork } from './sponsorship-post.js';
import type { SponsorshipRecord } from './sponsorship-record.js';
import { selectSponsorship } from './sponsorship-record.queries.js';
import { SponsorshipSide } from './sponsorship-status.js';

type Outcome = Promise<SponsorshipSaved | SponsorshipOutdated | SponsorshipRefused>;
type Step = (
  work: SponsorshipWork,
  held: HeldSponsorship,
  problems: Problems,
) => Promise<SponsorshipHindrance | null>;

/** What agents do with sponsorships: they propose, and write down what is said to them. */
@Resolver()
export class SponsorshipResolver {
  constructor(
    private readonly links: HouseholdLinks,
    private readonly ask: AskNeighbour,
  ) {}

  @Mutation(() => SponsorshipResult, {
    description:
      'Proposes a sponsor to a household and writes to both. Refused for the household itself, for who paused, left, has no place free or said no before. Agents only.',
  })
  async proposeSponsorship(
    @Arg('prospectId', () => ID) prospectId: string,
    @Arg('sponsorId', () => ID) sponsorId: string,
    @Ctx() context: SubgraphContext,
  ): Outcome {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const soloKeys = await keysOfSponsor(context, this.ask, sponsorId);
    const id = await context.write((connection) => {
      const { scope } = context;
      const work = { connection, scope, actor: scope, side: SponsorshipSide.TEAM, post };
      return proposeSponsorship(work, { sponsorId, prospectId, soloKeys }, problems);
    });
    if (!id) return { __typename: 'SponsorshipRefused', problems: problems.list };
    return {
      __typename: 'SponsorshipSaved',
      record: (await selectSponsorship(context, id)) as SponsorshipRecord,
    };
  }

  @Mutation(() => SponsorshipResult, {
    description: 'Writes down what one of the two said to the team, with who said so. Agents only.',
  })
  noteSponsorshipAnswer(
    @Args(() => NoteSponsorshipAnswerArguments) {
      side,
      accept,
      words,
      ...read
    }: NoteSponsorshipAnswerArguments,
    @Ctx() context: SubgraphContext,
  ): Outcome {
    return this.change(context, read, async (work, held, problems) => {
      if (side === SponsorshipSide.TEAM)
        problems.add('side', 'Dites qui a répondu.', 'Say whose answer it is.');
      const said = problems.text('words', cleanText(words), 1000);
      if (problems.list.length > 0) return null;
      return accept ? acceptSponsorship(work, held, side, said) : closeSponsorship(work, held, side, said);
    });
  }

  @Mutation(() => SponsorshipResult, {
    description: 'Ends a sponsorship, or takes a proposal back, with a word; both are told. Agents only.',
  })
  endSponsorship(
    @Args(() => EndSponsorshipArguments) { words, ...read }: EndSponsorshipArguments,
    @Ctx() context: SubgraphContext,
  ): Outcome {
    return this.change(context, read, async (work, held, problems) => {
      const said = problems.text('words', cleanText(words), 1000);
      return problems.list.length > 0 ? null : closeSponsorship(work, held, SponsorshipSide.TEAM, said);
    });
  }

  @Mutation(() => SponsorshipResult, { description: 'Notes a contact that the team heard of. Agents only.' })
  logSponsorshipContact(
    @Arg('id', () => ID) id: string,
    @Arg('input', () => SponsorshipContactInput) input: SponsorshipContactInput,
    @Ctx() context: SubgraphContext,
  ): Outcome {
    return this.change(context, { id }, async (work, held, problems) => {
      const facts = contactFacts(input, problems);
      return problems.list.length > 0 ? null : noteContact(work, held, facts);
    });
  }

  /** Takes a step on one locked sponsorship; nothing when somebody else did since it was read. */
  private async change(
    context: SubgraphContext,
    { id, version }: { id: string; version?: number },
    step: Step,
  ): Outcome {
    context.requireRole(...WRITERS);
    const problems = new Problems(context.origin.locale);
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const outdated = await context.write(async (connection) => {
      const { scope } = context;
      const held = await holdSponsorship(connection, scope, id);
      if (!held) throw new NotFoundError('Ce parrainage n’existe pas ou plus.');
      if (version !== undefined && held.version !== version) return true;
      const hindrance = await step(
        { connection, scope, actor: scope, side: SponsorshipSide.TEAM, post },
        held,
        problems,
      );
      if (hindrance) {
        const { fr, en } = sponsorshipHindranceWords(hindrance);
        problems.add('id', fr, en);
      }
      return false;
    });
    if (problems.list.length > 0) return { __typename: 'SponsorshipRefused', problems: problems.list };
    const record = (await selectSponsorship(context, id)) as SponsorshipRecord;
    return { __typename: outdated ? 'SponsorshipOutdated' : 'SponsorshipSaved', record };
  }
}
