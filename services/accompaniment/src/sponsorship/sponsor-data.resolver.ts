import { cleanLine } from '@ancrage/input/clean-text';
import type { SubgraphContext } from '@ancrage/subgraph';
import { Problems } from '@ancrage/subgraph/field-problem';
import { WRITERS } from '@ancrage/subgraph/policies';
import { asTerritory } from '@ancrage/subgraph/self-service';
import { MaxLength } from 'class-validator';
import { Arg, Args, ArgsType, Ctx, Field, ID, Mutation, Resolver } from 'type-graphql';
import type { HouseholdLinks } from '../household/household-links.js';
import { HouseholdDataExport } from '../personal-data/personal-data.result.js';
import { sponsorUserId } from './own-sponsor.js';
import { SponsorLinkArguments } from './own-sponsorship.input.js';
import { forgetSponsor, sponsorDataOf } from './sponsor-data.js';
import { EraseAsSponsorArguments } from './sponsor-page.input.js';
import { OwnSponsorResult } from './sponsor-page.js';
import { selectSponsorPage } from './sponsor-page.queries.js';
import { selectSponsor } from './sponsor-record.queries.js';
import { SponsorshipSide } from './sponsorship-status.js';

@ArgsType()
class EraseSponsorArguments {
  @Field(() => ID)
  @MaxLength(36)
  id!: string;

  @Field(() => String, { description: 'The name of the sponsor, typed again: nobody erases by mistake.' })
  @MaxLength(1000)
  confirmation!: string;
}

/** What is held of a sponsor, given or erased on request. */
@Resolver()
export class SponsorDataResolver {
  constructor(private readonly links: HouseholdLinks) {}

  @Mutation(() => HouseholdDataExport, {
    description: 'Everything held of one sponsor, to be given to them on request. Agents only.',
  })
  async exportSponsorData(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<HouseholdDataExport> {
    context.requireRole(...WRITERS);
    return exported(await sponsorDataOf(context, id));
  }

  @Mutation(() => Boolean, {
    description:
      'Erases a sponsor for good, and ends what is under way. False when the name was not typed as it is written. Doing it twice does nothing more. Agents only.',
  })
  async eraseSponsor(
    @Args(() => EraseSponsorArguments) { id, confirmation }: EraseSponsorArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<boolean> {
    context.requireRole(...WRITERS);
    const sponsor = await selectSponsor(context, id);
    if (!sponsor) return true;
    if (!isName(confirmation, sponsor.name)) return false;
    const { scope } = context;
    const post = { card: context.requireTerritoryCard(), links: this.links };
    await context.write((connection) =>
      forgetSponsor({ connection, scope, actor: scope, side: SponsorshipSide.SPONSOR, post }, id),
    );
    return true;
  }

  @Mutation(() => HouseholdDataExport, {
    nullable: true,
    description: 'Everything held of a sponsor, by their own link; null when it is none.',
  })
  async exportDataAsSponsor(
    @Args(() => SponsorLinkArguments) { token }: SponsorLinkArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<HouseholdDataExport | null> {
    const id = this.links.idOf('SPONSOR', token);
    if (!id || !(await selectSponsorPage(context, id))) return null;
    // Letters are not theirs to read row by row; those to their own address are given whole.
    return exported(await sponsorDataOf(asTerritory(context), id));
  }

  @Mutation(() => OwnSponsorResult, { description: 'Erases a sponsor for good, by their own link.' })
  async eraseAsSponsor(
    @Args(() => EraseAsSponsorArguments) { token, confirmation }: EraseAsSponsorArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<typeof OwnSponsorResult> {
    const id = this.links.idOf('SPONSOR', token);
    const sponsor = id && (await selectSponsorPage(context, id));
    const problems = new Problems(context.origin.locale);
    if (!id || !sponsor) return { __typename: 'OwnSponsorSaved', sponsor: null };
    if (!isName(confirmation, sponsor.name)) {
      problems.add(
        'confirmation',
        'Recopiez votre nom tel qu’il est écrit.',
        'Type your name as it is written.',
      );
      const [{ message }] = problems.list as [Problems['list'][number]];
      return { __typename: 'OwnSponsorRefused', message, problems: problems.list };
    }
    const territory = asTerritory(context);
    const { scope } = territory;
    const post = { card: context.requireTerritoryCard(), links: this.links };
    const actor = { ...scope, userId: sponsorUserId(id) };
    await territory.write((connection) =>
      forgetSponsor({ connection, scope, actor, side: SponsorshipSide.SPONSOR, post }, id),
    );
    return { __typename: 'OwnSponsorSaved', sponsor: null };
  }
}

const exported = (data: object): HouseholdDataExport => ({
  fileName: 'donnees-personnelles-parrain.json',
  json: JSON.stringify(data, null, 2),
});

const isName = (typed: string, name: string): boolean =>
  cleanLine(typed).toLowerCase() === cleanLine(name).toLowerCase();
