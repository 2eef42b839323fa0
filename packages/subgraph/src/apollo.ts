import { ApolloServer, type GraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { FormattedExecutionResult } from 'graphql';
import type { SubgraphContext } from './context.js';
import { formatRequestError } from './errors.js';
import { jitExecutor } from './executor.js';
import type { Logger } from './logging.js';
import type { FederatedSchema } from './schema.js';

/** What answers the GraphQL requests of one subgraph, once it is known who asks. */
export interface GraphqlHandler {
  /** Runs the JSON of a GraphQL request; its result is the caller's to change. */
  run(body: string, context: SubgraphContext): Promise<FormattedExecutionResult>;
  stop(): Promise<void>;
}

/** Apollo Server without the plugins that a subgraph behind our own gateway has no use for. */
export async function createApollo({ schema, sdl }: FederatedSchema, log: Logger): Promise<GraphqlHandler> {
  const apollo = new ApolloServer<SubgraphContext>({
    gateway: jitExecutor(schema, sdl),
    // Requests are signed by the gateway; a browser cannot make one.
    csrfPrevention: false,
    introspection: false,
    persistedQueries: false,
    stopOnTerminationSignals: false,
    includeStacktraceInErrorResponses: false,
    formatError: (formatted, error) => formatRequestError(formatted, error, log),
    plugins: [ApolloServerPluginCacheControlDisabled(), ApolloServerPluginInlineTraceDisabled()],
    logger: log,
  });
  await apollo.start();
  return {
    stop: () => apollo.stop(),
    async run(body, context) {
      const request = parseRequest(body);
      if (!request) return badRequest(context.origin.requestId);
      // Not through Apollo's own HTTP layer: negotiating what the gateway accepts would cost more than many a query.
      const answer = await apollo.executeOperation(request, { contextValue: context });
      // Incremental answers belong to @defer and @stream, which this schema does not have.
      return (answer.body as Extract<typeof answer.body, { kind: 'single' }>).singleResult;
    },
  };
}

function parseRequest(body: string): GraphQLRequest | null {
  try {
    const parsed: unknown = JSON.parse(body);
    return typeof parsed === 'object' ? (parsed as GraphQLRequest) : null;
  } catch {
    return null;
  }
}

const badRequest = (requestId: string) => ({
  errors: [
    {
      message: "Le corps de la requête n'est pas une opération GraphQL en JSON.",
      extensions: { code: 'BAD_INPUT', requestId },
    },
  ],
});
