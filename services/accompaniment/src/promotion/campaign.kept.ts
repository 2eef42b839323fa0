import type { CampaignInput } from './campaign.input.js';
import type { KeptRecord } from './kept-record.js';
import { cents, day, line, optionalText } from './promotion.problems.js';

export const CAMPAIGN: KeptRecord<CampaignInput> = {
  table: 'campaign',
  columns: [
    ...['name', 'channel', 'audience_id', 'message_id', 'goal', 'starts_on', 'ends_on'],
    ...['budget_cents', 'spent_cents'],
  ],
  values(input, problems) {
    const [on, until] = [day(input.startsOn), day(input.endsOn)];
    if (!on) problems.add('startsOn', 'Donnez le premier jour.', 'Give the first day.');
    if (!until) problems.add('endsOn', 'Donnez le dernier jour.', 'Give the last day.');
    if (on && until && until < on)
      problems.add('endsOn', 'La fin précède le début.', 'The end is before the beginning.');
    return [
      line(problems, 'name', input.name),
      input.channel,
      input.audienceId ?? null,
      input.messageId ?? null,
      optionalText(problems, 'goal', input.goal, 1000),
      on,
      until,
      cents(problems, 'budgetCents', input.budgetCents),
      cents(problems, 'spentCents', input.spentCents),
    ];
  },
  most: 500,
  used: {
    text: `select from prospect_touch t left join promotion_link l on l.id = t.link_id
        left join fair f on f.id = coalesce(t.fair_id, l.fair_id)
      where t.territory_id = $1 and (l.campaign_id = $2 or f.campaign_id = $2) limit 1`,
    fr: 'Des foyers sont venus par cette campagne : la supprimer effacerait leur origine.',
    en: 'Households came by this campaign: removing it would erase where they came from.',
  },
};
