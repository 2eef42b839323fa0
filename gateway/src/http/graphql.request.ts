import type { IncomingMessage } from 'node:http';
import { Refusal } from '../refusals.js';

/** What a client asks, whichever way it was sent. */
export type GraphQLRequest = {
  query: string | undefined;
  /** SHA-256 of a trusted document (`extensions.persistedQuery.sha256Hash`). */
  hash: string | undefined;
  operationName: string | undefined;
  variables: Record<string, unknown> | undefined;
};

/** Reads the JSON of a POST. Throws BAD_INPUT for anything that is not one GraphQL request. */
export function parseRequest(text: string): GraphQLRequest {
  return toRequest(parseJson(text));
}

/** Reads the parameters of a GET, whose JSON values are encoded (GraphQL over HTTP). */
export function parseQueryString(search: URLSearchParams): GraphQLRequest {
  return toRequest({
    query: search.get('query') ?? undefined,
    operationName: search.get('operationName') || undefined,
    variables: parseJson(search.get('variables') || 'null'),
    extensions: parseJson(search.get('extensions') || 'null'),
  });
}

/** Checks the shape of a request already parsed, such as the payload of a WebSocket message. */
export function toRequest(value: unknown): GraphQLRequest {
  if (!isRecord(value)) throw new Refusal('MALFORMED');
  const { query, operationName, variables, extensions } = value;
  const persisted =
    isRecord(extensions) && isRecord(extensions['persistedQuery']) && extensions['persistedQuery'];
  const hash = persisted ? persisted['sha256Hash'] : undefined;
  if (query != null && typeof query !== 'string') throw new Refusal('MALFORMED');
  if (hash !== undefined && typeof hash !== 'string') throw new Refusal('MALFORMED');
  if (operationName != null && typeof operationName !== 'string') throw new Refusal('MALFORMED');
  if (variables != null && !isRecord(variables)) throw new Refusal('MALFORMED');
  if (!query && hash === undefined) throw new Refusal('MALFORMED');
  return {
    query: query || undefined,
    hash,
    operationName: operationName ?? undefined,
    variables: variables ?? undefined,
  };
}

/** Reads a whole body. Throws a refusal past the limit, without reading the rest. */
export function readBody(request: IncomingMessage, limit: number): Promise<string> {
  return new Promise((resolve, reject) => {
    if (Number(request.headers['content-length'] ?? 0) > limit) return reject(new Refusal('BODY_SIZE'));
    let length = 0;
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length > limit) {
        request.pause();
        reject(new Refusal('BODY_SIZE'));
      } else chunks.push(chunk);
    });
    request.on('end', () => {
      const body = chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
      resolve(body.toString('utf8'));
    });
    request.on('error', reject);
    request.on('aborted', () => reject(new Refusal('MALFORMED')));
  });
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Refusal('MALFORMED');
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
