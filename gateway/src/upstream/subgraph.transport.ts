import { type DocumentNode, type ExecutionResult, print } from 'graphql';
import type { RequestContext } from '../request/request.context.js';
import { EventStreamParser } from './event-stream.js';
import { PushIterator } from './push.iterator.js';
import type { Answer, ServiceClient } from './service.client.js';

/** What the planner asks of one subgraph. */
export type SubgraphRequest = {
  document: DocumentNode;
  variables?: Record<string, unknown>;
  operationType?: string;
  context?: RequestContext;
};

/** A subscription is silent while nothing happens, but its subgraph sends a heartbeat every 12 seconds. */
const SILENCE_MS = 45_000;

/** Thrown when a subgraph did not answer, or not in GraphQL; masked before anyone outside sees it. */
export class SubgraphFailure extends Error {
  constructor(subgraph: string, reason: string, options?: ErrorOptions) {
    super(`${subgraph} ${reason}`, options);
    this.name = 'SubgraphFailure';
  }
}

/**
 * Carries planned requests to one subgraph over HTTP. The context comes with each request of a plan, so the entities
 * that follow a subscription's event are fetched for the same viewer and territory as the event itself.
 */
export function createSubgraphExecutor(client: ServiceClient) {
  return (request: SubgraphRequest) => {
    if (!request.context) throw new Error('a subgraph is only called on behalf of a request');
    return request.operationType === 'subscription'
      ? subscribe(client, bodyOf(request), request.context)
      : call(client, bodyOf(request), request.context);
  };
}

async function call(client: ServiceClient, body: string, context: RequestContext): Promise<ExecutionResult> {
  let answer: Answer;
  try {
    answer = await client.send({ method: 'POST', path: '/graphql', body }, context);
  } catch (cause) {
    throw new SubgraphFailure(client.name, 'does not answer', { cause });
  }
  return readResult(client.name, answer);
}

async function subscribe(client: ServiceClient, body: string, context: RequestContext) {
  const headers = { accept: 'text/event-stream' };
  const abort = new AbortController();
  const response = await client
    .stream({ method: 'POST', path: '/graphql', body, headers }, context, {
      silenceMs: SILENCE_MS,
      signal: abort.signal,
    })
    .catch((cause: unknown) => {
      throw new SubgraphFailure(client.name, 'does not answer', { cause });
    });
  if (!String(response.headers['content-type']).startsWith('text/event-stream')) {
    return readResult(client.name, { status: response.statusCode, text: await response.body.text() });
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
  response.body.on('error', (cause) => results.finish(lost(client.name, cause)));
  response.body.on('end', () => results.finish(lost(client.name)));
  return results;
}

function lost(subgraph: string, cause?: unknown): SubgraphFailure {
  return new SubgraphFailure(subgraph, 'ended a subscription without completing it', { cause });
}

function readResult(subgraph: string, { status, text }: Answer): ExecutionResult {
  // A subgraph that refuses our signature is a fault of ours, not something to tell the caller.
  if (status === 401) throw new SubgraphFailure(subgraph, 'refused the signature of the gateway');
  try {
    const result = JSON.parse(text) as ExecutionResult | null;
    if (result && (result.data !== undefined || result.errors !== undefined)) return result;
  } catch (cause) {
    throw new SubgraphFailure(subgraph, `answered ${status} and no JSON`, { cause });
  }
  throw new SubgraphFailure(subgraph, `answered ${status} and no GraphQL result`);
}

/** The planner keeps one document per fetch of a plan, so each is printed once. */
const heads = new WeakMap<DocumentNode, string>();

function bodyOf({ document, variables }: SubgraphRequest): string {
  let head = heads.get(document);
  if (head === undefined) {
    head = `{"query":${JSON.stringify(print(document))}`;
    heads.set(document, head);
  }
  return variables === undefined ? `${head}}` : `${head},"variables":${JSON.stringify(variables)}}`;
}
