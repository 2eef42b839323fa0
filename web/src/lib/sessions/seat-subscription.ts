import { type Client, createClient } from 'graphql-ws';
import { SessionSeatsDocument, type SessionSeatsSubscription } from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

type Seats = SessionSeatsSubscription['sessionSeats'];

let client: Client | undefined;

/** One socket for all the counts of a page, opened by the first and closed after the last. */
function socket(territory: string): Client {
  client ??= createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { territory, locale: getLocale() },
    lazy: true,
    lazyCloseTimeout: 2000,
    retryAttempts: 4,
  });
  return client;
}

/** Tells the seats of a territory's session as they change; silence when the gateway cannot be heard. */
export function listenToSeats(
  territory: string,
  sessionId: string,
  onCount: (seats: Seats) => void,
): () => void {
  const { hash } = (SessionSeatsDocument as unknown as { __meta__: { hash: string } }).__meta__;
  return socket(territory).subscribe<SessionSeatsSubscription>(
    { query: '', variables: { sessionId }, extensions: { persistedQuery: { version: 1, sha256Hash: hash } } },
    { next: ({ data }) => data && onCount(data.sessionSeats), error: () => {}, complete: () => {} },
  );
}
