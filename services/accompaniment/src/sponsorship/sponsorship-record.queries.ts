import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { type ListOrder, orderedPage } from '../listing/ordered-page.js';
import { plain } from '../prospect/prospect-conditions.js';
import { STATE } from './sponsor-record.queries.js';
import { SponsorshipRecordOrder, type SponsorshipRecordsArguments } from './sponsorship.input.js';
import type {
  HouseholdToSponsor,
  SponsorshipContactRecord,
  SponsorshipDesk,
  SponsorshipRecord,
  SponsorshipRecordConnection,
} from './sponsorship-record.js';
import { OPEN, TODAY } from './sponsorship-status.js';

const FROM = `sponsorship n join sponsor s on s.id = n.sponsor_id
  join prospect_contact c on c.prospect_id = n.prospect_id`;
const LAST = '(select max(k.day) from sponsorship_contact k where k.sponsorship_id = n.id)';
const ACTIVE_SINCE = `case when n.status in ('ACTIVE', 'ENDED') then greatest(n.sponsor_accepted_at, n.household_accepted_at) end`;
/** Active, and nothing was noted for a month: of a sponsorship `n`. */
export const OVERDUE = `(n.status = 'ACTIVE' and coalesce(${LAST}, (greatest(n.sponsor_accepted_at, n.household_accepted_at)
  at time zone 'Europe/Paris')::date) < (${TODAY} - interval '1 month')::date)`;

const COLUMNS = `n.id, n.status, n.reasons, n.proposed_at as "proposedAt",
  jsonb_build_object('id', s.id, 'name', s.name, 'email', s.email, 'phone', s.phone) as sponsor,
  jsonb_build_object('id', n.prospect_id, 'name', c.name, 'email', c.email, 'phone', c.phone) as household,
  n.sponsor_accepted_at as "sponsorAcceptedAt", n.sponsor_word as "sponsorWord",
  n.household_accepted_at as "householdAcceptedAt", n.household_word as "householdWord",
  ${ACTIVE_SINCE} as "activeSince", n.ended_at as "endedAt", n.ended_by as "endedBy", n.closing_words as "closingWords",
  ${LAST}::text as "lastContactOn",
  (select count(*)::int from sponsorship_contact k where k.sponsorship_id = n.id) as "contactCount",
  ${OVERDUE} as overdue, n.asked_at as "askedAt", n.version, n.demonstration`;

const SILENT = `coalesce(${LAST}, '-infinity'::date)`;
const ORDERS: Record<SponsorshipRecordOrder, ListOrder> = {
  LAST_CONTACT: { key: SILENT, type: 'date' },
  LAST_CONTACT_DESC: { key: SILENT, type: 'date', down: true },
  PROPOSED: { key: 'n.proposed_at', type: 'timestamptz' },
  PROPOSED_DESC: { key: 'n.proposed_at', type: 'timestamptz', down: true },
  HOUSEHOLD: { key: plain('c.name'), type: 'text' },
  SPONSOR: { key: plain('s.name'), type: 'text' },
};
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** A page of the territory's sponsorships. */
export function selectSponsorships(
  context: SubgraphContext,
  { search, filter, orderBy, ...page }: SponsorshipRecordsArguments,
): Promise<SponsorshipRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const where = ['n.territory_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value) where.push(condition(`$${values.push(value)}`));
  };
  const one = (id: string | null | undefined) => id && (isUuid(id) ? id : NOBODY);
  add(filter?.statuses?.length ? filter.statuses : null, (p) => `n.status = any(${p}::sponsorship_status[])`);
  add(one(filter?.sponsorId), (p) => `n.sponsor_id = ${p}`);
  add(one(filter?.prospectId), (p) => `n.prospect_id = ${p}`);
  if (filter?.overdue) where.push(OVERDUE);
  const words = search?.trim() && `%${nameKey(search.trim()).replace(/[\\%_]/g, '\\$&')}%`;
  add(words, (p) => `(${plain('c.name')} like ${p} or ${plain('s.name')} like ${p})`);
  return orderedPage<SponsorshipRecord>(
    context,
    { columns: COLUMNS, from: FROM, where: where.join(' and '), values, id: 'n.id', order: ORDERS[orderBy] },
    page,
  );
}

/** One sponsorship of the territory, or null. */
export async function selectSponsorship(
  context: SubgraphContext,
  id: string,
): Promise<SponsorshipRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<SponsorshipRecord>({
    name: 'sponsorship record',
    text: `select ${COLUMNS} from ${FROM} where n.territory_id = $1 and n.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ?? null;
}

/** The log of a sponsorship as the request may see it, the latest first. */
export function selectContacts(
  context: SubgraphContext,
  sponsorshipId: string,
): Promise<SponsorshipContactRecord[]> {
  return context.read<SponsorshipContactRecord>({
    name: 'contacts of a sponsorship',
    text: `select id, by, kind, day::text, words, noted_at as "notedAt" from sponsorship_contact
      where sponsorship_id = $1 order by day desc, noted_at desc, id limit 200`,
    values: [sponsorshipId],
  });
}

/** Where sponsorships stand. A household wants a sponsor while it settles, and in the year after. */
export async function selectDesk(context: SubgraphContext): Promise<SponsorshipDesk> {
  const values = [context.requireTerritory()];
  const [households, [counts]] = await Promise.all([
    context.read<HouseholdToSponsor & { total: number }>({
      name: 'households without a sponsor',
      text: `select p.id as "prospectId", c.name, coalesce(i.effective_on, i.expected_on)::text as "arrivesOn",
          coalesce(i.commune_code, p.wished_communes[1]) as "communeCode", p.demonstration,
          (select count(*)::int from sponsorship d where d.prospect_id = p.id and d.status = 'DECLINED') as declined,
          count(*) over ()::int as total
        from prospect p join prospect_contact c on c.prospect_id = p.id
        left join installation i on i.prospect_id = p.id and i.status <> 'ABANDONED'
       where p.territory_id = $1 and p.anonymised_at is null
         and (p.stage = 'PROJECT' or i.status = 'PLANNED' or i.effective_on > ${TODAY} - 366)
         and not exists (select from sponsorship n where n.prospect_id = p.id and n.status in ${OPEN})
       order by coalesce(i.effective_on, i.expected_on) nulls last, c.name, p.id limit 50`,
      values,
    }),
    context.read<Omit<SponsorshipDesk, 'withoutSponsor' | 'withoutSponsorCount'>>({
      name: 'sponsorship counts',
      text: `select count(*) filter (where n.status in ('PROPOSED', 'ACCEPTED'))::int as "waitingCount",
          count(*) filter (where n.status = 'ACTIVE')::int as "activeCount",
          count(*) filter (where ${OVERDUE})::int as "overdueCount",
          (select count(*)::int from sponsor s where s.territory_id = $1 and ${STATE} = 'AVAILABLE') as "availableCount"
        from sponsorship n where n.territory_id = $1`,
      values,
    }),
  ]);
  return {
    waitingCount: 0,
    activeCount: 0,
    overdueCount: 0,
    availableCount: 0,
    ...counts,
    withoutSponsor: households,
    withoutSponsorCount: households[0]?.total ?? 0,
  };
}
