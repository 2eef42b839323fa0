import { freeSlug } from '@ancrage/subgraph/free-slug';
import type { FairInput } from './fair.input.js';
import type { KeptRecord } from './kept-record.js';
import { cents, line, optionalText } from './promotion.problems.js';

const MOST_DAYS = 31;

export const FAIR: KeptRecord<FairInput> = {
  table: 'fair',
  columns: [...['name', 'place', 'summary', 'starts_at', 'ends_at', 'campaign_id', 'cost_cents', 'shown']],
  values(input, problems) {
    const [from, until] = [input.startsAt ?? null, input.endsAt ?? null];
    if (!from)
      problems.add('startsAt', 'Donnez le jour et l’heure du début.', 'Give the day and hour it starts.');
    if (!until)
      problems.add('endsAt', 'Donnez le jour et l’heure de la fin.', 'Give the day and hour it ends.');
    if (from && until && until <= from)
      problems.add('endsAt', 'La fin précède le début.', 'The end is before the beginning.');
    if (from && until && until.getTime() - from.getTime() > MOST_DAYS * 86_400_000)
      problems.add('endsAt', `${MOST_DAYS} jours au plus.`, `${MOST_DAYS} days at most.`);
    return [
      line(problems, 'name', input.name),
      line(problems, 'place', input.place, 200),
      optionalText(problems, 'summary', input.summary, 1000),
      from,
      until,
      input.campaignId ?? null,
      cents(problems, 'costCents', input.costCents),
      input.shown,
    ];
  },
  most: 500,
  // The address is given once: calendars know the fair by it.
  first: async (connection, { territoryId }, { name }) => ({
    slug: await freeSlug(connection, {
      table: 'fair',
      territoryId: territoryId as string,
      name,
      otherwise: 'salon',
      longest: 60,
    }),
  }),
  alsoSets: 'revision = revision + 1, updated_at = now()',
  used: {
    text: `select from prospect_touch t left join promotion_link l on l.id = t.link_id
      where t.territory_id = $1 and (t.fair_id = $2 or l.fair_id = $2) limit 1`,
    fr: 'Des foyers ont été rencontrés à ce salon : le supprimer effacerait leur origine.',
    en: 'Households were met at this fair: removing it would erase where they came from.',
  },
};
