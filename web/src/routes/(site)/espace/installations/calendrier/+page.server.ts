import type { RequestEvent } from '@sveltejs/kit';
import {
  FollowByLetterDocument,
  InstallationCalendarDocument,
  OwnFollowingDocument,
  RenewStepFeedDocument,
} from '#lib/graphql/generated/graphql.ts';
import { typedIn } from '#lib/prospects/household-fields.ts';
import { forbidden } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import { todayInParis } from '../../candidats/today.ts';
import type { Actions, PageServerLoad } from './$types';
import { monthOf } from './month.ts';

export const load: PageServerLoad = async (event) => {
  const { decides, proposes } = await memberOf(event);
  if (!proposes) {
    return forbidden();
  }
  const today = todayInParis();
  const month = monthOf(event.url.searchParams.get('mois'), today);
  const mine = !decides || event.url.searchParams.has('moi');
  const gateway = await memberGateway(event);
  const [{ installationCalendar }, { ownFollowing }] = await Promise.all([
    gateway.ask(InstallationCalendarDocument, { month, mine: decides && mine }),
    gateway.ask(OwnFollowingDocument, {}),
  ]);
  return { today, month, mine, decides, entries: installationCalendar, following: ownFollowing };
};

/** The gateway on behalf of who may have steps. */
async function carrierGateway(event: RequestEvent) {
  return (await memberOf(event)).proposes ? memberGateway(event) : forbidden();
}

export const actions: Actions = {
  letters: async (event) => {
    const gateway = await carrierGateway(event);
    const form = await event.request.formData();
    await gateway.change(FollowByLetterDocument, {
      letters: form.has('letters'),
      locale: typedIn(form, 'locale'),
    });
    return { done: 'letters' as const };
  },
  feed: async (event) => {
    await (await carrierGateway(event)).change(RenewStepFeedDocument, {});
    return { done: 'feed' as const };
  },
};
