import { formatDay } from '#lib/format/dates.ts';
import type { TodayOfAgentsQuery } from '#lib/graphql/generated/graphql.ts';
import { memberRoutes } from '#lib/member-routes.ts';
import { m } from '#lib/paraglide/messages.js';
import type { Line } from './today-line.ts';

/** What households wait for; nothing for those who may not see them. */
export function householdLines(today: TodayOfAgentsQuery | null): Line[] {
  if (!today) {
    return [];
  }
  const { newHouseholds, dueHouseholds, prospectRetentionNotice: retention } = today;
  const dead = today.householdLetters.deadCount + today.deadLetters.totalCount;
  const pairs = today.prospectPairCount ?? 0;
  return [
    {
      count: newHouseholds.totalCount,
      label: m.today_new_households({ count: newHouseholds.totalCount }),
      none: m.today_no_new_households(),
      href: memberRoutes.prospects('?etape=nouveaux&vue=tableau'),
    },
    {
      count: dueHouseholds.totalCount,
      label: m.today_due_households({ count: dueHouseholds.totalCount }),
      none: m.today_no_due_households(),
      href: memberRoutes.prospects('?action=aujourd-hui&vue=tableau'),
    },
    {
      count: dead,
      label: m.today_dead_letters({ count: dead }),
      none: m.today_no_dead_letters(),
      href: memberRoutes.letters(),
    },
    {
      count: pairs,
      label: m.today_pairs({ count: pairs }),
      none: m.today_no_pairs(),
      href: memberRoutes.prospectDuplicates(),
    },
    {
      count: retention?.count ?? 0,
      label: m.today_retention({
        count: retention?.count ?? 0,
        date: retention?.firstEndsOn ? formatDay(retention.firstEndsOn) : '',
      }),
      none: m.today_no_retention(),
      href: memberRoutes.retention(),
    },
  ];
}

/** What the directory waits for; nothing for those who may not decide. */
export function directoryLines(today: TodayOfAgentsQuery | null): Line[] {
  if (!today) {
    return [];
  }
  return [
    {
      count: today.entryChangeCount,
      label: m.today_changes({ count: today.entryChangeCount }),
      none: m.today_no_changes(),
      href: memberRoutes.moderation(),
    },
    {
      count: today.soloToInformCount,
      label: m.today_solos_contact({ count: today.soloToInformCount }),
      none: m.today_no_solos_contact(),
      href: memberRoutes.pipeline('?montre=a-informer&vue=tableau'),
    },
  ];
}
