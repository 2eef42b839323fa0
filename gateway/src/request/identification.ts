import { type ApiKey, type ApiKeyVerifier } from '../access/api-key.verifier.js';
import type { TokenVerifier } from '../access/token.verifier.js';
import { viewerOf } from '../access/viewer.js';
import { Refusal } from '../refusals.js';
import type { TerritoryRegistry } from '../territory/territory.registry.js';
import { localeOf } from './locale.js';
import type { RequestContext } from './request.context.js';

/** What a caller says about itself: in headers over HTTP, in connection parameters over a WebSocket. */
export type Credentials = {
  /** Slug of the territory. */
  territory: string | undefined;
  /** `Bearer <token>` */
  authorization: string | undefined;
  apiKey: string | undefined;
  acceptLanguage: string | undefined;
};

export type Identified = {
  context: RequestContext;
  key: ApiKey | null;
  /** Milliseconds since the epoch after which the viewer must prove who they are again. */
  expiresAt: number | null;
};

/** Turns what callers say about themselves into what is known about them. */
export class Identification {
  constructor(
    private readonly territories: TerritoryRegistry,
    private readonly tokens: TokenVerifier,
    private readonly keys: ApiKeyVerifier,
  ) {}

  /** Throws a `Refusal` when any of the credentials does not hold: nobody is quietly treated as anonymous. */
  async identify(credentials: Credentials, requestId: string): Promise<Identified> {
    const { territory, authorization, apiKey, acceptLanguage } = credentials;
    const locale = localeOf(acceptLanguage);
    const anonymous: RequestContext = { requestId, territoryId: null, viewer: null, locale };
    const claims = authorization === undefined ? null : await this.tokens.verify(authorization);
    const key = apiKey === undefined ? null : await this.keys.verify(apiKey, anonymous);
    const known =
      territory === undefined
        ? null
        : (this.territories.peek(territory) ?? (await this.territories.find(territory)));
    if (known && known.suspended !== null && !claims?.operator) {
      // Its members are told why; whoever else asks is not.
      const member = claims?.memberships.some(({ territoryId }) => territoryId === known.id);
      throw new Refusal('SUSPENDED', member && known.suspended ? known.suspended : undefined);
    }
    const territoryId = known?.id ?? null;
    const viewer = viewerOf(claims, key, territoryId);
    return {
      context: { requestId, territoryId, territory: known?.card ?? null, viewer, locale },
      key,
      expiresAt: claims && claims.exp * 1000,
    };
  }
}
