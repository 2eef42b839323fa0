import type { SubgraphContext } from '@ancrage/subgraph';
import { isUuid } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { type ListOrder, orderedPage } from '../listing/ordered-page.js';
import { plain } from '../prospect/prospect-conditions.js';
import { SponsorRecordOrder, type SponsorRecordsArguments } from './sponsor.input.js';
import type { SponsorRecord, SponsorRecordConnection } from './sponsor-record.js';
import { OPEN, TODAY } from './sponsorship-status.js';

/** Places that are taken, of a sponsor `s`. */
export const TAKEN = `(select count(*)::int from sponsorship t where t.sponsor_id = s.id and t.status in ${OPEN})`;

/** SponsorState of a sponsor `s`. */
export const STATE = `case when s.left_at is not null then 'LEFT'
  when s.paused_until > ${TODAY} then 'PAUSED' when ${TAKEN} >= s.capacity then 'FULL' else 'AVAILABLE' end`;

export const SPONSOR_COLUMNS = `s.id, s.solo_id as "soloId", ${STATE} as state, s.name, s.email, s.phone, s.locale,
  s.commune_code as "communeCode", s.activity, s.presentation, s.languages, s.interests,
  s.children_birth_years as "childrenBirthYears", s.capacity, ${TAKEN} as taken,
  (select count(*)::int from sponsorship t where t.sponsor_id = s.id and t.status = 'ENDED'
     and t.sponsor_accepted_at is not null and t.household_accepted_at is not null) as past,
  s.paused_until::text as "pausedUntil", s.quiet_since as "quietSince", s.left_at as "leftAt",
  jsonb_build_object('wording', s.consent_wording, 'version', s.consent_version, 'channel', s.consent_channel,
    'givenAt', s.consented_at) as consent,
  (select jsonb_build_object('sentence', o.sentence, 'consent', jsonb_build_object('wording', o.consent_wording,
     'version', o.consent_version, 'channel', o.consent_channel, 'givenAt', o.consented_at))
     from sponsor_portrait o where o.sponsor_id = s.id) as portrait,
  s.created_at as since, s.version, s.demonstration`;

const ORDERS: Record<SponsorRecordOrder, ListOrder> = {
  NAME: { key: plain('s.name'), type: 'text' },
  NAME_DESC: { key: plain('s.name'), type: 'text', down: true },
  FREE: {
    key: `case when ${STATE} = 'AVAILABLE' then s.capacity - ${TAKEN} else 0 end`,
    type: 'int',
    down: true,
  },
  SINCE: { key: 's.created_at', type: 'timestamptz' },
  SINCE_DESC: { key: 's.created_at', type: 'timestamptz', down: true },
};

/** Moments inside of JSON come as text. */
export function toSponsor(row: SponsorRecord): SponsorRecord {
  const dated = (consent: SponsorRecord['consent']) => ({ ...consent, givenAt: new Date(consent.givenAt) });
  const portrait = row.portrait && { ...row.portrait, consent: dated(row.portrait.consent) };
  return { ...row, consent: dated(row.consent), portrait };
}

/** A page of the territory's sponsors. */
export async function selectSponsors(
  context: SubgraphContext,
  { search, filter, orderBy, ...page }: SponsorRecordsArguments,
): Promise<SponsorRecordConnection> {
  const values: unknown[] = [context.requireTerritory()];
  const where = ['s.territory_id = $1'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value) where.push(condition(`$${values.push(value)}`));
  };
  add(filter?.states?.length ? filter.states : null, (p) => `${STATE} = any(${p}::text[])`);
  add(filter?.commune, (p) => `s.commune_code = ${p}`);
  add(filter?.language, (p) => `${p} = any(s.languages)`);
  const words = search?.trim() && `%${nameKey(search).replace(/[\\%_]/g, '\\$&')}%`;
  add(
    words,
    (p) =>
      `(${['s.name', 's.activity', `array_to_string(s.interests, ' ')`, 's.email_key']
        .map((column) => `${plain(column)} like ${p}`)
        .join(' or ')})`,
  );
  const found = await orderedPage<SponsorRecord>(
    context,
    {
      columns: SPONSOR_COLUMNS,
      from: 'sponsor s',
      where: where.join(' and '),
      values,
      id: 's.id',
      order: ORDERS[orderBy],
    },
    page,
  );
  return { ...found, nodes: found.nodes.map(toSponsor) };
}

/** One sponsor of the territory, or null. */
export async function selectSponsor(context: SubgraphContext, id: string): Promise<SponsorRecord | null> {
  if (!isUuid(id)) return null;
  const [row] = await context.read<SponsorRecord>({
    name: 'sponsor record',
    text: `select ${SPONSOR_COLUMNS} from sponsor s where s.territory_id = $1 and s.id = $2`,
    values: [context.requireTerritory(), id],
  });
  return row ? toSponsor(row) : null;
}
