import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { type ExecutionArgs, GraphQLError, type GraphQLSchema } from 'graphql';
import { CloseCode, type Context, makeServer, type ServerOptions } from 'graphql-ws';
import type { Logger } from 'pino';
import type { WebSocket } from 'ws';
import type { Operation } from '../documents/operation.js';
import { toRequest } from '../http/graphql.request.js';
import { Refusal } from '../refusals.js';
import type { Admission } from '../request/admission.js';
import { maskFailure } from '../request/error.mask.js';
import type { Credentials, Identification, Identified } from '../request/identification.js';
import { localeOf } from '../request/locale.js';
import type { OperationRunner } from '../request/operation.runner.js';

export type SocketParts = {
  schema: GraphQLSchema;
  identification: Identification;
  admission: Admission;
  runner: OperationRunner;
  operationLimit: number;
  initTimeoutMs: number;
  log: Logger;
};

type Extra = { socket: WebSocket; request: IncomingMessage; identified?: Identified };
type Params = Record<string, unknown> | undefined;
type Prepared = ExecutionArgs & { operation: Operation };

/**
 * GraphQL over a WebSocket (the graphql-transport-ws protocol). Who the caller is and which territory they look at
 * is settled once, by the connection parameters `territory` and `authorization`, and holds for all its operations.
 */
export function createGraphQLSockets(parts: SocketParts) {
  const { identification, admission, runner, log } = parts;

  const run = async (args: ExecutionArgs) => {
    const { operation, variableValues, contextValue } = args as Prepared;
    const context = contextValue as Identified['context'];
    try {
      return (await runner.run(operation, variableValues ?? undefined, context)) as never;
    } catch (failure) {
      return { errors: [toGraphQLError(failure as Refusal, context)] };
    }
  };

  const options: ServerOptions<Params, Extra> = {
    connectionInitWaitTimeout: parts.initTimeoutMs,
    execute: run,
    subscribe: run,
    onConnect: async ({ connectionParams, extra }) => {
      const { socket, request } = extra;
      const requestId = randomUUID();
      const credentials = credentialsOf(connectionParams, request);
      try {
        extra.identified = await identification.identify(credentials, requestId);
      } catch (failure) {
        const context = {
          requestId,
          territoryId: null,
          viewer: null,
          locale: localeOf(credentials.acceptLanguage),
        };
        const refusal = maskFailure(failure, context, log);
        // The code alone: a close frame has room for 123 bytes, and clients act upon codes.
        socket.close(
          refusal.status >= 500 ? CloseCode.InternalServerError : CloseCode.Forbidden,
          refusal.code,
        );
        return false;
      }
      const { expiresAt } = extra.identified;
      if (expiresAt !== null) {
        // Clients connect again after 4403, with a fresh token.
        const expire = () => socket.close(CloseCode.Forbidden, 'UNAUTHENTICATED');
        const expiry = setTimeout(expire, expiresAt - Date.now());
        socket.once('close', () => clearTimeout(expiry));
      }
      return true;
    },
    onSubscribe: ({ extra, subscriptions }, _id, payload) => {
      const { identified, request } = extra as Required<Extra>;
      // One context per operation, since its request id names that operation in every log.
      const context = { ...identified.context, requestId: randomUUID() };
      try {
        admission.admit(request);
        if (Object.keys(subscriptions).length > parts.operationLimit) throw new Refusal('CONNECTIONS');
        const asked = toRequest(payload);
        const operation = runner.find(asked, identified.key);
        admission.admitChange(request, operation, identified);
        const { document, name } = operation;
        return {
          schema: parts.schema,
          document,
          operationName: name,
          variableValues: asked.variables,
          contextValue: context,
          operation,
        } as Prepared;
      } catch (failure) {
        return [toGraphQLError(maskFailure(failure, context, log), context)];
      }
    },
    // Already masked: graphql-ws would rebuild the errors from their classes.
    onNext: (_context, _id, _payload, _args, result) => result as never,
  };
  return makeServer(options);
}

/** Connection parameters come from the network: anything but text counts as absent. */
function credentialsOf(params: Params, request: IncomingMessage): Credentials {
  const text = (name: string) => {
    const value = params?.[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  return {
    territory: text('territory'),
    authorization: text('authorization'),
    apiKey: text('apiKey'),
    acceptLanguage: text('locale') ?? request.headers['accept-language'],
  };
}

function toGraphQLError(refusal: Refusal, context: Identified['context']): GraphQLError {
  const { message, extensions } = refusal.toJSON(context.locale, context.requestId);
  return new GraphQLError(message, { extensions });
}

export type GraphQLSockets = ReturnType<typeof createGraphQLSockets>;
export type SocketContext = Context<Params, Extra>;
