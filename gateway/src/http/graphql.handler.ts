import type { IncomingMessage, ServerResponse } from 'node:http';
import { encode, negotiateEncoding } from '../cache/encoding.js';
import { type PublicAnswers, sendStored } from '../cache/public.answers.js';
import type { DocumentStore } from '../documents/document.store.js';
import type { Operation } from '../documents/operation.js';
import { Refusal } from '../refusals.js';
import type { Admission } from '../request/admission.js';
import type { Identification, Identified } from '../request/identification.js';
import type { OperationRunner, Outcome } from '../request/operation.runner.js';
import type { TerritoryRegistry } from '../territory/territory.registry.js';
import { credentialsOf } from './credentials.js';
import type { EventStreams } from './event-streams.js';
import { type GraphQLRequest, parseQueryString, parseRequest, readBody } from './graphql.request.js';
import { mediaType, wantsStream } from './responses.js';

export type GraphQLHandlerParts = {
  admission: Admission;
  identification: Identification;
  territories: TerritoryRegistry;
  documents: DocumentStore;
  runner: OperationRunner;
  answers: PublicAnswers;
  streams: EventStreams;
  bodyLimit: number;
};

/** GraphQL over HTTP: JSON answers, and server-sent events for subscriptions. */
export class GraphQLHandler {
  constructor(private readonly parts: GraphQLHandlerParts) {}

  /** Answers one request. Throws a `Refusal` when there is nothing to execute. */
  async handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL | null,
    requestId: string,
  ): Promise<void> {
    const { admission, documents, identification } = this.parts;
    admission.admit(request);
    const asked = await this.read(request, url);
    const trusted = asked.hash === undefined ? undefined : documents.byHash(asked.hash);
    if (trusted && this.sendKnown(request, response, trusted, asked)) return;
    const identified = await identification.identify(credentialsOf(request, url), requestId);
    const operation = trusted ?? this.parts.runner.find(asked, identified.key);
    if (operation.kind === 'mutation' && request.method !== 'POST') throw new Refusal('METHOD');
    admission.admitChange(request, operation, identified);
    await this.execute(request, response, operation, asked, identified);
  }

  private async read(request: IncomingMessage, url: URL | null): Promise<GraphQLRequest> {
    if (request.method === 'GET' || request.method === 'HEAD') {
      return parseQueryString((url as URL).searchParams);
    }
    if (request.method !== 'POST') throw new Refusal('METHOD');
    if (!request.headers['content-type']?.startsWith('application/json')) throw new Refusal('MALFORMED');
    return parseRequest(await readBody(request, this.parts.bodyLimit));
  }

  /** The shortest way: an answer that is there already goes out without asking anybody anything. */
  private sendKnown(
    request: IncomingMessage,
    response: ServerResponse,
    operation: Operation,
    { variables }: GraphQLRequest,
  ): boolean {
    const slug = request.headers['x-territory'];
    const territory = slug === undefined ? null : this.parts.territories.peek(String(slug));
    // A suspended territory's answers wait with the others, for the day it is back.
    if (territory === undefined || territory?.suspended != null) return false;
    const slot = this.parts.answers.slotFor(request, operation, variables, territory?.id ?? null);
    const stored = slot && this.parts.answers.find(slot);
    if (!stored) return false;
    sendStored(request, response, stored);
    return true;
  }

  private async execute(
    request: IncomingMessage,
    response: ServerResponse,
    operation: Operation,
    { variables }: GraphQLRequest,
    identified: Identified,
  ): Promise<void> {
    const { answers, runner, streams } = this.parts;
    const { context } = identified;
    if (wantsStream(request.headers.accept, operation.kind)) {
      return streams.open(request, response, operation, variables, identified);
    }
    if (operation.kind === 'subscription') throw new Refusal('STREAM');
    // Taken before executing: see ResponseCache.
    const slot = answers.slotFor(request, operation, variables, context.territoryId, identified.key);
    const stored = slot && answers.find(slot);
    if (stored) return sendStored(request, response, stored);
    const outcome = (await runner.run(operation, variables, context)) as Exclude<
      Outcome,
      AsyncIterableIterator<unknown>
    >;
    const body = JSON.stringify(outcome);
    if (slot && outcome.errors === undefined)
      return sendStored(request, response, await answers.keep(slot, body));
    const { bytes, encoding } = await encode(
      body,
      negotiateEncoding(request.headers['accept-encoding']),
      'passing',
    );
    response.writeHead(200, {
      'content-type': mediaType(request.headers.accept),
      'content-length': bytes.length,
      'cache-control': 'no-store',
      'x-request-id': context.requestId,
      ...(encoding !== 'identity' && { 'content-encoding': encoding }),
    });
    response.end(bytes);
  }
}
