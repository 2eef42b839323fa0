import { getExecutorForUnifiedGraph } from '@graphql-hive/gateway-runtime';
import { unifiedGraphHandler } from '@graphql-hive/router-runtime';
import { type ExecutionResult, type GraphQLSchema, parse } from 'graphql';
import type { Operation } from '../documents/operation.js';
import type { RequestContext } from '../request/request.context.js';
import type { ServiceClient } from './service.client.js';
import { createSubgraphExecutor } from './subgraph.transport.js';

export type Execution = ExecutionResult | AsyncIterableIterator<ExecutionResult>;

/** Runs operations over the subgraphs: Hive's Rust planner, over signed HTTP calls. */
export type Engine = {
  /** What clients may ask: the supergraph without its federation machinery. */
  schema: GraphQLSchema;
  execute(operation: Operation, variables: Variables, context: RequestContext): Promise<Execution>;
  stop(): Promise<void>;
};
export type Variables = Record<string, unknown> | undefined;

/** @param supergraph the composed SDL; its URLs are placeholders, `subgraphs` says where the services are */
export async function createEngine(
  supergraph: string,
  subgraphs: Map<string, ServiceClient>,
): Promise<Engine> {
  let schema: GraphQLSchema | undefined;
  const executor = getExecutorForUnifiedGraph<RequestContext>({
    getUnifiedGraph: () => supergraph,
    handleUnifiedGraph: async (options) => {
      const handled = await unifiedGraphHandler(options);
      schema = handled.unifiedGraph;
      return handled;
    },
    transports: {
      http: {
        getSubgraphExecutor: ({ subgraphName }) => {
          const client = subgraphs.get(subgraphName);
          if (!client) throw new Error(`the supergraph names a subgraph without an address: ${subgraphName}`);
          return createSubgraphExecutor(client) as never;
        },
      },
    },
    // The planner already sends one request per subgraph and step.
    batch: false,
  });
  // The graph loads with the first request: let that one be ours, so that a broken supergraph stops the start.
  await executor({ document: parse('{ __typename }') });
  if (!schema) throw new Error('the supergraph could not be loaded');
  return {
    schema,
    execute: async (operation, variables, context) => {
      const result = await executor({
        document: operation.document,
        variables: variables as Record<string, never>,
        operationName: operation.name,
        operationType: operation.kind as never,
        context,
      });
      return Symbol.asyncIterator in result ? eachWithItsErrors(result as never) : result;
    },
    stop: async () => {
      await executor[Symbol.asyncDispose]();
    },
  };
}

/**
 * The runtime gives every event of a subscription the same array of errors, so one failure would be repeated with all
 * the events after it. Each result takes its errors out of the shared array.
 */
function eachWithItsErrors(
  results: AsyncIterableIterator<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const own = ({ value, done }: IteratorResult<ExecutionResult>): IteratorResult<ExecutionResult> => {
    if (done || !value?.errors) return { value, done } as IteratorResult<ExecutionResult>;
    const errors = (value.errors as unknown[]).splice(0);
    return { value: { ...value, errors: errors.length > 0 ? errors : undefined } as ExecutionResult, done };
  };
  return {
    next: () => results.next().then(own),
    return: () => results.return?.() ?? Promise.resolve({ value: undefined, done: true }),
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
