import {
  type SessionHouseholdFragment,
  SessionHouseholdPageDocument,
  type SessionHouseholdPageQuery,
} from '#lib/graphql/generated/graphql.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';

/** No session is larger than 500 people; who cancelled is counted in. */
const mostPages = 20;

/** All households of a session, in the order in which they came. */
export async function householdsOf(
  gateway: GatewayClient,
  sessionId: string,
): Promise<SessionHouseholdFragment[]> {
  const households: SessionHouseholdFragment[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const answer: SessionHouseholdPageQuery = await gateway.ask(SessionHouseholdPageDocument, {
      sessionId,
      after,
    });
    const { sessionRegistrations } = answer;
    households.push(...sessionRegistrations.nodes);
    after = sessionRegistrations.pageInfo.endCursor ?? null;
    if (!sessionRegistrations.pageInfo.hasNextPage) break;
  }
  return households;
}
