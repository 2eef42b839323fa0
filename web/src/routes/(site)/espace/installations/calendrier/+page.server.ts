import { InstallationCalendarDocument } from '#lib/graphql/generated/graphql.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { todayInParis } from '../../candidats/today.ts';
import type { PageServerLoad } from './$types';
import { monthOf } from './month.ts';

export const load: PageServerLoad = async (event) => {
  const { decides, proposes } = await memberOf(event);
  if (!proposes) {
    return forbidden();
  }
  const today = todayInParis();
  const month = monthOf(event.url.searchParams.get('mois'), today);
  const mine = !decides || event.url.searchParams.has('moi');
  const { installationCalendar } = await (await memberGateway(event)).ask(InstallationCalendarDocument, {
    month,
    mine: decides && mine,
  });
  return { today, month, mine, decides, entries: installationCalendar };
};
