import type { TodayOfAgentsQuery, TodayOfWelcomeQuery } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Line } from './today-line.ts';

/** What the welcomes under way ask for: what is late, what comes this week, who is to be asked how they are. */
export function welcomeLines(
  { welcomeToday }: TodayOfWelcomeQuery,
  ofAgents: TodayOfAgentsQuery | null,
): Line[] {
  const { overdueSteps, stepsThisWeek, dueFollowUps } = welcomeToday;
  const desk = ofAgents?.sponsorshipDesk;
  return [
    {
      count: overdueSteps,
      label: m.protocol_today_overdue({ count: overdueSteps }),
      none: m.protocol_today_no_overdue(),
      href: memberRoutes.installations('?urgence=retard'),
    },
    {
      count: stepsThisWeek,
      label: m.protocol_today_week({ count: stepsThisWeek }),
      none: m.protocol_today_no_week(),
      href: memberRoutes.installationCalendar(),
    },
    ...(ofAgents
      ? [
          {
            count: dueFollowUps,
            label: m.protocol_today_follow_ups({ count: dueFollowUps }),
            none: m.protocol_today_no_follow_ups(),
            href: memberRoutes.installations('?urgence=retard&vue=tableau'),
          },
        ]
      : []),
    ...(desk
      ? [
          {
            count: desk.waitingCount + desk.overdueCount,
            label: m.protocol_today_sponsorships({ count: desk.waitingCount + desk.overdueCount }),
            none: m.protocol_today_no_sponsorships(),
            href: memberRoutes.sponsorships(),
          },
        ]
      : []),
  ];
}
