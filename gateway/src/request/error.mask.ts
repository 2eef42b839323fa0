import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { REFUSAL_CODES, Refusal, refusalText } from '../refusals.js';
import type { RequestContext } from './request.context.js';

/** A GraphQL result as the caller gets it. */
export type MaskedResult = { data?: unknown; errors?: MaskedError[] };
export type MaskedError = {
  message: string;
  path?: readonly (string | number)[];
  extensions: Record<string, unknown>;
};

const PUBLIC_CODES = new Set<unknown>(REFUSAL_CODES);

/**
 * Makes a result fit to leave the platform: refusals of the subgraphs pass, with their code; every other error keeps
 * its path only, and its cause goes to the log under the request id.
 */
export function maskResult(result: ExecutionResult, context: RequestContext, log: Logger): MaskedResult {
  if (!result.errors?.length) return { data: result.data };
  return { data: result.data ?? null, errors: result.errors.map((error) => maskError(error, context, log)) };
}

/** What a caller learns of something thrown before or instead of an execution. */
export function maskFailure(failure: unknown, context: RequestContext, log: Logger): Refusal {
  if (failure instanceof Refusal) {
    if (failure.code === 'INTERNAL')
      log.error({ err: failure.cause, requestId: context.requestId }, 'request failed');
    return failure;
  }
  log.error({ err: failure, requestId: context.requestId }, 'request failed');
  return new Refusal('INTERNAL', undefined, { cause: failure });
}

function maskError(error: GraphQLError, context: RequestContext, log: Logger): MaskedError {
  const { requestId, locale } = context;
  const { code, serviceName: _service, stacktrace: _trace, ...details } = error.extensions ?? {};
  const place = error.path && { path: error.path };
  if (PUBLIC_CODES.has(code)) {
    return { message: error.message, ...place, extensions: { ...details, code, requestId } };
  }
  // A subgraph that masked the error has logged it, under the same request id.
  if (code !== 'INTERNAL')
    log.error({ err: error.originalError ?? error, requestId, path: error.path }, 'field failed');
  return { message: refusalText('INTERNAL', locale), ...place, extensions: { code: 'INTERNAL', requestId } };
}
