import {
  TodayDocument,
  TodayOfAgentsDocument,
  TodayOfSessionsDocument,
  TodayOfWelcomeDocument,
} from '#lib/graphql/generated/graphql.ts';
import { memberGateway, memberOf } from '#lib/server/member.ts';
import type { PageServerLoad } from './$types';
import { dayFromNow } from './offre/campagnes/campaign-form.ts';

/** How long ahead an expiry is announced, in days. */
const soon = 60;

export const load: PageServerLoad = async (event) => {
  const { decides } = await memberOf(event);
  const gateway = await memberGateway(event);
  const [answer, ofSessions, ofWelcome, ofAgents] = await Promise.all([
    gateway.ask(TodayDocument, { soon: dayFromNow(soon) }),
    gateway.ask(TodayOfSessionsDocument, {}),
    gateway.ask(TodayOfWelcomeDocument, {}),
    decides ? gateway.ask(TodayOfAgentsDocument, {}) : null,
  ]);
  const open = answer.verificationCampaigns.nodes.filter(({ status }) => status === 'OPEN');
  return {
    ofAgents,
    ofSessions,
    ofWelcome,
    /** Read once, so that what is soon does not differ between server and browser. */
    now: new Date().toISOString(),
    offer: {
      conflicts: answer.conflicts.totalCount,
      corrections: answer.corrections.totalCount,
      unverified: answer.unverified.totalCount,
      expired: answer.expired.totalCount,
      expiring: answer.expiring.totalCount,
      premises: answer.premises.totalCount,
      campaigns: open,
    },
    indicators: answer.territory?.offerIndicators ?? null,
  };
};
