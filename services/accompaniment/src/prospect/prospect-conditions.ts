import { isUuid } from '@ancrage/subgraph/pagination';
import { nameKey } from '@ancrage/subgraph/slug';
import { behindFigure } from '../indicators/indicator-households.js';
import { ProspectActionDue, type ProspectRecordFilter } from './prospect-record.input.js';

export interface Asked {
  search?: string | null;
  filter?: ProspectRecordFilter | null;
}

/** Households that still have a name: who was forgotten is counted elsewhere, and shown nowhere. */
export const HOUSEHOLDS = 'prospect p join prospect_contact c on c.prospect_id = p.id';
const TODAY = `(now() at time zone 'Europe/Paris')::date`;

/** When something is to be done; for a household that was lost nothing is, until it comes back. */
export const DUE_ON = `(case when p.stage <> 'LOST' then p.next_action_on end)`;

const DUE: Record<ProspectActionDue, string> = {
  OVERDUE: `${DUE_ON} < ${TODAY}`,
  TODAY: `${DUE_ON} <= ${TODAY}`,
  THIS_WEEK: `${DUE_ON} <= date_trunc('week', ${TODAY})::date + 6`,
  NONE: `p.next_action is null and p.stage not in ('INSTALLED', 'LOST')`,
};

/** SQL that gives a column as it is searched: in lower case, without accents; as `nameKey` does it. */
export const plain = (column: string): string =>
  `replace(regexp_replace(normalize(lower(coalesce(${column}, '')), NFD), '[\u0300-\u036f]', '', 'g'), 'œ', 'oe')`;

const BY_CHANNEL = (parameter: string) => `exists (
  select from prospect_touch t
    left join promotion_link l on l.id = t.link_id
    left join fair f on f.id = coalesce(t.fair_id, l.fair_id)
    left join campaign g on g.id = coalesce(l.campaign_id, f.campaign_id)
   where t.prospect_id = p.id
     and (t.declared_channel = any(${parameter}) or g.channel::text = any(${parameter})
          or (coalesce(t.fair_id, l.fair_id) is not null and 'FAIR' = any(${parameter}))))`;

const BY_CAMPAIGN = (parameter: string) => `exists (
  select from prospect_touch t
    left join promotion_link l on l.id = t.link_id
    left join fair f on f.id = coalesce(t.fair_id, l.fair_id)
   where t.prospect_id = p.id and coalesce(l.campaign_id, f.campaign_id) = ${parameter}::uuid)`;

const BY_FAIR = (parameter: string) =>
  `exists (select from prospect_touch t where t.prospect_id = p.id and t.fair_id = ${parameter}::uuid)`;

/** What households have to fulfil, as SQL; adds to `values`, whose first is the territory. */
export function conditionsOf({ search, filter }: Asked, values: unknown[]): string {
  const conditions = ['p.territory_id = $1', 'p.anonymised_at is null'];
  const add = (value: unknown, condition: (parameter: string) => string) => {
    if (value !== undefined && value !== null) conditions.push(condition(`$${values.push(value)}`));
  };
  const many = <Value>(list: Value[] | null | undefined) => (list?.length ? list : null);
  /** Of something that cannot be there, there is nobody. */
  const one = (id: string | null | undefined) =>
    id && (isUuid(id) ? id : '00000000-0000-0000-0000-000000000000');
  add(many(filter?.stages), (p) => `p.stage = any(${p}::prospect_stage[])`);
  add(filter?.owner, (p) => `p.owner_id = ${p}`);
  if (filter?.unowned) conditions.push('p.owner_id is null');
  add(many(filter?.channels), BY_CHANNEL);
  add(many(filter?.horizons), (p) => `p.horizon = any(${p}::installation_horizon[])`);
  if (filter?.action) conditions.push(DUE[filter.action]);
  add(one(filter?.campaign), BY_CAMPAIGN);
  add(one(filter?.fair), BY_FAIR);
  if (filter?.indicator) conditions.push(behindFigure(filter.indicator, values));
  const words = search?.trim();
  if (words) conditions.push(`(${found(words, values).join(' or ')})`);
  return conditions.join(' and ');
}

function found(words: string, values: unknown[]): string[] {
  const part = (text: string) => `$${values.push(`%${text.replace(/[\\%_]/g, '\\$&')}%`)}`;
  const key = part(nameKey(words));
  const conditions = [
    ...['c.name', 'p.project', 'p.activity'].map((column) => `${plain(column)} like ${key}`),
    `c.email_key like ${part(words.toLowerCase())}`,
  ];
  // 05 61 00 00 00 is kept as +33561000000.
  const digits = words.replace(/[^0-9]/g, '');
  if (digits.length >= 4 && /^[0-9 .+()/-]+$/.test(words))
    conditions.push(`c.phone_key like ${part(digits.replace(/^0/, ''))}`);
  return conditions;
}
