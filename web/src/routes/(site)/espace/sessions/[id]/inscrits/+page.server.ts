import {
  SessionHouseholdsDocument,
  type SessionHouseholdsQuery,
  SessionTrailDocument,
} from '#lib/graphql/generated/graphql.ts';
import { notFound } from '#lib/server/failures.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { householdsOf } from './households.server.ts';

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  if (!decides) {
    return { seen: null };
  }
  const { id } = event.params;
  const gateway = await memberGateway(event);
  const whole: SessionHouseholdsQuery = await gateway.ask(SessionHouseholdsDocument, { id, sessionId: id });
  if (!whole.sessionRecord) {
    return notFound();
  }
  const after = event.url.searchParams.get('avant')?.slice(0, 200) ?? null;
  const [households, older] = await Promise.all([
    householdsOf(gateway, id),
    after ? gateway.ask(SessionTrailDocument, { sessionId: id, after }) : null,
  ]);
  return {
    seen: {
      record: whole.sessionRecord,
      households,
      visits: whole.householdVisits,
      trail: older?.registrationTrail ?? whole.registrationTrail,
      older: after !== null,
      /** Read once, so that the time left does not differ between server and browser. */
      now: new Date().toISOString(),
    },
  };
};
