import { randomUUID } from 'node:crypto';
import { signRequest, type TerritoryCard, type Viewer } from '@ancrage/signature';

export interface SignedClientOptions {
  /** Of the subgraph, e.g. http://127.0.0.1:4001. */
  url: string;
  secret: string;
  territoryId?: string | null;
  /** Who that territory is, as the gateway would say; {@link TEST_TERRITORY} unless given. */
  territory?: TerritoryCard | null;
  viewer?: Viewer | null;
  locale?: 'fr' | 'en';
}

/** What e-mails say of a territory that a test has not named. */
export const TEST_TERRITORY: TerritoryCard = {
  slug: 'territoire-d-essai',
  name: 'Territoire d’essai',
  site: 'https://territoire.test',
};

/** Tests name the shape they expect; without one, every field may be asked for. */
// biome-ignore lint/suspicious/noExplicitAny: an answer's shape is what a test finds out.
type Answered = Record<string, any>;

export interface GraphqlAnswer<Data = Answered> {
  data: Data | null;
  errors?: {
    message: string;
    path?: (string | number)[];
    extensions: { code: string; requestId?: string };
  }[];
}

export type SignedClient = <Data = Answered>(
  query: string,
  variables?: Record<string, unknown>,
) => Promise<GraphqlAnswer<Data>>;

/** Asks a subgraph as the gateway does: on behalf of a viewer, about a territory, signed. */
export function signedClient({
  url,
  secret,
  territoryId,
  territory = TEST_TERRITORY,
  viewer,
  locale = 'fr',
}: SignedClientOptions): SignedClient {
  return async <Data>(query: string, variables?: Record<string, unknown>) => {
    const body = JSON.stringify({ query, variables });
    const response = await fetch(`${url}/graphql`, {
      method: 'POST',
      body,
      headers: {
        'content-type': 'application/json',
        'accept-language': locale,
        ...signRequest(secret, {
          method: 'POST',
          path: '/graphql',
          body,
          requestId: randomUUID(),
          territoryId: territoryId ?? null,
          territory,
          viewer: viewer ?? null,
        }),
      },
    });
    return (await response.json()) as GraphqlAnswer<Data>;
  };
}

/** A viewer holding a role in the request's territory. */
export function viewerAs(role: Viewer['role'], rights: Partial<Viewer> = {}): Viewer {
  return { userId: randomUUID(), role, regions: [], operator: role === 'OPERATOR', ...rights };
}
