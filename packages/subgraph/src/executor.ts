import { createHash } from 'node:crypto';
import type { GatewayInterface } from '@apollo/server-gateway-interface';
import type { ExecutionResult, GraphQLSchema } from 'graphql';
import { type CompiledQuery, compileQuery, isCompiledQuery } from 'graphql-jit';
import type { SubgraphContext } from './context.js';
import { maskError } from './errors.js';

const mask = (result: ExecutionResult, context: SubgraphContext): ExecutionResult =>
  result.errors
    ? {
        ...result,
        errors: result.errors.map((error) => maskError(error, context.origin.requestId, context.log)),
      }
    : result;

/** The gateway sends few distinct documents; the bound only guards against a flood of others. */
const MAXIMUM_COMPILED = 500;

/**
 * Runs operations as compiled functions (graphql-jit), at half the cost of interpreting them. Apollo Server takes an
 * executor through its `gateway` option alone; nothing else of a gateway is meant by it.
 */
export function jitExecutor(schema: GraphQLSchema, sdl: string): GatewayInterface {
  const compiled = new Map<string, CompiledQuery>();
  return {
    load: async () => ({
      executor: async ({ document, queryHash, operationName, request, context }) => {
        const key = `${queryHash}.${operationName ?? ''}`;
        let query = compiled.get(key);
        if (!query) {
          const result = compileQuery(schema, document, operationName ?? undefined, {
            disableLeafSerialization: false,
          });
          if (!isCompiledQuery(result)) return result;
          query = result;
          if (compiled.size >= MAXIMUM_COMPILED) compiled.delete(compiled.keys().next().value as string);
          compiled.set(key, query);
        }
        const result = await query.query(undefined, context, request.variables ?? {});
        return mask(result, context as SubgraphContext);
      },
    }),
    onSchemaLoadOrUpdate: (callback) => {
      const id = createHash('sha256').update(sdl).digest('hex');
      callback({ apiSchema: schema, coreSupergraphSdl: `# ${id}` });
      return () => {};
    },
    stop: async () => {},
  };
}
