import { SpanStatusCode, trace } from '@opentelemetry/api';
import type { ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { ApiKey } from '../access/api-key.verifier.js';
import type { DocumentStore } from '../documents/document.store.js';
import type { Operation } from '../documents/operation.js';
import type { Engine, Variables } from '../execution/engine.js';
import type { GraphQLRequest } from '../http/graphql.request.js';
import { Refusal } from '../refusals.js';
import { type MaskedResult, maskFailure, maskResult } from './error.mask.js';
import type { RequestContext } from './request.context.js';

export type Outcome = MaskedResult | AsyncIterableIterator<MaskedResult>;

/** An operation that takes longer is worth a line in the log of a production run. */
const SLOW_MS = 1_000;
const tracer = trace.getTracer('ancrage');

/** Finds what a caller asks to run, and runs it; nothing leaves here unmasked. */
export class OperationRunner {
  constructor(
    private readonly documents: DocumentStore,
    private readonly engine: Engine,
    private readonly freeOperations: boolean,
    private readonly log: Logger,
  ) {}

  /** The trusted operation of the request, or its free-form one when the caller may send such. */
  find(request: GraphQLRequest, key: ApiKey | null): Operation {
    const trusted = request.hash === undefined ? undefined : this.documents.byHash(request.hash);
    if (trusted) return trusted;
    if (request.query === undefined) throw new Refusal('DOCUMENT');
    if (!this.freeOperations && !key) throw new Refusal('FREE_OPERATION');
    return this.documents.byText(request.query, request.operationName);
  }

  /** Runs an operation. Throws a `Refusal` when nothing of it could run. */
  async run(operation: Operation, variables: Variables, context: RequestContext): Promise<Outcome> {
    return tracer.startActiveSpan(`graphql ${operation.name ?? operation.kind}`, async (span) => {
      span.setAttributes({
        'ancrage.request_id': context.requestId,
        'ancrage.territory_id': context.territoryId ?? '',
      });
      const startedAt = performance.now();
      try {
        const result = await this.engine.execute(operation, variables, context);
        if (Symbol.asyncIterator in result) return this.maskEach(result, context);
        return maskResult(result, context, this.log);
      } catch (failure) {
        span.setStatus({ code: SpanStatusCode.ERROR });
        throw maskFailure(failure, context, this.log);
      } finally {
        const { requestId, territoryId } = context;
        const milliseconds = Math.round(performance.now() - startedAt);
        const level = milliseconds > SLOW_MS ? 'warn' : 'debug';
        this.log[level]({ requestId, territoryId, operation: operation.name, milliseconds }, 'operation');
        span.end();
      }
    });
  }

  /** A stream that breaks ends with a result that says so, since neither protocol can tell it otherwise. */
  private maskEach(
    results: AsyncIterableIterator<ExecutionResult>,
    context: RequestContext,
  ): AsyncIterableIterator<MaskedResult> {
    let broken = false;
    return {
      next: async () => {
        if (broken) return { value: undefined, done: true };
        try {
          const { value, done } = await results.next();
          return done ? { value, done } : { value: maskResult(value, context, this.log), done: false };
        } catch (failure) {
          broken = true;
          const refusal = maskFailure(failure, context, this.log);
          return { value: { errors: [refusal.toJSON(context.locale, context.requestId)] }, done: false };
        }
      },
      return: async () => {
        await results.return?.();
        return { value: undefined, done: true };
      },
      [Symbol.asyncIterator]() {
        return this;
      },
    };
  }
}
