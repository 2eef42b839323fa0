import type { ServerResponse } from 'node:http';
import { ApolloServer, type GraphQLRequest } from '@apollo/server';
import {
  ApolloServerPluginCacheControlDisabled,
  ApolloServerPluginInlineTraceDisabled,
} from '@apollo/server/plugin/disabled';
import type { SubgraphContext } from './context.js';
import { formatRequestError } from './errors.js';
import { jitExecutor } from './executor.js';
import { sendJson } from './http.js';
import type { Logger } from './logging.js';
import type { FederatedSchema } from './schema.js';

/** What answers the GraphQL requests of one subgraph, once their signature is verified. */
export interface GraphqlHandler {
  execute(body: Buffer, context: SubgraphContext, response: ServerResponse): Promise<void>;
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
    async execute(body, context, response) {
      const request = parseRequest(body);
      if (!request) return sendJson(response, 400, badRequest(context.origin.requestId));
      // Not through Apollo's own HTTP layer: negotiating what the gateway accepts would cost more than many a query.
      const answer = await apollo.executeOperation(request, { contextValue: context });
      // Incremental answers belong to @defer and @stream, which this schema does not have.
      const { singleResult } = answer.body as Extract<typeof answer.body, { kind: 'single' }>;
      sendJson(response, singleResult.data === undefined ? 400 : 200, singleResult);
    },
  };
}

function parseRequest(body: Buffer): GraphQLRequest | null {
  try {
    const parsed: unknown = JSON.parse(body.toString('utf8'));
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
