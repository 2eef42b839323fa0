import { cleanText } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import type { Connection } from '@ancrage/subgraph/database';
import { Problems } from '@ancrage/subgraph/field-problem';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { Arg, Args, Ctx, Mutation, Query, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { lockSponsor } from './change-sponsor.js';
import { leaveSponsor } from './leave-sponsor.js';
import { sponsorUserId } from './own-sponsor.js';
import {
  AnswerSponsorshipArguments,
  EndOwnSponsorshipArguments,
  OwnSponsorshipArguments,
  SponsorLinkArguments,
} from './own-sponsorship.input.js';
import { type OwnRefusal, takeOwnStep } from './own-step.js';
import { answering, ending, noting } from './own-steps.js';
import {
  LeaveAsSponsorArguments,
  OwnPortraitArguments,
  PauseAsSponsorArguments,
  QuietAsSponsorArguments,
} from './sponsor-page.input.js';
import { OwnSponsor, OwnSponsorResult } from './sponsor-page.js';
import { selectSponsorPage } from './sponsor-page.queries.js';
import { pauseDay } from './sponsor-pause.js';
import { hidePortrait, portraitSentence, showPortrait } from './sponsor-portrait.js';
import { SPONSOR_WORDING_VERSION, sponsorWording } from './sponsor-wording.js';
import { SponsorshipContactInput } from './sponsorship.input.js';
import type { SponsorshipWork } from './sponsorship-post.js';
import { SponsorshipSide } from './sponsorship-status.js';

/** What a sponsor reads and does by their own link. */
@Resolver()
export class SponsorPageResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Query(() => OwnSponsor, {
    nullable: true,
    description: 'The page that a sponsor’s link opens; null when it is none.',
  })
  ownSponsor(
    @Args(() => SponsorLinkArguments) { token }: SponsorLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<OwnSponsor | null> | null {
    context.requireTerritory();
    const id = this.links.idOf('SPONSOR', token);
    return id ? selectSponsorPage(context, id) : null;
  }

  @Mutation(() => OwnSponsorResult, { description: 'The sponsor says yes to a household, or no.' })
  answerSponsorshipAsSponsor(
    @Args(() => AnswerSponsorshipArguments) { token, id, ...answer }: AnswerSponsorshipArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.step(context, { token, id }, answering(answer));
  }

  @Mutation(() => OwnSponsorResult, { description: 'The sponsor ends a sponsorship, with a word.' })
  endSponsorshipAsSponsor(
    @Args(() => EndOwnSponsorshipArguments) { token, id, words }: EndOwnSponsorshipArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.step(context, { token, id }, ending(words));
  }

  @Mutation(() => OwnSponsorResult, { description: 'The sponsor notes a contact with a household.' })
  noteContactAsSponsor(
    @Args(() => OwnSponsorshipArguments) own: OwnSponsorshipArguments,
    @Arg('input', () => SponsorshipContactInput) input: SponsorshipContactInput,
    @Ctx() context: SubgraphContext,
  ) {
    return this.step(context, own, noting(input));
  }

  @Mutation(() => OwnSponsorResult, { description: 'The sponsor takes nobody until a day, or takes again.' })
  pauseAsSponsor(
    @Args(() => PauseAsSponsorArguments) { token, until }: PauseAsSponsorArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, token, async ({ connection }, id, problems) => {
      const day = pauseDay(until, problems);
      if (problems.list.length === 0)
        await connection.query('update sponsor set paused_until = $2 where id = $1', [id, day]);
    });
  }

  @Mutation(() => OwnSponsorResult, {
    description: 'The sponsor wants no follow-up letters any more, or wants them again.',
  })
  quietAsSponsor(
    @Args(() => QuietAsSponsorArguments) { token, quiet }: QuietAsSponsorArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, token, ({ connection }, id) =>
      connection.query(
        'update sponsor set quiet_since = case when $2 then coalesce(quiet_since, now()) end where id = $1',
        [id, quiet],
      ),
    );
  }

  @Mutation(() => OwnSponsorResult, {
    description: 'The sponsor shows on the page that welcomes newcomers, or not any more.',
  })
  showAsSponsor(
    @Args(() => OwnPortraitArguments) { token, sentence, accepted }: OwnPortraitArguments,
    @Ctx() context: SubgraphContext,
  ) {
    const wording = sponsorWording('PORTRAIT', context.origin.locale);
    return this.change(context, token, async ({ connection }, id, problems) => {
      if (sentence === null || sentence === undefined) return hidePortrait(connection, id);
      const said = portraitSentence(sentence, problems);
      if (!accepted)
        problems.add('accepted', 'Sans votre accord, rien ne paraît.', 'Without your consent nothing shows.');
      if (problems.list.length > 0) return;
      await showPortrait(connection, id, said, {
        wording,
        version: SPONSOR_WORDING_VERSION,
        channel: 'SITE',
      });
    });
  }

  @Mutation(() => OwnSponsorResult, {
    description: 'The sponsor stops; what is under way ends with the word.',
  })
  leaveAsSponsor(
    @Args(() => LeaveAsSponsorArguments) { token, words }: LeaveAsSponsorArguments,
    @Ctx() context: SubgraphContext,
  ) {
    return this.change(context, token, async (work, id, problems) => {
      const said = problems.text('words', cleanText(words), 1000);
      if (problems.list.length === 0) await leaveSponsor(work, id, said);
    });
  }

  private async step(
    context: SubgraphContext,
    { token, id }: { token: string; id: string },
    step: Parameters<typeof takeOwnStep>[4],
  ): Promise<typeof OwnSponsorResult> {
    const sponsorId = this.links.idOf('SPONSOR', token);
    if (!sponsorId) return refused(noLink(context));
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const actor = { side: SponsorshipSide.SPONSOR, userId: sponsorUserId(sponsorId), of: { sponsorId } };
    const refusal = await takeOwnStep(context, post, actor, id, step);
    return refusal
      ? refused(refusal)
      : { __typename: 'OwnSponsorSaved', sponsor: await selectSponsorPage(context, sponsorId) };
  }

  /** Changes the sponsor's own row, with the territory's rights: what follows from it is not theirs to write. */
  private async change(
    context: SubgraphContext,
    token: string,
    work: (
      work: SponsorshipWork & { connection: Connection },
      id: string,
      problems: Problems,
    ) => Promise<unknown>,
  ): Promise<typeof OwnSponsorResult> {
    const id = this.links.idOf('SPONSOR', token);
    if (!id || !(await selectSponsorPage(context, id))) return refused(noLink(context));
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const territory = asTerritory(context);
    const { scope } = territory;
    const problems = new Problems(context.origin.locale);
    const actor = { ...scope, userId: sponsorUserId(id) };
    await territory.write(async (connection) => {
      await lockSponsor(connection, context.requireTerritory(), id);
      await work({ connection, scope, actor, side: SponsorshipSide.SPONSOR, post }, id, problems);
      if (problems.list.length > 0) return;
      await connection.query('update sponsor set version = version + 1 where id = $1', [id]);
    });
    const message =
      context.origin.locale === 'en' ? 'Something has to be repaired.' : 'Quelque chose est à reprendre.';
    if (problems.list.length > 0) return refused({ message, problems: problems.list });
    return { __typename: 'OwnSponsorSaved', sponsor: await selectSponsorPage(context, id) };
  }
}

const refused = (refusal: OwnRefusal): typeof OwnSponsorResult => ({
  __typename: 'OwnSponsorRefused',
  ...refusal,
});

const noLink = ({ origin }: SubgraphContext): OwnRefusal => ({
  message: origin.locale === 'en' ? 'This link leads nowhere.' : 'Ce lien ne mène nulle part.',
  problems: [],
});
