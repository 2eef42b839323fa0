import type { IncomingMessage, ServerResponse } from 'node:http';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { createHandler, type Handler } from 'graphql-sse';
import type { SubgraphContext } from './context.js';
import { maskError } from './errors.js';

type SubscriptionContext = SubgraphContext & Record<string | number | symbol, unknown>;

/** Serves subscriptions to the gateway as server-sent events ("distinct connections" mode of graphql-sse). */
export function createSubscriptions(schema: GraphQLSchema) {
  const handler: Handler<undefined, SubgraphContext> = createHandler<
    undefined,
    SubgraphContext,
    SubscriptionContext
  >({
    schema,
    context: ({ context }) => context as SubscriptionContext,
    onNext: (context, _request, result) => masked(result as ExecutionResult, context),
  });
  return async (
    body: Buffer,
    context: SubgraphContext,
    request: IncomingMessage,
    response: ServerResponse,
  ) => {
    const [answer, head] = await handler({
      method: request.method ?? 'POST',
      url: request.url ?? '/graphql',
      headers: { get: (name) => request.headers[name]?.toString() },
      body: body.toString('utf8'),
      raw: undefined,
      context,
    });
    response.writeHead(head.status, head.statusText, head.headers);
    if (!answer || typeof answer === 'string') {
      response.end(answer ?? undefined);
      return;
    }
    response.once('close', () => void answer.return(undefined));
    for await (const chunk of answer) response.write(chunk);
    response.end();
  };
}

function masked(result: ExecutionResult, context: SubgraphContext): ExecutionResult | undefined {
  if (!result.errors) return undefined;
  return {
    ...result,
    errors: result.errors.map((error) => maskError(error, context.origin.requestId, context.log)),
  };
}
