import {
  type PromotionCampaignRowFragment,
  PromotionCampaignsDocument,
  type PromotionCampaignsQuery,
} from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { parseList } from '#lib/list/list-state.ts';
import { channelLabel } from '#lib/origin/channel-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { timeLabel } from '#lib/promotion/cost-words.ts';
import { notFound } from '#lib/server/failures.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import { campaignShape, campaignVariables } from '../campaign-list.ts';
import type { RequestHandler } from './$types';

/** The campaigns that the list shows, all its pages, as a file. An amount that nobody said is an empty cell. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const variables = campaignVariables(parseList(campaignShape, event.url.searchParams));
  return exportResponse(format, {
    fileName: `campagnes-${tenantIn(event.locals).slug}`,
    head: [
      m.promotion_campaign(),
      m.promotion_channel(),
      m.promotion_audience(),
      m.promotion_starts_on(),
      m.promotion_ends_on(),
      m.promotion_when(),
      m.promotion_budget_euros(),
      m.promotion_cost_euros(),
      m.promotion_prospects(),
      m.promotion_attendees(),
      m.promotion_installations(),
      m.promotion_per_prospect_euros(),
    ],
    pages: pagesOf(await memberGateway(event), variables),
  });
};

async function* pagesOf(
  gateway: GatewayClient,
  variables: ReturnType<typeof campaignVariables>,
): AsyncGenerator<Cell[][]> {
  let after: string | null = null;
  do {
    const answer: PromotionCampaignsQuery = await gateway.ask(PromotionCampaignsDocument, {
      ...variables,
      first: 100,
      after,
    });
    const { nodes, pageInfo } = answer.campaigns;
    yield nodes.map(cellsOf);
    after = pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null;
  } while (after);
}

const euros = (cents: number | null) => (cents === null ? null : cents / 100);

const cellsOf = ({ results, ...campaign }: PromotionCampaignRowFragment): Cell[] => [
  campaign.name,
  channelLabel(campaign.channel),
  campaign.audienceName,
  campaign.startsOn,
  campaign.endsOn,
  timeLabel(campaign.time),
  euros(campaign.budgetCents),
  euros(results.cost.cents),
  results.first.prospects,
  results.first.attendees,
  results.first.installations,
  euros(results.first.centsPerProspect),
];
