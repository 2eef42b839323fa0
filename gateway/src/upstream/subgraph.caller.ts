import type { ExecutionResult } from 'graphql';
import type { RequestContext } from '../request/request.context.js';
import { EventStreamParser } from './event-stream.js';
import { PushIterator } from './push.iterator.js';
import type { Answer, ServiceClient } from './service.client.js';

/** A subscription is silent while nothing happens, but its subgraph sends a heartbeat every 12 seconds. */
const SILENCE_MS = 45_000;

/** Thrown when a subgraph did not answer, or not in GraphQL; masked before anyone outside sees it. */
export class SubgraphFailure extends Error {
  constructor(subgraph: string, reason: string, options?: ErrorOptions) {
    super(`${subgraph} ${reason}`, options);
    this.name = 'SubgraphFailure';
  }
}

/** A subgraph in the gateway's own process: takes the JSON of a request, gives a result that is the gateway's to change. */
export type Neighbour = (body: string, context: RequestContext) => Promise<ExecutionResult>;

/**
 * Speaks GraphQL with one subgraph over HTTP, or straight where it shares the gateway's process. The context comes with each request of a plan, so the entities that
 * follow a subscription's event are asked for the same viewer and territory as the event itself.
 */
export class SubgraphCaller {
  constructor(
    private readonly client: ServiceClient,
    private readonly neighbour?: Neighbour,
  ) {}

  /**
   * Runs one query or mutation.
   * @param body the JSON of the request
   * @param repeatable whether it may be sent again when the connection breaks before an answer
   */
  async call(body: string, context: RequestContext, repeatable: boolean): Promise<ExecutionResult> {
    if (this.neighbour) {
      return this.neighbour(body, context).catch((cause: unknown) => {
        throw this.failure('failed beside the gateway', cause);
      });
    }
    const send = () => this.client.send({ method: 'POST', path: '/graphql', body }, context);
    return this.read(await this.attempt(send, repeatable));
  }

  /** Follows a subscription; a subgraph that refuses it answers one result instead. */
  async subscribe(
    body: string,
    context: RequestContext,
  ): Promise<PushIterator<ExecutionResult> | ExecutionResult> {
    const headers = { accept: 'text/event-stream' };
    const abort = new AbortController();
    const options = { silenceMs: SILENCE_MS, signal: abort.signal };
    const open = () =>
      this.client.stream({ method: 'POST', path: '/graphql', body, headers }, context, options);
    const response = await this.attempt(open, true);
    if (!String(response.headers['content-type']).startsWith('text/event-stream')) {
      return this.read({ status: response.statusCode, text: await response.body.text() });
    }
    const results = new PushIterator<ExecutionResult>(() => abort.abort());
    const parser = new EventStreamParser();
    response.body.setEncoding('utf8');
    response.body.on('data', (text: string) => {
      for (const { event, data } of parser.push(text)) {
        if (event === 'next') results.push(JSON.parse(data));
        if (event === 'complete') results.finish();
      }
    });
    response.body.on('error', (cause) => results.finish(this.failure('broke off a subscription', cause)));
    response.body.on('end', () => results.finish(this.failure('ended a subscription without completing it')));
    return results;
  }

  /** A subgraph that restarts drops the connections we kept to it; the next one finds it back. */
  private async attempt<T>(send: () => Promise<T>, repeatable: boolean): Promise<T> {
    try {
      return await send();
    } catch (failure) {
      if (!repeatable || !isDropped(failure)) throw this.failure('does not answer', failure);
      return send().catch((cause: unknown) => {
        throw this.failure('does not answer', cause);
      });
    }
  }

  private read({ status, text }: Answer): ExecutionResult {
    // A subgraph that refuses our signature is a fault of ours, not something to tell the caller.
    if (status === 401) throw this.failure('refused the signature of the gateway');
    let result: ExecutionResult | null;
    try {
      result = JSON.parse(text) as ExecutionResult | null;
    } catch (cause) {
      throw this.failure(`answered ${status} and no JSON`, cause);
    }
    if (result?.data !== undefined || result?.errors !== undefined) return result;
    throw this.failure(`answered ${status} and no GraphQL result`);
  }

  private failure(reason: string, cause?: unknown): SubgraphFailure {
    return new SubgraphFailure(this.client.name, reason, { cause });
  }
}

function isDropped(failure: unknown): boolean {
  const { code } = failure as NodeJS.ErrnoException;
  return code === 'UND_ERR_SOCKET' || code === 'ECONNRESET' || code === 'EPIPE';
}
