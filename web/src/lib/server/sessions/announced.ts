import { dayOf } from '#lib/format/dates.ts';
import {
  type AnnouncedFairFragment,
  DiscoverFairsDocument,
  DiscoverSessionsDocument,
  type DiscoverSessionsQuery,
} from '#lib/graphql/generated/graphql.ts';
import type { GatewayClient } from '#lib/server/gateway.ts';

type Sessions = NonNullable<DiscoverSessionsQuery['discoverySessions']>;
export type AnnouncedSession = Sessions['nodes'][number];

const year = 365 * 86_400_000;
const pageLength = 100;
const mostPages = 5;

/** A year ago as a whole day, so that the gateway's cache knows the question again. */
const aYearAgo = (): string => `${dayOf(new Date(Date.now() - year).toISOString())}T00:00:00Z`;

/** Every session that the territory announces, and those of the year that went by; null when nobody can say. */
export async function announcedSessions(gateway: GatewayClient): Promise<AnnouncedSession[] | null> {
  const from = aYearAgo();
  const sessions: AnnouncedSession[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page++) {
    const { discoverySessions }: DiscoverSessionsQuery = await gateway.ask(DiscoverSessionsDocument, {
      from,
      first: pageLength,
      after,
    });
    if (!discoverySessions) return null;
    sessions.push(...discoverySessions.nodes);
    if (!discoverySessions.pageInfo.hasNextPage) break;
    after = discoverySessions.pageInfo.endCursor;
  }
  return sessions;
}

/** The fairs that the territory announces, and those of the year that went by. */
export async function announcedFairs(gateway: GatewayClient): Promise<AnnouncedFairFragment[]> {
  const { fairs } = await gateway.ask(DiscoverFairsDocument, { from: aYearAgo() });
  return fairs?.nodes ?? [];
}
