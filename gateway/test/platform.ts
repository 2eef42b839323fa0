import { EventEmitter, on } from 'node:events';
import type { AddressInfo } from 'node:net';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { GraphQLError, parse } from 'graphql';
import { pino } from 'pino';
import { expect } from 'vitest';
import { createGateway, type Gateway } from '../src/app.js';
import { readEnvironment } from '../src/env.js';
import { FakeIdentity } from './fake.identity.js';
import { FakeSubgraph, type Signed } from './fake.subgraph.js';

export const SECRET = 'a-secret-of-thirty-two-characters!';
export const FOIX = '11111111-1111-4111-8111-111111111111';
export const COUSERANS = '22222222-2222-4222-8222-222222222222';

const LINK = `extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key"])`;

export type Asked = {
  query?: string;
  hash?: string;
  variables?: Record<string, unknown>;
  headers?: Record<string, string>;
};
// biome-ignore lint/suspicious/noExplicitAny: tests read answers whose shape their query gives
export type Answer = { status: number; headers: Headers; body: any };

/** A gateway in front of small real subgraphs, with everything that stories need. */
export class Platform {
  readonly seats = new EventEmitter().setMaxListeners(0);
  /** Resolvers of `soloCount` wait for this; a story may hold it back. */
  gate: Promise<void> = Promise.resolve();
  /** What the story put in the data: read when `population` is resolved. */
  population = 100;
  readonly territories = [
    { id: FOIX, slug: 'foix', name: 'Pays de Foix', hosts: ['accueil.foix.fr'] },
    { id: COUSERANS, slug: 'couserans', name: 'Couserans', hosts: [] as string[] },
  ];
  /** Why territories are closed, by id. */
  readonly suspended = new Map<string, string>();
  readonly identity = new FakeIdentity(SECRET);
  readonly territory: FakeSubgraph;
  readonly directory: FakeSubgraph;
  readonly accompaniment: FakeSubgraph;
  gateway!: Gateway;
  private address!: AddressInfo;

  private constructor(
    private readonly settings: Record<string, string>,
    private readonly trustedDocuments: Record<string, string>,
  ) {
    const commune = (code: string, signed: Signed) => ({
      code,
      name: `Commune ${code}`,
      population: () => this.population,
      seenBy: signed.viewer?.userId ?? null,
      seenIn: signed.territoryId,
    });
    this.territory = new FakeSubgraph(
      'territory',
      `${LINK}
      type Query { territories(first: Int, after: String): TerritoryConnection!, commune(code: ID!): Commune, communes: [Commune!]!, region(code: ID!): Region, secret: String, broken: String, masked: String }
      type Mutation { rename(name: String!): String }
      type TerritoryConnection { nodes: [Territory!]!, pageInfo: PageInfo! }
      type Territory @key(fields: "id") { id: ID!, slug: String!, name: String!, status: String!, suspension: Suspension, hosts: [String!]!, theme: Theme!, mailSender: MailSender!, region: Region }
      type Suspension { reason: String! }
      type Theme { accent: String!, paper: String!, ink: String! }
      type MailSender { name: String, replyTo: String, from: String }
      type Region { code: ID!, name: String!, territories: [Territory!]! }
      type PageInfo { hasNextPage: Boolean!, endCursor: String }
      type Commune @key(fields: "code") { code: ID!, name: String!, population: Int, seenBy: String, seenIn: String, parent: Commune }`,
      {
        Territory: {
          status: ({ id }: { id: string }) => (this.suspended.has(id) ? 'SUSPENDED' : 'ACTIVE'),
          suspension: ({ id }: { id: string }) => {
            const reason = this.suspended.get(id);
            return reason ? { reason } : null;
          },
          theme: () => ({ accent: '#1f6b54', paper: '#fbf8f1', ink: '#1c2421' }),
          mailSender: () => ({ name: null, replyTo: null, from: null }),
        },
        Query: {
          territories: () => ({ nodes: this.territories, pageInfo: { hasNextPage: false, endCursor: null } }),
          commune: (_: unknown, { code }: { code: string }, signed: Signed) => commune(code, signed),
          communes: (_: unknown, __: unknown, signed: Signed) =>
            ['09001', '09002', '09003'].map((code) => commune(code, signed)),
          region: () => ({ code: '76', name: 'Occitanie', territories: this.territories }),
          secret: (_: unknown, __: unknown, { viewer }: Signed) => {
            if (viewer?.role === 'AGENT') return 'for agents';
            throw new GraphQLError('Réservé aux agents.', { extensions: { code: 'FORBIDDEN' } });
          },
          broken: () => {
            throw new Error('password of the database: 1234');
          },
        },
        Mutation: { rename: (_: unknown, { name }: { name: string }) => name },
        Commune: {
          __resolveReference: ({ code }: { code: string }, signed: Signed) => commune(code, signed),
          parent: ({ code }: { code: string }, _: unknown, signed: Signed) => commune(code, signed),
        },
      },
      SECRET,
    );
    this.directory = new FakeSubgraph(
      'directory',
      `${LINK}
      type Query { soloTotal: Int }
      type Commune @key(fields: "code") { code: ID!, soloCount: Int }`,
      {
        Query: { soloTotal: () => 78 },
        Commune: {
          __resolveReference: ({ code }: { code: string }) => ({ code }),
          soloCount: async () => {
            await this.gate;
            return 3;
          },
        },
      },
      SECRET,
    );
    this.accompaniment = new FakeSubgraph(
      'accompaniment',
      `${LINK}
      type Query { sessionTotal: Int }
      type Subscription { sessionSeats(sessionId: ID!): SessionSeats! }
      type SessionSeats { seatsLeft: Int!, seenBy: String, seenIn: String, hostCommune: Commune }
      type Commune @key(fields: "code") { code: ID! }`,
      {
        Query: { sessionTotal: () => 2 },
        Subscription: { sessionSeats: { subscribe: this.follow.bind(this) } },
      },
      SECRET,
    );
  }

  static async start(
    settings: Record<string, string> = {},
    trustedDocuments: Record<string, string> = {},
  ): Promise<Platform> {
    const platform = new Platform(settings, trustedDocuments);
    await Promise.all(platform.services.map((service) => service.listen()));
    await platform.restart('0');
    return platform;
  }

  /** Starts a gateway in front of the services as they are. */
  async restart(port: string): Promise<void> {
    const { territory, directory, accompaniment, identity } = this;
    const env = readEnvironment({
      PORT: port,
      LOG_LEVEL: 'silent',
      GATEWAY_SECRET: SECRET,
      TERRITORY_URL: territory.url,
      DIRECTORY_URL: directory.url,
      ACCOMPANIMENT_URL: accompaniment.url,
      IDENTITY_URL: identity.url,
      FREE_OPERATIONS: 'true',
      ALLOWED_ORIGINS: 'http://localhost:*,http://*.localhost:*',
      ...this.settings,
    });
    this.gateway = await createGateway(env, {
      log: pino({ level: process.env['LOG_LEVEL'] ?? 'silent' }),
      supergraph: this.compose(),
      trustedDocuments: this.trustedDocuments,
    });
    this.address = await this.gateway.listen();
  }

  private get services() {
    return [this.territory, this.directory, this.accompaniment, this.identity];
  }

  get url(): string {
    return `http://127.0.0.1:${this.address.port}`;
  }

  get socketUrl(): string {
    return `ws://127.0.0.1:${this.address.port}/graphql`;
  }

  /** Sends a GraphQL request as a client would. */
  async ask({ query, hash, variables, headers }: Asked): Promise<Answer> {
    const extensions = hash && { persistedQuery: { version: 1, sha256Hash: hash } };
    const response = await fetch(`${this.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ query, variables, ...(extensions && { extensions }) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : null };
  }

  async close(): Promise<void> {
    await this.gateway.stop();
    await this.closeServices();
  }

  async closeServices(): Promise<void> {
    await Promise.all(this.services.map((service) => service.close()));
  }

  /** Resolves once the gateway has heard all that the territory subgraph said until now. */
  async arrived(): Promise<void> {
    const slug = `witness-${this.territories.length}`;
    this.territories.push({ id: `${slug}-id`, slug, name: slug, hosts: [] });
    this.territory.change(`${slug}-id`);
    await expect
      .poll(async () => (await this.ask({ query: '{ soloTotal }', headers: { 'x-territory': slug } })).status)
      .toBe(200);
  }

  private compose(): string {
    const services = [this.territory, this.directory, this.accompaniment];
    const result = composeServices(
      services.map(({ name, typeDefs }) => ({
        name,
        url: `http://${name}.invalid`,
        typeDefs: parse(typeDefs),
      })),
    );
    if (compositionHasErrors(result)) throw new Error(result.errors.join('\n'));
    return result.supergraphSdl;
  }

  private async *follow(_: unknown, { sessionId }: { sessionId: string }, signed: Signed) {
    this.seats.emit('subscribed');
    for await (const [seatsLeft] of on(this.seats, sessionId)) {
      const seats = { seatsLeft, hostCommune: { __typename: 'Commune', code: '09030' } };
      yield { sessionSeats: { ...seats, seenBy: signed.viewer?.userId ?? null, seenIn: signed.territoryId } };
    }
  }
}
