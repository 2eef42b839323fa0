import type { SubgraphContext } from '@ancrage/subgraph';
import { asSponsor } from './own-sponsor.js';
import type { OwnSponsor, SponsoredHousehold } from './sponsor-page.js';
import type { SponsorRecord } from './sponsor-record.js';
import { toSponsor } from './sponsor-record.queries.js';
import { sponsorWording } from './sponsor-wording.js';
import type { HouseholdCard, MatchReason } from './sponsorship.entity.js';
import { selectContacts } from './sponsorship-record.queries.js';
import { toReason } from './sponsorship-records.resolver.js';
import { OPEN } from './sponsorship-status.js';

type SponsorRow = Omit<OwnSponsor, 'commune' | 'households' | 'portraitWording'> & {
  communeCode: string | null;
};
type HouseholdRow = Pick<
  SponsoredHousehold,
  | 'id'
  | 'status'
  | 'proposedAt'
  | 'accepted'
  | 'householdAccepted'
  | 'endedAt'
  | 'name'
  | 'email'
  | 'phone'
  | 'demonstration'
> & { card: Partial<HouseholdCard>; reasons: MatchReason[] };

/** A sponsor's own page, read in their own name: the database shows nobody else's rows; null when there is none. */
export async function selectSponsorPage(context: SubgraphContext, id: string): Promise<OwnSponsor | null> {
  const own = asSponsor(context, id);
  const [row] = await own.read<SponsorRow>({
    name: 'own sponsor',
    text: `select s.id, s.name, s.email, s.phone, s.commune_code as "communeCode", s.activity, s.presentation, s.languages,
        s.interests, s.children_birth_years as "childrenBirthYears", s.capacity, s.paused_until::text as "pausedUntil",
        s.quiet_since as "quietSince", s.left_at as "leftAt", s.demonstration,
        jsonb_build_object('wording', s.consent_wording, 'version', s.consent_version, 'channel', s.consent_channel,
          'givenAt', s.consented_at) as consent,
        (select jsonb_build_object('sentence', o.sentence, 'consent', jsonb_build_object('wording', o.consent_wording,
           'version', o.consent_version, 'channel', o.consent_channel, 'givenAt', o.consented_at))
           from sponsor_portrait o where o.sponsor_id = s.id) as portrait
      from sponsor s where s.id = $1`,
    values: [id],
  });
  if (!row) return null;
  const { communeCode, ...sponsor } = toSponsor(row as unknown as SponsorRecord) as unknown as SponsorRow;
  return {
    ...sponsor,
    commune: communeCode ? { code: communeCode } : null,
    portraitWording: sponsorWording('PORTRAIT', context.origin.locale),
    households: await selectSponsored(own, id, context.origin.locale),
  };
}

/** The name and the address come from the household's own row, which the database shows while the pair is active. */
async function selectSponsored(
  own: SubgraphContext,
  id: string,
  locale: string,
): Promise<SponsoredHousehold[]> {
  const rows = await own.read<HouseholdRow>({
    name: 'households of a sponsor',
    text: `select n.id, n.status, n.proposed_at as "proposedAt", n.sponsor_accepted_at is not null as accepted,
        n.household_accepted_at is not null as "householdAccepted", n.ended_at as "endedAt",
        n.household_card as card, n.reasons, c.name, c.email, c.phone, n.demonstration
      from sponsorship n left join prospect_contact c on c.prospect_id = n.prospect_id
     where n.sponsor_id = $1 and (n.ended_at is null or n.ended_at > now() - interval '1 year')
     order by n.status in ${OPEN} desc, coalesce(n.ended_at, n.proposed_at) desc, n.id limit 50`,
    values: [id],
  });
  return Promise.all(
    rows.map(async ({ card, reasons, ...row }) => ({
      ...row,
      adults: card.adults ?? null,
      children: card.children ?? null,
      horizon: card.horizon ?? null,
      firstName: card.firstName ?? null,
      arrival: card.arrival ?? null,
      commune: card.communeCode ? { code: card.communeCode } : null,
      childrenBirthYears: card.childrenBirthYears ?? [],
      reasons: row.endedAt ? [] : reasons.map((reason) => toReason(reason, locale)),
      contacts: row.endedAt ? [] : await selectContacts(own, row.id),
    })),
  );
}
