import { PromotionCostsDocument, type PromotionCostsQuery } from '#lib/graphql/generated/graphql.ts';
import type { Cell } from '#lib/list/csv.ts';
import { exportResponse, isExportFormat } from '#lib/list/export.server.ts';
import { channelLabel } from '#lib/origin/channel-words.ts';
import { m } from '#lib/paraglide/messages.js';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { tenantIn } from '#lib/server/tenant.ts';
import type { RequestHandler } from './$types';

type Costs = PromotionCostsQuery['promotionCosts'];
type Reach = Costs['total'];

/** Both tables of the page, by both passages, one row each. What is unknown is an empty cell, never a zero. */
export const GET: RequestHandler = async (event) => {
  await memberOf(event);
  const { format } = event.params;
  if (!isExportFormat(format)) {
    return notFound();
  }
  const { promotionCosts } = await (await memberGateway(event)).ask(PromotionCostsDocument, {});
  return exportResponse(format, {
    fileName: `couts-promotion-${tenantIn(event.locals).slug}`,
    head: [
      m.promotion_export_what(),
      m.promotion_name(),
      m.promotion_channel(),
      m.promotion_export_origin(),
      m.promotion_touch(),
      m.promotion_cost_euros(),
      m.promotion_prospects(),
      m.promotion_attendees(),
      m.promotion_installations(),
      m.promotion_per_prospect_euros(),
      m.promotion_per_attendee_euros(),
      m.promotion_per_installation_euros(),
    ],
    pages: pagesOf(promotionCosts),
  });
};

async function* pagesOf({ campaigns, channels }: Costs): AsyncGenerator<Cell[][]> {
  const touches = [m.promotion_first_touch(), m.promotion_last_touch()] as const;
  yield campaigns.flatMap(({ name, channel, campaignId, cost, first, last }) =>
    [first, last].map((reach, index) => [
      campaignId ? m.promotion_campaign() : m.promotion_fair(),
      name,
      channelLabel(channel),
      m.promotion_measured(),
      touches[index] ?? null,
      ...reached(reach, cost.cents),
    ]),
  );
  yield channels.flatMap(({ channel, cost, ...row }) =>
    (
      [
        [m.promotion_measured(), touches[0], row.firstMeasured],
        [m.promotion_measured(), touches[1], row.lastMeasured],
        [m.promotion_declared(), touches[0], row.firstDeclared],
        [m.promotion_declared(), touches[1], row.lastDeclared],
      ] as const
    ).map(([origin, touch, reach]) => [
      m.promotion_channel(),
      null,
      channel ? channelLabel(channel) : m.promotion_origin_unknown(),
      origin,
      touch,
      ...reached(reach, cost.cents),
    ]),
  );
}

const euros = (cents: number | null) => (cents === null ? null : cents / 100);

const reached = (reach: Reach, cents: number | null): Cell[] => [
  euros(cents),
  reach.prospects,
  reach.attendees,
  reach.installations,
  euros(reach.centsPerProspect),
  euros(reach.centsPerAttendee),
  euros(reach.centsPerInstallation),
];
