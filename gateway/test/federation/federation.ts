import { buildSubgraphSchema } from '@apollo/subgraph';
import { composeServices, compositionHasErrors } from '@theguild/federation-composition';
import { type ExecutionResult, execute, GraphQLError, type GraphQLSchema, parse, validate } from 'graphql';
import { DocumentStore } from '../../src/documents/document.store.js';
import { Engine } from '../../src/execution/engine.js';
import type { SubgraphCaller } from '../../src/upstream/subgraph.caller.js';
import { SCHEMAS } from './schemas.js';
import { createWorld } from './world.js';

type Thing = Record<string, unknown>;
const LIMITS = { tokens: 10_000, depth: 50, fields: 10_000, aliases: 1_000, rootFields: 1_000 };
const context = { requestId: 'r', territoryId: null, viewer: null, locale: 'fr' } as const;

/** The engine over three subgraphs in this process, beside one schema over the same world that knows the truth. */
export function createFederation() {
  const world = createWorld();
  const down = new Set<string>();
  const requests: { subgraph: string; query: string; variables: Thing }[] = [];
  const subgraphs = new Map<string, SubgraphCaller>();
  for (const [name, typeDefs] of Object.entries(SCHEMAS)) {
    const schema = subgraphSchema(typeDefs, world);
    const call = async (body: string) => {
      const { query, variables = {} } = JSON.parse(body) as { query: string; variables?: Thing };
      requests.push({ subgraph: name, query, variables });
      if (down.has(name)) throw new Error(`${name} is down`);
      return runIn(schema, query, variables, world);
    };
    subgraphs.set(name, { call } as unknown as SubgraphCaller);
  }
  const engine = new Engine(supergraph(), subgraphs);
  const documents = new DocumentStore(engine.schema, LIMITS);
  return {
    engine,
    documents,
    down,
    requests,
    /** The answer put together from the subgraphs. */
    ask: async (text: string, variables: Thing = {}) => {
      const result = await engine.execute(documents.byText(text, undefined), variables, context);
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
    /** The answer that one schema over the whole world gives. */
    truth: async (text: string, variables: Thing = {}) => {
      const result = await execute({
        schema: engine.schema,
        document: parse(text),
        variableValues: variables,
        rootValue: world.roots,
      });
      return JSON.parse(JSON.stringify(result)) as ExecutionResult;
    },
  };
}

function supergraph(): string {
  const services = Object.entries(SCHEMAS).map(([name, text]) => ({
    name,
    url: `http://${name}.invalid`,
    typeDefs: parse(text),
  }));
  const result = composeServices(services);
  if (compositionHasErrors(result)) throw new Error(result.errors.join('\n'));
  return result.supergraphSdl;
}

/** A subgraph that resolves its own fields from the world; what it requires it takes from the reference. */
function subgraphSchema(typeDefs: string, { find }: ReturnType<typeof createWorld>): GraphQLSchema {
  const resolve = {
    __resolveReference: (reference: Thing) => {
      const found = find(reference);
      if (!found || reference['dims'] === undefined) return found;
      const { size, dims } = reference as { size?: number; dims: { w: number; h?: number } };
      // As the world has it only if every required field arrived as it is.
      const asRequired =
        (size ?? null) === found['size'] &&
        JSON.stringify(dims.w) === JSON.stringify((found['dims'] as Thing)['w']);
      return asRequired ? found : { ...found, score: () => -1 };
    },
  };
  const resolvers = Object.fromEntries(
    ['Place', 'Person', 'Owner']
      .filter((type) => typeDefs.includes(`type ${type} `))
      .map((type) => [type, resolve]),
  );
  return buildSubgraphSchema([{ typeDefs: parse(typeDefs), resolvers: resolvers as never }]);
}

async function runIn(
  schema: GraphQLSchema,
  query: string,
  variables: Thing,
  world: ReturnType<typeof createWorld>,
) {
  const document = parse(query);
  const [invalid] = validate(schema, document);
  if (invalid) throw new GraphQLError(`the plan asks what the subgraph does not have: ${invalid.message}`);
  const result = await execute({ schema, document, variableValues: variables, rootValue: world.roots });
  return JSON.parse(JSON.stringify(result)) as ExecutionResult;
}
