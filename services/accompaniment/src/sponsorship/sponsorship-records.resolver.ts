import type { SubgraphContext } from '@ancrage/subgraph';
import { NotFoundError } from '@ancrage/subgraph/errors';
import { isUuid } from '@ancrage/subgraph/pagination';
import { WRITERS } from '@ancrage/subgraph/policies';
import { Arg, Args, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { Commune } from '../references.js';
import { reasonInWords } from './match-reasons.js';
import { SponsorProposals, SponsorReason } from './sponsor-proposals.js';
import { hindranceInWords, matchHouseholdOf, weighSponsors } from './sponsor-proposals.queries.js';
import type { MatchReason } from './sponsorship.entity.js';
import { SponsorshipRecordsArguments } from './sponsorship.input.js';
import {
  HouseholdToSponsor,
  SponsorshipContactRecord,
  SponsorshipDesk,
  SponsorshipRecord,
  SponsorshipRecordConnection,
} from './sponsorship-record.js';
import {
  selectContacts,
  selectDesk,
  selectSponsorship,
  selectSponsorships,
} from './sponsorship-record.queries.js';
import { OPEN } from './sponsorship-status.js';

/** A reason as a person reads it. */
export const toReason = (reason: MatchReason, locale: string): SponsorReason => ({
  kind: reason.kind,
  sentence: reasonInWords(reason, locale),
  commune: reason.kind === 'COMMUNE' && reason.words[0] ? { code: reason.words[0] } : null,
});

@Resolver(() => SponsorshipRecord)
export class SponsorshipRecordResolver {
  @Query(() => SponsorshipRecordConnection, { description: 'Sponsors and households. Agents only.' })
  sponsorshipRecords(
    @Args(() => SponsorshipRecordsArguments) page: SponsorshipRecordsArguments,
    @Ctx() context: SubgraphContext,
  ): Promise<SponsorshipRecordConnection> {
    context.requireRole(...WRITERS);
    return selectSponsorships(context, page);
  }

  @Query(() => SponsorshipRecord, { nullable: true, description: 'One sponsorship, or null. Agents only.' })
  sponsorshipRecord(
    @Arg('id', () => ID) id: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SponsorshipRecord | null> {
    context.requireRole(...WRITERS);
    return selectSponsorship(context, id);
  }

  @Query(() => SponsorshipDesk, {
    description: 'Who waits for a sponsor, and what is under way. Agents only.',
  })
  sponsorshipDesk(@Ctx() context: SubgraphContext): Promise<SponsorshipDesk> {
    context.requireRole(...WRITERS);
    return selectDesk(context);
  }

  @Query(() => SponsorProposals, {
    description:
      'Who could sponsor a household, ranked by what speaks for them: never the household itself, nobody on a pause or without a place, nobody who said no to it or to whom it did. Agents only.',
  })
  async sponsorProposals(
    @Arg('prospectId', () => ID) prospectId: string,
    @Ctx() context: SubgraphContext,
  ): Promise<SponsorProposals> {
    context.requireRole(...WRITERS);
    const territoryId = context.requireTerritory();
    const { locale } = context.origin;
    const { weighed, openId } = await context.write(async (connection) => {
      const household = isUuid(prospectId) && (await matchHouseholdOf(connection, territoryId, prospectId));
      if (!household) throw new NotFoundError('Ce foyer n’est pas ou n’est plus suivi ici.');
      const { rows } = await connection.query<{ id: string }>(
        `select id from sponsorship where territory_id = $1 and prospect_id = $2 and status in ${OPEN} limit 1`,
        [territoryId, prospectId],
      );
      const all = await weighSponsors(connection, territoryId, household, { prospectId });
      return { weighed: all, openId: rows[0]?.id ?? null };
    });
    const proposals = weighed
      .filter(({ hindrance }) => hindrance === null)
      .map(({ sponsor, reasons }, index) => ({
        rank: index + 1,
        sponsor,
        reasons: reasons.map((reason) => toReason(reason, locale)),
      }));
    const hindered = weighed.flatMap(({ sponsor, hindrance }) =>
      hindrance ? [{ sponsor, because: hindranceInWords(hindrance, locale) }] : [],
    );
    return { prospectId, openId, proposals, hindered };
  }

  @FieldResolver(() => [SponsorReason], { description: 'Why the sponsor was thought of, as it was then.' })
  reasons(@Root() { reasons }: SponsorshipRecord, @Ctx() context: SubgraphContext): SponsorReason[] {
    return reasons.map((reason) => toReason(reason, context.origin.locale));
  }

  @FieldResolver(() => [SponsorshipContactRecord], { description: 'The latest first, at most 200.' })
  contacts(
    @Root() { id }: SponsorshipRecord,
    @Ctx() context: SubgraphContext,
  ): Promise<SponsorshipContactRecord[]> {
    return selectContacts(context, id);
  }
}

@Resolver(() => HouseholdToSponsor)
export class HouseholdToSponsorResolver {
  @FieldResolver(() => Commune, { nullable: true, description: 'Where they settle, or think of settling.' })
  commune(@Root() { communeCode }: HouseholdToSponsor): Commune | null {
    return communeCode ? { code: communeCode } : null;
  }
}
