import type { SubgraphContext } from '@ancrage/subgraph';
import { Channel } from './channel.js';
import type { Counted, Touch } from './promotion-reach.js';

/** Households that came the same way, by one of the two touches; null where no origin of that kind is known. */
export interface FigureRow extends Counted {
  touch: Touch;
  campaignId: string | null;
  fairId: string | null;
  linkId: string | null;
  measured: Channel | null;
  declared: Channel | null;
}

/** A campaign or a fair without one, as far as figures need it. */
export interface Spending {
  campaignId: string | null;
  fairId: string | null;
  name: string;
  channel: Channel;
  demonstration: boolean;
  /** What was spent, and what each of its fairs cost. */
  parts: (number | null)[];
}

/** Every household of the territory by how it came: counted on behalf of a role that sees no household. */
export const selectFigures = (context: SubgraphContext): Promise<FigureRow[]> =>
  context.load('promotion figures', 'all', async () => [
    await context.read<FigureRow>({
      name: 'promotion figures',
      text: `select touch, campaign_id as "campaignId", fair_id as "fairId", link_id as "linkId", measured, declared,
          prospects, attendees, installations from promotion_figures()`,
      values: [],
    }),
  ]);

/** How many households a link led in, or were met at a fair, by its id. */
export const selectMeetings = (context: SubgraphContext): Promise<Map<string, number>> =>
  context.load('promotion meetings', 'all', async () => {
    const rows = await context.read<{ id: string; households: number }>({
      name: 'promotion meetings',
      text: 'select id, households from promotion_meetings()',
      values: [],
    });
    return [new Map(rows.map(({ id, households }) => [id, households]))];
  });

/** What was spent: every campaign with its fairs, then the fairs that belong to none. */
export const selectSpending = (context: SubgraphContext): Promise<Spending[]> =>
  context.load('promotion spending', 'all', async () => [
    await context.read<Spending>({
      name: 'promotion spending',
      text: `select c.id as "campaignId", null::uuid as "fairId", c.name, c.channel::text as channel, c.demonstration,
          c.starts_on as "on",
          coalesce((select json_agg(f.cost_cents) from fair f where f.campaign_id = c.id)::jsonb, '[]')
            || jsonb_build_array(c.spent_cents) as parts
         from campaign c where c.territory_id = $1
        union all
        select null, f.id, f.name, $2, f.demonstration, f.starts_at::date, jsonb_build_array(f.cost_cents)
          from fair f where f.territory_id = $1 and f.campaign_id is null
        order by "on" desc, name limit 1000`,
      values: [context.requireTerritory(), Channel.FAIR],
    }),
  ]);

/** Whether households came by this spending. */
export const cameBy =
  ({ campaignId, fairId }: Pick<Spending, 'campaignId' | 'fairId'>, touch: Touch) =>
  (row: FigureRow): boolean =>
    row.touch === touch &&
    (campaignId !== null ? row.campaignId === campaignId : row.campaignId === null && row.fairId === fairId);
