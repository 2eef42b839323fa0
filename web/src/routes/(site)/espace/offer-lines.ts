import type { CampaignCardFragment } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Line } from './today-line.ts';

type Offer = Record<
  'conflicts' | 'corrections' | 'unverified' | 'expired' | 'expiring' | 'premises',
  number
> & {
  campaigns: readonly Pick<CampaignCardFragment, 'id' | 'invited' | 'answered'>[];
};

/** What the offer asks for: what sources dispute, what nobody vouched for, what runs out. */
export function offerLines({ campaigns, ...counts }: Offer): Line[] {
  const { conflicts, corrections, unverified, expired, expiring, premises } = counts;
  const invited = campaigns.reduce((sum, { invited: count }) => sum + count, 0);
  const answered = campaigns.reduce((sum, { answered: count }) => sum + count, 0);
  const [only] = campaigns.length === 1 ? campaigns : [];
  return [
    {
      count: conflicts,
      label: m.today_conflicts({ count: conflicts }),
      none: m.today_no_conflicts(),
      href: memberRoutes.conflicts(),
    },
    {
      count: corrections,
      label: m.today_corrections({ count: corrections }),
      none: m.today_no_corrections(),
      href: memberRoutes.corrections(),
    },
    {
      count: unverified,
      label: m.protocol_today_unverified({ count: unverified }),
      none: m.protocol_today_no_unverified(),
      href: memberRoutes.facts('?montre=jamais-verifie'),
    },
    {
      count: expired,
      label: m.today_expired({ count: expired }),
      none: m.today_no_expired(),
      href: memberRoutes.facts('?montre=a-renouveler'),
    },
    {
      count: expiring,
      label: m.today_expiring({ count: expiring }),
      none: m.today_no_expiring(),
      href: memberRoutes.facts('?tri=echeance'),
    },
    {
      count: campaigns.length,
      label: m.today_campaigns({ count: campaigns.length, answered, invited }),
      none: m.today_no_campaigns(),
      href: only ? memberRoutes.campaign(only.id) : memberRoutes.campaigns(),
    },
    {
      count: premises,
      label: m.today_premises({ count: premises }),
      none: m.today_no_premises(),
      href: memberRoutes.premisesList(),
    },
  ];
}
