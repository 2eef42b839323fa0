import type { SubgraphContext } from '@ancrage/subgraph';
import { reportingDate } from '@ancrage/subgraph/reporting-date';
import { nameKey } from '@ancrage/subgraph/slug';
import { type CampaignFilter, CampaignOrder, CampaignTime } from './campaign.input.js';
import { CAMPAIGN } from './campaign.kept.js';
import type { CampaignRecord } from './campaign-record.js';
import { stampOf } from './kept-record.js';
import { campaignCost } from './promotion-costs.js';
import { selectFigures, selectSpending } from './promotion-figures.js';

type CampaignRow = Omit<CampaignRecord, 'time' | 'results'>;

/** Every campaign of the territory, or the one of an id, with its results: there are hundreds at most. */
export async function selectCampaigns(context: SubgraphContext, id?: string): Promise<CampaignRecord[]> {
  const [rows, figures, spending] = await Promise.all([
    context.read<CampaignRow>({
      name: 'campaigns',
      text: `select c.id, c.name, c.channel, c.audience_id as "audienceId", a.name as "audienceName",
          c.message_id as "messageId", c.goal, c.starts_on::text as "startsOn", c.ends_on::text as "endsOn",
          c.budget_cents as "budgetCents", c.spent_cents as "spentCents", c.demonstration,
          ${stampOf(CAMPAIGN.columns, 'c')} as stamp
         from campaign c left join audience a on a.id = c.audience_id
        where c.territory_id = $1 and ($2::uuid is null or c.id = $2) limit ${CAMPAIGN.most}`,
      values: [context.requireTerritory(), id ?? null],
    }),
    selectFigures(context),
    selectSpending(context),
  ]);
  const today = reportingDate();
  return rows.flatMap((row) => {
    const spent = spending.find(({ campaignId }) => campaignId === row.id);
    return spent ? [{ ...row, time: timeOf(row, today), results: campaignCost(figures, spent) }] : [];
  });
}

function timeOf({ startsOn, endsOn }: CampaignRow, today: string): CampaignTime {
  if (endsOn < today) return CampaignTime.OVER;
  return startsOn > today ? CampaignTime.TO_COME : CampaignTime.RUNNING;
}

/** The campaigns that a filter leaves. */
export function filteredCampaigns(
  all: readonly CampaignRecord[],
  { search, channels, times }: CampaignFilter,
): CampaignRecord[] {
  const words = nameKey(search?.trim() ?? '');
  return all.filter(
    ({ name, goal, channel, time }) =>
      nameKey(`${name} ${goal ?? ''}`).includes(words) &&
      (!channels?.length || channels.includes(channel)) &&
      (!times?.length || times.includes(time)),
  );
}

type Compare = (one: CampaignRecord, other: CampaignRecord) => number;
const names = new Intl.Collator('fr', { sensitivity: 'base', numeric: true });
const byName: Compare = (one, other) => names.compare(one.name, other.name);
const byStart: Compare = (one, other) => one.startsOn.localeCompare(other.startsOn);
/** What is unknown comes after all that is known, zero included. */
const spent = ({ results: { cost } }: CampaignRecord) => cost.cents ?? -1;

const ORDERS: Record<CampaignOrder, Compare> = {
  [CampaignOrder.STARTS_ON_DESC]: (one, other) => byStart(other, one),
  [CampaignOrder.STARTS_ON_ASC]: byStart,
  [CampaignOrder.NAME_ASC]: byName,
  [CampaignOrder.SPENT_DESC]: (one, other) => spent(other) - spent(one),
  [CampaignOrder.PROSPECTS_DESC]: (one, other) => other.results.first.prospects - one.results.first.prospects,
};

/** Campaigns in an order, those that it leaves alike by name. */
export const inCampaignOrder = (all: readonly CampaignRecord[], order: CampaignOrder): CampaignRecord[] =>
  [...all].sort(
    (one, other) => ORDERS[order](one, other) || byName(one, other) || one.id.localeCompare(other.id),
  );
