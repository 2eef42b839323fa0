import { randomUUID } from 'node:crypto';
import type { CardColours, CardSender, TerritoryCard, Viewer } from '@ancrage/signature';
import { siteOf } from '@ancrage/signature/site-address';
import type { Logger } from 'pino';
import { Refusal } from '../refusals.js';
import type { ServiceClient } from '../upstream/service.client.js';

const QUERY = `query TerritoryRegistry($after: String) {
  territories(first: 100, after: $after) { nodes { id slug name status suspension { reason } hosts theme { accent paper ink } mailSender { name replyTo from } } pageInfo { hasNextPage endCursor } }
}`;
const SLUG = /^[a-z0-9](?:[a-z0-9-]{0,98}[a-z0-9])?$/;

/** The gateway itself, which has to know of suspended territories too. */
const GATEWAY: Viewer = { userId: 'gateway', role: 'OPERATOR', regions: [], operator: true };

/** How long the list is taken for current when nobody says otherwise. */
const FRESH_MS = 30_000;
/** Unknown slugs make the list be read again, but not more often than this: guessing slugs must stay cheap. */
const PATIENCE_MS = 1_000;

type Page = {
  data?: {
    territories: {
      nodes: {
        id: string;
        slug: string;
        name: string;
        status: string;
        suspension: { reason: string } | null;
        hosts: string[];
        theme: CardColours;
        mailSender: CardSender;
      }[];
      pageInfo: { hasNextPage: boolean; endCursor: string | null };
    };
  };
};

/** A territory as requests about it name it. */
export type KnownTerritory = {
  id: string;
  card: TerritoryCard;
  /** Why it answers nobody but operators, for its members; null while it answers everybody. */
  suspended: string | null;
};

/** Knows each territory by its slug, suspended ones too, as the territory subgraph has them. */
export class TerritoryRegistry {
  private known: Map<string, KnownTerritory> | undefined;
  private readAt = Number.NEGATIVE_INFINITY;
  private reading: Promise<void> | undefined;

  constructor(
    private readonly subgraph: ServiceClient,
    private readonly siteAddress: string,
    private readonly log: Logger,
    private readonly now = () => performance.now(),
  ) {}

  get loaded(): boolean {
    return this.known !== undefined;
  }

  /** The territory when it is at hand and fresh; undefined says to ask `find`. */
  peek(slug: string): KnownTerritory | undefined {
    return this.now() - this.readAt < FRESH_MS ? this.known?.get(slug) : undefined;
  }

  /** The territory of a slug. Throws NOT_FOUND for one that no territory has. */
  async find(slug: string): Promise<KnownTerritory> {
    if (!SLUG.test(slug)) throw new Refusal('TERRITORY');
    const known = this.known?.get(slug);
    const age = this.now() - this.readAt;
    if (known !== undefined) {
      if (age >= FRESH_MS) void this.refresh().catch(() => {});
      return known;
    }
    if (this.known === undefined || age >= PATIENCE_MS) await this.refresh();
    const found = this.known?.get(slug);
    if (found === undefined) throw new Refusal('TERRITORY');
    return found;
  }

  /** Says that territories may have changed: the next question reads them again. */
  expire(): void {
    this.readAt = Number.NEGATIVE_INFINITY;
  }

  /** Reads the list now; concurrent callers share one reading. */
  refresh(): Promise<void> {
    this.reading ??= this.read().finally(() => {
      this.reading = undefined;
    });
    return this.reading;
  }

  private async read(): Promise<void> {
    const startedAt = this.now();
    try {
      const known = new Map<string, KnownTerritory>();
      let after: string | null = null;
      do {
        const page: NonNullable<Page['data']>['territories'] = await this.readPage(after);
        for (const {
          id,
          slug,
          name,
          status,
          suspension,
          hosts,
          theme: colours,
          mailSender: sender,
        } of page.nodes) {
          const site = siteOf(this.siteAddress, { slug, hosts });
          const suspended = status === 'ACTIVE' ? null : (suspension?.reason ?? '');
          known.set(slug, { id, card: { slug, name, site, colours, sender }, suspended });
        }
        after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
      } while (after !== null);
      this.known = known;
      this.readAt = startedAt;
    } catch (cause) {
      this.log.warn({ err: cause }, 'the list of territories could not be read');
      throw new Refusal('UNAVAILABLE', undefined, { cause });
    }
  }

  private async readPage(after: string | null) {
    const body = JSON.stringify({ query: QUERY, variables: { after } });
    const context = { requestId: randomUUID(), territoryId: null, viewer: GATEWAY, locale: 'fr' } as const;
    const answer = await this.subgraph.send({ method: 'POST', path: '/graphql', body }, context);
    const page = JSON.parse(answer.text) as Page;
    if (!page.data)
      throw new Error(`the territory subgraph answered ${answer.status}: ${answer.text.slice(0, 200)}`);
    return page.data.territories;
  }
}
