import type { SubgraphContext } from '@ancrage/subgraph';
import { asHousehold } from '../household/own-household.js';
import type { OwnSponsorship } from './own-sponsorship.js';
import type { MatchReason, SponsorCard } from './sponsorship.entity.js';
import { selectContacts } from './sponsorship-record.queries.js';
import { toReason } from './sponsorship-records.resolver.js';
import { OPEN } from './sponsorship-status.js';

interface OwnRow
  extends Pick<OwnSponsorship, 'id' | 'status' | 'proposedAt' | 'accepted' | 'sponsorAccepted' | 'endedAt'> {
  card: Partial<SponsorCard>;
  reasons: MatchReason[];
  email: string | null;
  phone: string | null;
}

/**
 * A household's sponsorships as it may read them: those that are open, else the last one that ended. How to reach the
 * sponsor comes from the sponsor's own row, which the database shows it while the pair is active.
 */
export async function selectSponsorshipsOf(
  context: SubgraphContext,
  prospectId: string,
): Promise<OwnSponsorship[]> {
  const own = asHousehold(context, prospectId);
  const rows = await own.read<OwnRow>({
    name: 'own sponsorships',
    text: `select n.id, n.status, n.proposed_at as "proposedAt", n.household_accepted_at is not null as accepted,
        n.sponsor_accepted_at is not null as "sponsorAccepted", n.ended_at as "endedAt", n.sponsor_card as card,
        n.reasons, s.email, s.phone
      from sponsorship n left join sponsor s on s.id = n.sponsor_id
     where n.prospect_id = $1
     order by n.status in ${OPEN} desc, coalesce(n.ended_at, n.proposed_at) desc, n.id limit 5`,
    values: [prospectId],
  });
  const open = rows.filter(({ endedAt }) => endedAt === null);
  const shown = open.length > 0 ? open : rows.filter(({ status }) => status === 'ENDED').slice(0, 1);
  return Promise.all(
    shown.map(async ({ card, reasons, ...row }) => ({
      ...row,
      name: card.name ?? null,
      activity: card.activity ?? null,
      presentation: card.presentation ?? null,
      commune: card.communeCode ? { code: card.communeCode } : null,
      languages: card.languages ?? [],
      reasons: row.endedAt ? [] : reasons.map((reason) => toReason(reason, context.origin.locale)),
      contacts: await selectContacts(own, row.id),
    })),
  );
}
