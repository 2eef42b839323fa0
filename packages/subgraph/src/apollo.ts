import type { ServerResponse } from 'node:http';
import { ApolloServer, HeaderMap } from '@apollo/server';
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

const JSON_REQUEST = new HeaderMap([['content-type', 'application/json']]);

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
      const parsed = parseJson(body);
      if (parsed === undefined) return sendJson(response, 400, badRequest(context.origin.requestId));
      const answer = await apollo.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: JSON_REQUEST, search: '', body: parsed },
        context: async () => context,
      });
      // Chunked answers belong to @defer and @stream, which this schema does not have.
      const payload = Buffer.from(answer.body.kind === 'complete' ? answer.body.string : '');
      response.writeHead(answer.status ?? 200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': payload.length,
      });
      response.end(payload);
    },
  };
}

function parseJson(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

const badRequest = (requestId: string) => ({
  errors: [
    { message: "Le corps de la requête n'est pas du JSON.", extensions: { code: 'BAD_INPUT', requestId } },
  ],
});
