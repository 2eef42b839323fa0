import 'reflect-metadata';
import { buildSubgraphSchema, type GraphQLResolverMap, printSubgraphSchema } from '@apollo/subgraph';
import {
  type GraphQLSchema,
  isAbstractType,
  lexicographicSortSchema,
  parse,
  specifiedDirectives,
} from 'graphql';
import {
  type BuildSchemaOptions,
  buildSchema,
  type ContainerType,
  createResolversMap,
  type PubSub,
} from 'type-graphql';

const FEDERATION_LINK =
  'extend schema @link(url: "https://specs.apollo.dev/federation/v2.7", import: ["@key", "@shareable", "@external", "@requires", "@provides", "@inaccessible"])\n\n';

/** type-graphql demands one, although every subscription follows the database's own notifications. */
const DATABASE_NOTIFIES: PubSub = {
  publish: () => {},
  subscribe: (topic) => {
    throw new Error(`nobody publishes ${topic}`);
  },
};

/** Resolves an entity from the key that another subgraph knows. */
export type ReferenceResolver<Reference, Context> = (reference: Reference, context: Context) => unknown;

export interface FederatedSchema {
  schema: GraphQLSchema;
  /** What the gateway composes: sorted, so that its committed file changes only when the schema does. */
  sdl: string;
}

/** Resolvers that need more than the request come ready made; the others are made when they are asked for. */
export function resolversWith(...made: object[]): ContainerType {
  const resolvers = new Map<unknown, object>(made.map((resolver) => [resolver.constructor, resolver]));
  return {
    get(type: new () => object) {
      const resolver = resolvers.get(type) ?? new type();
      resolvers.set(type, resolver);
      return resolver;
    },
  };
}

/**
 * Builds a subgraph's schema from its type-graphql resolvers and its entities' reference resolvers. A value of a union
 * or an interface carries its `__typename`.
 */
export async function buildFederatedSchema(
  options: BuildSchemaOptions,
  // biome-ignore lint/suspicious/noExplicitAny: each resolver knows its own reference and context.
  references: Record<string, ReferenceResolver<any, any>>,
): Promise<FederatedSchema> {
  const base = await buildSchema({
    ...options,
    directives: [...specifiedDirectives, ...(options.directives ?? [])],
    pubSub: DATABASE_NOTIFIES,
    validate: options.validate ?? { forbidUnknownValues: false },
    skipCheck: true,
  });
  const sdl = FEDERATION_LINK + printSubgraphSchema(lexicographicSortSchema(base));
  const resolvers = createResolversMap(base) as unknown as Record<string, Record<string, unknown>>;
  for (const type of Object.values(base.getTypeMap()).filter(isAbstractType)) {
    // type-graphql's own answer is a promise, which compiled queries cannot wait for: values say their type instead.
    resolvers[type.name] = {
      ...resolvers[type.name],
      __resolveType: (value: { __typename?: string }) => value.__typename,
    };
  }
  for (const [type, resolve] of Object.entries(references)) {
    const fields = resolvers[type] ?? {};
    resolvers[type] = { ...fields, __resolveReference: resolve };
  }
  const schema = buildSubgraphSchema([
    { typeDefs: parse(sdl), resolvers: resolvers as GraphQLResolverMap<unknown> },
  ]);
  return { schema, sdl: `${sdl}\n` };
}
