import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { Args, ArgsType, Ctx, Field, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { changeSponsor, type SponsorOutcome } from './change-sponsor.js';
import { leaveSponsor } from './leave-sponsor.js';
import { SponsorConsentInput } from './sponsor.input.js';
import { ReadSponsorArguments } from './sponsor.resolver.js';
import { SponsorResult } from './sponsor.result.js';
import { writeSponsorLink } from './sponsor-link.js';
import { hidePortrait, portraitSentence, showPortrait } from './sponsor-portrait.js';
import { SponsorWordings, sponsorWordings } from './sponsor-wordings.js';
import { SponsorshipSide } from './sponsorship-status.js';
import { takenConsent } from './write-sponsor.js';

@ArgsType()
class LeaveArguments extends ReadSponsorArguments {
  @Field(() => String, { description: 'Why, 1 to 1,000 characters.' })
  @MaxLength(10_000)
  words!: string;
}

@ArgsType()
class ReturnArguments extends ReadSponsorArguments {
  @Field(() => SponsorConsentInput, { description: 'What they agree to anew.' })
  @ValidateNested()
  consent!: SponsorConsentInput;
}

@ArgsType()
class PortraitArguments extends ReadSponsorArguments {
  @Field(() => String, { nullable: true, description: 'At most 300 characters; null takes it down.' })
  @MaxLength(3000)
  @IsOptional()
  sentence?: string | null;

  @Field(() => SponsorConsentInput, { nullable: true, description: 'Needed with a sentence.' })
  @ValidateNested()
  @IsOptional()
  consent?: SponsorConsentInput | null;
}

/** A sponsor who stops, comes back, is shown or gets their link, as agents write it down. */
@Resolver()
export class SponsorLeaveResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => SponsorWordings, { description: 'The exact sentences that sponsors agree to.' })
  sponsorWordings(@Ctx() context: SubgraphContext): SponsorWordings {
    return sponsorWordings(context.origin.locale);
  }

  @Mutation(() => SponsorResult, {
    description:
      'A sponsor stops: what is under way ends with the word, and the households are told. Agents only.',
  })
  leaveSponsor(
    @Args(() => LeaveArguments) { words, ...read }: LeaveArguments,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    const { scope } = context;
    return changeSponsor(context, read, async (connection, problems) => {
      const said = problems.text('words', cleanText(words), 1000);
      if (problems.list.length > 0) return;
      const post = { card: context.requireTerritoryCard(), links: this.links };
      const work = { connection, scope, actor: scope, side: SponsorshipSide.TEAM, post };
      await leaveSponsor(work, read.id, said);
    });
  }

  @Mutation(() => SponsorResult, {
    description: 'Takes up a sponsor who had left, with a new consent. Agents only.',
  })
  returnSponsor(
    @Args(() => ReturnArguments) { consent, ...read }: ReturnArguments,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    return changeSponsor(context, read, async (connection, problems) => {
      const { wording, version, channel } = takenConsent(consent, 'SPONSOR', problems);
      if (problems.list.length > 0) return;
      await connection.query(
        `update sponsor set left_at = null, paused_until = null, consent_wording = $2, consent_version = $3,
           consent_channel = $4, consented_at = now() where id = $1`,
        [read.id, wording, version, channel],
      );
    });
  }

  @Mutation(() => SponsorResult, {
    description:
      'Shows a sponsor on the page that welcomes newcomers by a consent of its own, or takes them off it. Agents only.',
  })
  setSponsorPortrait(
    @Args(() => PortraitArguments) { sentence, consent, ...read }: PortraitArguments,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    return changeSponsor(context, read, async (connection, problems) => {
      if (sentence === null || sentence === undefined) {
        await hidePortrait(connection, read.id);
        return;
      }
      const said = portraitSentence(sentence, problems);
      if (!consent)
        problems.add('wording', 'Sans accord, rien ne paraît.', 'Without a consent nothing shows.');
      const taken = consent && takenConsent(consent, 'PORTRAIT', problems);
      const { rowCount } = await connection.query('select 1 from sponsor where id = $1 and left_at is null', [
        read.id,
      ]);
      if (!rowCount) problems.add('sentence', 'Cette personne a arrêté.', 'This person has stopped.');
      if (taken && problems.list.length === 0) await showPortrait(connection, read.id, said, taken);
    });
  }

  @Mutation(() => SponsorResult, {
    description: 'Sends a sponsor the link to their own page, at most once a day. Agents only.',
  })
  sendSponsorLink(
    @Args(() => ReadSponsorArguments) read: ReadSponsorArguments,
    @Ctx() context: SubgraphContext,
  ): SponsorOutcome {
    return changeSponsor(context, read, async (connection, problems) => {
      const post = { card: context.requireTerritoryCard(), links: this.links };
      if (!(await writeSponsorLink(connection, context.scope, post, read.id)))
        problems.add('link', 'Ce lien est déjà parti aujourd’hui.', 'This link has been sent today already.');
    });
  }
}
