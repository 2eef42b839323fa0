import { type Client, createClient } from 'graphql-ws';
import { SessionSeatsDocument, type SessionSeatsSubscription } from '#lib/graphql/generated/graphql.ts';
import { getLocale } from '#lib/paraglide/runtime.js';

type Seats = SessionSeatsSubscription['sessionSeats'];

let client: Client | undefined;
const longestPause = 30_000;

/** Longer from try to try, and not the same for everybody: a gateway that comes back is not overrun. */
const pause = (attempt: number): Promise<void> =>
  new Promise((done) =>
    setTimeout(done, Math.min(longestPause, 1000 * 2 ** Math.min(attempt, 10)) * (0.5 + Math.random() / 2)),
  );

/** One socket for all the counts of a page, opened by the first and closed after the last. */
function socket(territory: string): Client {
  client ??= createClient({
    url: `${location.origin.replace(/^http/, 'ws')}/graphql`,
    connectionParams: { territory, locale: getLocale() },
    lazy: true,
    lazyCloseTimeout: 2000,
    // A tunnel, a night of sleep, a gateway that starts anew: it is tried for as long as the page is open.
    retryAttempts: Number.POSITIVE_INFINITY,
    retryWait: pause,
    keepAlive: 20_000,
  });
  return client;
}

/**
 * Tells the seats of a territory's session as they change, and again after each interruption; silence while the gateway
 * cannot be heard.
 */
export function listenToSeats(
  territory: string,
  sessionId: string,
  onCount: (seats: Seats) => void,
): () => void {
  const { hash } = (SessionSeatsDocument as unknown as { __meta__: { hash: string } }).__meta__;
  let stop: () => void = () => {};
  let stopped = false;
  let ends = 0;

  const listen = () => {
    stop = socket(territory).subscribe<SessionSeatsSubscription>(
      {
        query: '',
        variables: { sessionId },
        extensions: { persistedQuery: { version: 1, sha256Hash: hash } },
      },
      {
        next: ({ data }) => {
          ends = 0;
          if (data) onCount(data.sessionSeats);
        },
        error: again,
        complete: again,
      },
    );
  };
  /** The socket may stand while what feeds the count ends: a service that restarts behind the gateway. */
  const again = async () => {
    if (stopped) return;
    await pause(ends++);
    if (!stopped) listen();
  };

  listen();
  return () => {
    stopped = true;
    stop();
  };
}
