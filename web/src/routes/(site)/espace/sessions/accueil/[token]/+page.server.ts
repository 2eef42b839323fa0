import { fail, isHttpError } from '@sveltejs/kit';
import { CheckInDocument, CheckInHouseholdDocument } from '#lib/graphql/generated/graphql.ts';
import { privatePage } from '#lib/server/cache.ts';
import { forbidden } from '#lib/server/failures.ts';
import { whoIs } from '#lib/server/identity.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  event.setHeaders({ ...privatePage, 'x-robots-tag': 'noindex', 'referrer-policy': 'no-referrer' });
  if (!(await isAgent(event))) {
    return { found: null };
  }
  const gateway = await memberGateway(event);
  const { checkInHousehold } = await gateway.ask(CheckInHouseholdDocument, { token: event.params.token });
  return { found: checkInHousehold };
};

/** Whoever is no agent here reads what the code is for, and nothing of the household. */
async function isAgent(event: RequestEvent): Promise<boolean> {
  if (!(await whoIs(event))) {
    return false;
  }
  try {
    return (await memberOf(event)).decides;
  } catch (failure) {
    if (isHttpError(failure, 403)) {
      return false;
    }
    throw failure;
  }
}

export const actions: Actions = {
  default: async (event) => {
    if (!(await isAgent(event))) {
      return forbidden();
    }
    const gateway = await memberGateway(event);
    const { checkIn } = await gateway.change(CheckInDocument, { token: event.params.token });
    return checkIn.__typename === 'CheckInRefused'
      ? fail(409, { refused: checkIn.message })
      : { checkedIn: true };
  },
};
